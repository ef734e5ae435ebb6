/** Copies of the package that lack a lock: what is locked must be, or no race would notice. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = process.env.PROJECT!;
const copies = new Map<string, string>();

/** A copy of the package in which one class lacks its `FOR UPDATE`. @param times how often the class has it; all are taken out */
export function without(path: string, lock: string, times = 1): string {
  const known = copies.get(path);
  if (known) return known;
  const copy = mkdtempSync(join(tmpdir(), 'race-locks-'));
  copies.set(path, copy);
  for (const part of ['force-app', 'subscriber-config', 'site-template', 'sfdx-project.json'])
    cpSync(join(project, part), join(copy, part), { recursive: true });
  const source = readFileSync(join(copy, path), 'utf8');
  assert.equal(source.split(lock).length, times + 1, `${path} holds ${lock} ${times} times`);
  writeFileSync(join(copy, path), source.replaceAll(lock, ''));
  return copy;
}

export function removeCopies(): void {
  copies.forEach((copy) => rmSync(copy, { recursive: true, force: true }));
}
