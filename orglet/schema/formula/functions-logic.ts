/** Logical functions, and those that look at fields rather than values. */
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { commonType, define, requireType } from './functions.js';
import { blankText, isEqual } from './operators.js';
import { FormulaError } from './parser.js';
import type { FieldInfo, ObjectInfo } from '../model.js';
import type { Expression, Run, Scope } from './types.js';

const bool = (min: number, max: number, build: (args: readonly Expression[]) => Run) => ({
  min,
  max,
  build: (_: unknown, args: readonly Expression[]) => ({ type: 'Boolean' as const, run: build(args) }),
});

define(
  'AND',
  bool(1, 100, (args) => (scope) => args.every((arg) => arg.run(scope) === true)),
);
define(
  'OR',
  bool(1, 100, (args) => (scope) => args.some((arg) => arg.run(scope) === true)),
);
define(
  'NOT',
  bool(
    1,
    1,
    ([arg]) =>
      (scope) =>
        arg!.run(scope) !== true,
  ),
);

define('IF', {
  min: 3,
  max: 3,
  build: (_, args, node) => {
    const [condition, yes, no] = args as [Expression, Expression, Expression];
    requireType('IF', condition, 'Boolean', node.at);
    return {
      type: commonType([yes, no]),
      run: (scope) => (condition.run(scope) === true ? yes.run(scope) : no.run(scope)),
    };
  },
});

define('CASE', {
  min: 4,
  max: 1000,
  build: (_, args, node) => {
    if (args.length % 2 !== 0) throw new FormulaError("Incorrect number of parameters for function 'CASE()'", node.at);
    const [subject, ...rest] = args as [Expression, ...Expression[]];
    const otherwise = rest.pop()!;
    const pairs: [Expression, Expression][] = [];
    for (let i = 0; i < rest.length; i += 2) pairs.push([rest[i]!, rest[i + 1]!]);
    return {
      type: commonType([...pairs.map(([, result]) => result), otherwise]),
      run: (scope) => {
        const value = subject.run(scope);
        for (const [candidate, result] of pairs) if (isEqual(value, candidate.run(scope))) return result.run(scope);
        return otherwise.run(scope);
      },
    };
  },
});

const isBlank = (value: unknown) => value === null || value === '';

define(
  'ISBLANK',
  bool(
    1,
    1,
    ([arg]) =>
      (scope) =>
        isBlank(arg!.run(scope)),
  ),
);
// Text is never null in a formula, so ISNULL of text is false: Salesforce Help, "ISNULL".
define(
  'ISNULL',
  bool(
    1,
    1,
    ([arg]) =>
      (scope) =>
        arg!.type !== 'Text' && arg!.run(scope) === null,
  ),
);
define(
  'ISNUMBER',
  bool(
    1,
    1,
    ([arg]) =>
      (scope) =>
        /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(blankText(arg!.run(scope))),
  ),
);
define(
  'ISNEW',
  bool(0, 0, () => (scope) => scope.isNew),
);
define(
  'ISCLONE',
  bool(0, 0, () => () => false),
);

const substitute = (name: string, blank: (value: unknown, arg: Expression) => boolean) =>
  define(name, {
    min: 2,
    max: 2,
    build: (_, args) => {
      const [first, second] = args as [Expression, Expression];
      return {
        type: commonType([first, second]),
        run: (scope) => {
          const value = first.run(scope);
          return blank(value, first) ? second.run(scope) : value;
        },
      };
    },
  });
substitute('BLANKVALUE', isBlank);
substitute('NULLVALUE', (value, arg) => arg.type !== 'Text' && value === null);

/** The picklist field that an argument must be. */
function picklistField(name: string, arg: Expression, at: number): void {
  if (arg.field && !['PICKLIST', 'MULTIPICKLIST', 'COMBOBOX'].includes(arg.field.type)) {
    throw new FormulaError(`Field ${arg.field.name} is not a picklist field. Function '${name}()' needs one`, at);
  }
}

define('ISPICKVAL', {
  min: 2,
  max: 2,
  build: (_, args, node) => {
    const [field, value] = args as [Expression, Expression];
    picklistField('ISPICKVAL', field, node.at);
    return { type: 'Boolean', run: (scope) => blankText(field.run(scope)) === blankText(value.run(scope)) };
  },
});

define('INCLUDES', {
  min: 2,
  max: 2,
  build: (_, args, node) => {
    const [field, value] = args as [Expression, Expression];
    picklistField('INCLUDES', field, node.at);
    return {
      type: 'Boolean',
      run: (scope) =>
        blankText(field.run(scope))
          .split(';')
          .includes(blankText(value.run(scope))),
    };
  },
});

define('PICKLISTCOUNT', {
  min: 1,
  max: 1,
  build: (_, args) => ({
    type: 'Number',
    run: (scope) => ApexDecimal.ofInteger(blankText(args[0]!.run(scope)).split(';').filter(Boolean).length),
  }),
});

function ownField(name: string, arg: Expression, at: number): Run {
  if (!arg.prior) throw new FormulaError(`Function '${name}()' needs a field of the record itself`, at);
  return arg.prior;
}

define('ISCHANGED', {
  min: 1,
  max: 1,
  build: (_, args, node) => {
    const before = ownField('ISCHANGED', args[0]!, node.at);
    return { type: 'Boolean', run: (scope) => scope.prior !== null && !isEqual(args[0]!.run(scope), before(scope)) };
  },
});

// On a new record the prior value is the value itself: Salesforce Help, "PRIORVALUE".
define('PRIORVALUE', {
  min: 1,
  max: 1,
  build: (_, args, node) => {
    const before = ownField('PRIORVALUE', args[0]!, node.at);
    return { type: args[0]!.type, run: (scope) => (scope.prior === null ? args[0]!.run(scope) : before(scope)) };
  },
});

define('VLOOKUP', {
  min: 3,
  max: 3,
  raw: true,
  build: (compiler, _args, node) => {
    const [wanted, key] = [compiler.fieldToken(node.args[0]!), compiler.fieldToken(node.args[1]!)];
    const value = compiler.compile(node.args[2]!);
    return { type: 'Any', run: (scope) => find(scope, wanted, key, value.run(scope)) };
  },
});

type Token = { object: ObjectInfo; field: FieldInfo };

function find(scope: Scope, wanted: Token, key: Token, value: unknown): unknown {
  return scope.globals.find(key.object, key.field, value)?.field(wanted.field.name) ?? null;
}
