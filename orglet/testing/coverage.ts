import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassCoverage, CoverageSummary, FileCoverage } from './types.js';

/** Adds the hits of several runs, file by file. */
export function mergeCoverage(parts: FileCoverage[]): FileCoverage[] {
  const byFile = new Map<string, FileCoverage>();
  for (const part of parts) {
    const known = byFile.get(part.file);
    if (!known) {
      byFile.set(part.file, { ...part, hits: { ...part.hits } });
      continue;
    }
    for (const [line, count] of Object.entries(part.hits))
      known.hits[Number(line)] = (known.hits[Number(line)] ?? 0) + count;
  }
  return [...byFile.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Covered share of each file and of all of them; a file without executable lines counts as covered. */
export function summarizeCoverage(files: FileCoverage[]): CoverageSummary {
  const classes: Record<string, ClassCoverage> = {};
  let allLines = 0;
  let allCovered = 0;
  for (const { name, file, hits } of files) {
    const lines = Object.keys(hits).length;
    const uncovered = Object.keys(hits)
      .map(Number)
      .filter((line) => hits[line] === 0);
    const covered = lines - uncovered.length;
    allLines += lines;
    allCovered += covered;
    classes[name] = { file, covered, lines, percent: percent(covered, lines), uncovered };
  }
  return { percent: percent(allCovered, allLines), classes };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10;
}

/** Writes `lcov.info` and `index.html` to a directory. */
export function writeCoverage(files: FileCoverage[], projectDir: string, outputDir: string): void {
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(join(outputDir, 'lcov.info'), lcov(files));
  writeFileSync(join(outputDir, 'index.html'), html(files, projectDir));
}

/** The files in lcov's tracefile format. */
export function lcov(files: FileCoverage[]): string {
  const records = files.map(({ file, hits }) => {
    const lines = Object.entries(hits);
    const covered = lines.filter(([, count]) => count > 0).length;
    return [
      `SF:${file}`,
      ...lines.map(([line, count]) => `DA:${line},${count}`),
      `LF:${lines.length}`,
      `LH:${covered}`,
      'end_of_record',
    ].join('\n');
  });
  return `TN:\n${records.join('\n')}\n`;
}

function html(files: FileCoverage[], projectDir: string): string {
  const summary = summarizeCoverage(files);
  const sections = files.map((file) => {
    const row = summary.classes[file.name];
    const source = readFileSync(join(projectDir, file.file), 'utf8').split(/\r?\n/);
    const lines = source.map((text, at) => {
      const count = file.hits[at + 1];
      const state = count === undefined ? '' : count > 0 ? 'hit' : 'miss';
      return `<tr class="${state}"><td>${at + 1}</td><td>${count ?? ''}</td><td><pre>${escapeHtml(text)}</pre></td></tr>`;
    });
    return `<details><summary>${escapeHtml(file.name)} <b>${row.percent} %</b> (${row.covered}/${row.lines})</summary><table>${lines.join('')}</table></details>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Apex coverage</title>
<style>body{font:14px system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}td{padding:0 .5rem;text-align:right}pre{margin:0;text-align:left}
.hit{background:#e3f3e3}.miss{background:#fbe0e0}summary{cursor:pointer;padding:.25rem}</style>
<h1>Apex coverage: ${summary.percent} %</h1>${sections.join('\n')}</html>\n`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
