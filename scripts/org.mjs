// What needs a real org: scratch orgs, package versions, installation, the site. Uses the pinned Salesforce CLI (Node 22 or newer).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoStoreApex, ownerRoleApex, siteAccessApex } from './lib/demo.mjs';
import { fail, install, root, step } from './lib/setup.mjs';
import { shapeOf } from './lib/shapes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const HELP = `
Usage: node scripts/org.mjs COMMAND [options]

  scratch [alias] [--org KIND]          create a scratch org of a kind of docs/orgs.md, deploy the package's sources, settings
                                        and site, seed the demo store
  deploy [alias]                        build the components and deploy force-app and subscriber-config
  test [alias]                          run the package's Apex tests in the org, with coverage
  site [alias]                          deploy site-template and publish the site
  version                               create a package version (validated, with coverage)
  promote VERSION_ID                    release a package version (04t…)
  install VERSION_ID [alias]            install a package version, then subscriber-config and the site

The Dev Hub is the CLI's default one (sf org login web --set-default-dev-hub); alias defaults to "storehouse".
`;

/** Runs the CLI; stops the script with its exit code when a command fails. */
function sf(...args) {
  const result = spawnSync(process.execPath, [join(here, 'sf/node_modules/@salesforce/cli/bin/run.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0)
    fail(`“sf ${args.slice(0, 3).join(' ')}” failed; its message stands above.`, result.status ?? 1);
}

/** Runs an anonymous block in the org. */
function runApex(source, alias) {
  const file = join(mkdtempSync(join(tmpdir(), 'storehouse-')), 'block.apex');
  writeFileSync(file, source);
  sf('apex', 'run', '--file', file, '--target-org', alias);
  rmSync(dirname(file), { recursive: true });
}

function build() {
  const result = spawnSync(process.execPath, [join(here, 'build.mjs')], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) fail('The Lightning components could not be built; the message stands above.', 1);
}

const commands = {
  scratch(alias = 'storehouse') {
    const { definition, metadata, records } = shapeOf(kind);
    step('Creating the scratch org …');
    sf(
      'org',
      'create',
      'scratch',
      '--definition-file',
      definition,
      '--alias',
      alias,
      '--set-default',
      '--duration-days',
      '14',
      '--wait',
      '20',
    );
    if (records) sf('data', 'import', 'tree', '--files', records, '--target-org', alias);
    commands.deploy(alias);
    if (metadata) sf('project', 'deploy', 'start', '--source-dir', metadata, '--target-org', alias, '--wait', '30');
    sf(
      'org',
      'assign',
      'permset',
      '--name',
      'Storehouse_Admin',
      '--name',
      'Storehouse_Standard_Objects_Admin',
      '--target-org',
      alias,
    );
    runApex(demoStoreApex(), alias);
    commands.site(alias);
    runApex(siteAccessApex, alias);
    runApex(ownerRoleApex, alias);
    step('The demo store is there without products: import config/demo/catalogue.csv on the Import tab.');
    sf('org', 'open', '--target-org', alias, '--path', 'lightning/app/c__Storehouse');
  },
  deploy(alias = 'storehouse') {
    build();
    sf(
      'project',
      'deploy',
      'start',
      '--source-dir',
      'force-app',
      '--source-dir',
      'subscriber-config',
      '--target-org',
      alias,
      '--wait',
      '30',
    );
  },
  test(alias = 'storehouse') {
    sf(
      'apex',
      'run',
      'test',
      '--test-level',
      'RunLocalTests',
      '--code-coverage',
      '--result-format',
      'human',
      '--wait',
      '30',
      '--target-org',
      alias,
    );
  },
  site(alias = 'storehouse') {
    sf('project', 'deploy', 'start', '--source-dir', 'site-template', '--target-org', alias, '--wait', '30');
    sf('community', 'publish', '--name', 'Storehouse', '--target-org', alias);
  },
  version() {
    build();
    sf(
      'package',
      'version',
      'create',
      '--package',
      'Storehouse',
      '--installation-key-bypass',
      '--code-coverage',
      '--wait',
      '60',
    );
  },
  promote(version) {
    if (!/^04t\w{12,15}$/.test(version ?? ''))
      fail('Name the package version to promote by its Id (04t…): node scripts/org.mjs promote 04t…');
    sf('package', 'version', 'promote', '--package', version, '--no-prompt');
  },
  install(version, alias = 'storehouse') {
    if (!/^04t\w{12,15}$/.test(version ?? ''))
      fail('Name the package version to install by its Id (04t…): node scripts/org.mjs install 04t… [alias]');
    sf(
      'package',
      'install',
      '--package',
      version,
      '--target-org',
      alias,
      '--wait',
      '30',
      '--publish-wait',
      '10',
      '--no-prompt',
    );
    sf('project', 'deploy', 'start', '--source-dir', 'subscriber-config', '--target-org', alias, '--wait', '30');
    commands.site(alias);
  },
};

const args = process.argv.slice(2);
const orgAt = args.indexOf('--org');
const kind = orgAt < 0 ? 'plain' : (args.splice(orgAt, 2)[1] ?? fail('--org names a kind of org.'));
const [command, ...rest] = args;
if (!command || !commands[command]) {
  console.log(HELP);
  process.exit(command ? 2 : 0);
}
if (Number(process.versions.node.split('.')[0]) < 22)
  fail(`The Salesforce CLI needs Node 22 or newer; this is Node ${process.versions.node}.`);
install({ dir: join(here, 'sf'), label: 'Installing the Salesforce CLI' });
commands[command](...rest);
