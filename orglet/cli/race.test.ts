import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, mock, test } from 'node:test';
import { writeProject } from '../org/test-project.js';
import { main } from './main.js';

const directory = mkdtempSync(join(tmpdir(), 'orglet-race-cli-'));
after(() => rmSync(directory, { recursive: true, force: true }));
const project = writeProject({
  classes: {
    Desk: `public class Desk {
      public static void add() { Account a = [SELECT Id, NumberOfEmployees FROM Account LIMIT 1]; a.NumberOfEmployees++; update a; }
      public static void addLocked() { Account a = [SELECT Id, NumberOfEmployees FROM Account LIMIT 1 FOR UPDATE]; a.NumberOfEmployees++; update a; }
    }`,
  },
});

/** Runs the command line; text that it prints is kept. */
async function run(...args: string[]): Promise<{ status: number; output: string }> {
  let output = '';
  const keep = (stream: NodeJS.WriteStream) => {
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
    return mock.method(stream, 'write', (chunk: unknown, ...rest: unknown[]) => {
      if (typeof chunk !== 'string') return write(chunk, ...rest);
      output += chunk;
      return true;
    });
  };
  const kept = [keep(process.stdout), keep(process.stderr)];
  try {
    const places = [
      '--project',
      project,
      '--data',
      join(directory, 'org.sqlite'),
      '--cache-dir',
      join(directory, 'cache'),
    ];
    return { status: await main(['race', ...args, ...places]), output };
  } finally {
    for (const { mock: one } of kept) one.restore();
  }
}

const plan = (method: string): string => {
  const file = join(directory, `${method}.race.json`);
  const setup = "insert new Account(Name = 'a', NumberOfEmployees = 0);";
  const invariant = 'SELECT NumberOfEmployees FROM Account WHERE NumberOfEmployees != 2';
  writeFileSync(file, JSON.stringify({ setup, entries: [{ method }, { method }], invariant }));
  return file;
};

test('orglet race prints the interleaving that fails and how to replay it', async () => {
  const { status, output } = await run(plan('Desk.add'), '--seeds', '20');
  assert.equal(status, 1);
  const seed = /Replay it with --seed (\d+)\./.exec(output)![1]!;
  assert.match(output, /T\d {2}Desk\.add:2 +update Account × 1/);
  assert.equal((await run(plan('Desk.add'), '--seed', seed)).output, output);
});

test('orglet race ends with 0 when nothing goes wrong, and with 2 when it cannot run', async () => {
  const good = await run(plan('Desk.addLocked'), '--seeds', '10');
  assert.deepEqual([good.status, /^10 runs, \d+ steps: nothing went wrong\.$/m.test(good.output)], [0, true]);
  assert.match((await run('--method', 'Desk.none')).output, /There is no static method Desk\.none/);
  assert.match((await run()).output, /Name entry points/);
  const crashed = await run(
    '--crash',
    '--apex',
    "insert new Account(Name = 'b');",
    '--invariant',
    'SELECT COUNT() FROM Case',
  );
  assert.match(crashed.output, /Entry point 1: \d crashes, nothing went wrong/);
});
