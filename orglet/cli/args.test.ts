import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpOf, parseArgs, UsageError, type CommandSpec } from './args.js';
import { main } from './main.js';

const SPEC: CommandSpec = {
  name: 'do',
  argument: 'FILE',
  summary: 'Does it.',
  options: {
    dir: { value: 'DIR', help: 'Where' },
    tag: { value: 'TEXT', many: true, help: 'Tags' },
    fast: { help: 'Quickly' },
  },
};

test('values, lists, switches and the positional argument', () => {
  const args = parseArgs(SPEC, ['a.txt', '--dir=x', '--tag', 'one', '--tag', 'two', '--fast']);
  assert.deepEqual(
    [args.positional, args.value('dir'), args.values('tag'), args.has('fast')],
    [['a.txt'], 'x', ['one', 'two'], true],
  );
});

test('mistakes are told in one sentence', () => {
  const message = (args: string[]) => {
    try {
      parseArgs(SPEC, args);
    } catch (error) {
      assert.ok(error instanceof UsageError);
      return error.message;
    }
    return assert.fail('expected a mistake');
  };
  assert.equal(message(['--what']), "Unknown option --what. Run 'orglet do --help' for the options.");
  assert.equal(message(['--dir']), 'Option --dir needs a value (DIR).');
  assert.equal(message(['--fast=1']), 'Option --fast takes no value.');
  assert.equal(message(['a', 'b']), "Unexpected argument 'b'. Run 'orglet do --help'.");
});

test('help lists every option', () => {
  assert.equal(
    helpOf(SPEC),
    'orglet do FILE [options]\n\nDoes it.\n\n  --dir DIR   Where\n  --tag TEXT  Tags\n  --fast      Quickly\n',
  );
});

test('an unknown command and a directory without a project end with status 2', async (context) => {
  const written: string[] = [];
  context.mock.method(process.stderr, 'write', (text: string) => written.push(text) > 0);
  assert.equal(await main(['nonsense']), 2);
  assert.equal(await main(['check', '--project', '/']), 2);
  assert.match(
    written.join(''),
    /Unknown command 'nonsense'[^]*\/ is not a Salesforce project: it has neither sfdx-project\.json nor src\//,
  );
});
