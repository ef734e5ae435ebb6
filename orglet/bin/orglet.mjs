#!/usr/bin/env node
// Bundles the TypeScript sources into dist/ when one of them is newer, then runs the command line.
import { ensureBuilt } from './build.mjs';

await ensureBuilt();
const { main } = await import('../dist/cli.js');
process.exitCode = await main(process.argv.slice(2));
