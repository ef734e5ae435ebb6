/** The operators of formulas on Apex values. Blank numbers and dates make results blank. */
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { DAY_MS } from '../../runtime/values/calendar.js';
import { ApexDate, ApexDatetime, ApexTime } from '../../runtime/values/scalars.js';
import { FormulaError, type BinaryOperator } from './parser.js';
import { FormulaRuntimeError, type Expression, type FormulaType, type Run } from './types.js';

const DAY = new ApexDecimal(BigInt(DAY_MS));
/** Most digits of a result's whole part and fraction. */
const MAX_EXPONENT = 10_000;

export const decimal = (value: unknown): ApexDecimal => ApexDecimal.fromNumeric(value) ?? raiseNumber(value);
const raiseNumber = (value: unknown): never => {
  throw new FormulaRuntimeError(`${String(value)} is not a number`);
};

export const fromDouble = (value: number): ApexDecimal => {
  if (!Number.isFinite(value)) throw new FormulaRuntimeError('The result is not a number');
  return ApexDecimal.fromDouble(value).strip();
};

export function divide(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
  if (b.signum() === 0) throw new FormulaRuntimeError('Division by zero');
  return a.quotient(b);
}

export function power(base: ApexDecimal, exponent: ApexDecimal): ApexDecimal {
  const whole = exponent.strip();
  if (
    whole.scale === 0 &&
    whole.signum() >= 0 &&
    whole.toNumber() <= MAX_EXPONENT &&
    base.precision() * whole.toNumber() < MAX_EXPONENT
  ) {
    let [result, factor, left] = [ApexDecimal.ONE, base, Number(whole.toBigInt())];
    for (; left > 0; left >>= 1) {
      if (left & 1) result = result.multiply(factor);
      if (left > 1) factor = factor.multiply(factor);
    }
    return result;
  }
  return fromDouble(base.toNumber() ** exponent.toNumber());
}

/** Days as a number → whole milliseconds. */
const millis = (days: ApexDecimal): number => Number(days.multiply(DAY).round('HALF_UP'));
const days = (ms: number): ApexDecimal => new ApexDecimal(BigInt(ms)).quotient(DAY);

const strict =
  (a: Run, b: Run, op: (x: never, y: never) => unknown): Run =>
  (scope) => {
    const x = a(scope);
    if (x === null) return null;
    const y = b(scope);
    return y === null ? null : op(x as never, y as never);
  };

export const blankText = (value: unknown): string => (value === null ? '' : String(value));

/** Order of two values of one type; null when one is blank. Ids compare by their first 15 characters. */
export function compare(a: unknown, b: unknown): number | null {
  if (a === null || b === null) return null;
  if (typeof a === 'string' || typeof b === 'string') return compareText(String(a), String(b));
  if (typeof a === 'boolean') return Number(a) - Number(b as boolean);
  if (a instanceof ApexDate) return a.days - (b instanceof ApexDate ? b.days : (b as ApexDatetime).ms / DAY_MS);
  if (a instanceof ApexDatetime) return a.ms - (b instanceof ApexDatetime ? b.ms : (b as ApexDate).days * DAY_MS);
  if (a instanceof ApexTime) return a.ms - (b as ApexTime).ms;
  return decimal(a).compareTo(decimal(b));
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const ID15 = /^[0-9A-Za-z]{15}$/;
const ID18 = /^[0-9A-Za-z]{18}$/;

/** Equality as `=` and CASE see it: text by its exact characters, blank text equals null. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' || typeof b === 'string') {
    const [x, y] = [blankText(a), blankText(b)];
    if (ID15.test(x) && ID18.test(y)) return x === y.slice(0, 15);
    if (ID18.test(x) && ID15.test(y)) return x.slice(0, 15) === y;
    return x === y;
  }
  if (a === null || b === null) return a === b;
  return compare(a, b) === 0;
}

/** Type of an expression for messages and overloads; `Null` fits every type. */
const isOneOf = (type: FormulaType, ...types: FormulaType[]) =>
  type === 'Null' || type === 'Any' || types.includes(type);

type Built = { type: FormulaType; run: Run };

function add({ type: a, run: x }: Expression, { type: b, run: y }: Expression): Built | null {
  if (a === 'Text' || b === 'Text') return { type: 'Text', run: (scope) => blankText(x(scope)) + blankText(y(scope)) };
  if (a === 'Date' && isOneOf(b, 'Number'))
    return {
      type: 'Date',
      run: strict(x, y, (date: ApexDate, n: ApexDecimal) => new ApexDate(date.days + Number(n.toBigInt()))),
    };
  if (b === 'Date' && isOneOf(a, 'Number'))
    return {
      type: 'Date',
      run: strict(x, y, (n: ApexDecimal, date: ApexDate) => new ApexDate(date.days + Number(n.toBigInt()))),
    };
  if (a === 'Datetime' && isOneOf(b, 'Number'))
    return {
      type: 'Datetime',
      run: strict(x, y, (at: ApexDatetime, n: ApexDecimal) => new ApexDatetime(at.ms + millis(n))),
    };
  if (b === 'Datetime' && isOneOf(a, 'Number'))
    return {
      type: 'Datetime',
      run: strict(x, y, (n: ApexDecimal, at: ApexDatetime) => new ApexDatetime(at.ms + millis(n))),
    };
  if (a === 'Time' && isOneOf(b, 'Number'))
    return {
      type: 'Time',
      run: strict(x, y, (time: ApexTime, n: ApexDecimal) => wrapTime(time.ms + Number(n.toBigInt()))),
    };
  if (isOneOf(a, 'Number') && isOneOf(b, 'Number'))
    return { type: 'Number', run: strict(x, y, (m: ApexDecimal, n: ApexDecimal) => m.add(n)) };
  return null;
}

const wrapTime = (ms: number) => new ApexTime(((ms % DAY_MS) + DAY_MS) % DAY_MS);

function subtract({ type: a, run: x }: Expression, { type: b, run: y }: Expression): Built | null {
  if (a === 'Date' && b === 'Date')
    return {
      type: 'Number',
      run: strict(x, y, (m: ApexDate, n: ApexDate) => new ApexDecimal(BigInt(m.days - n.days))),
    };
  if (a === 'Datetime' && b === 'Datetime')
    return { type: 'Number', run: strict(x, y, (m: ApexDatetime, n: ApexDatetime) => days(m.ms - n.ms)) };
  if (a === 'Time' && b === 'Time')
    return {
      type: 'Number',
      run: strict(x, y, (m: ApexTime, n: ApexTime) => new ApexDecimal(BigInt(wrapTime(m.ms - n.ms).ms))),
    };
  if (a === 'Date' && isOneOf(b, 'Number'))
    return {
      type: 'Date',
      run: strict(x, y, (date: ApexDate, n: ApexDecimal) => new ApexDate(date.days - Number(n.toBigInt()))),
    };
  if (a === 'Datetime' && isOneOf(b, 'Number'))
    return {
      type: 'Datetime',
      run: strict(x, y, (at: ApexDatetime, n: ApexDecimal) => new ApexDatetime(at.ms - millis(n))),
    };
  if (a === 'Time' && isOneOf(b, 'Number'))
    return {
      type: 'Time',
      run: strict(x, y, (time: ApexTime, n: ApexDecimal) => wrapTime(time.ms - Number(n.toBigInt()))),
    };
  if (isOneOf(a, 'Number') && isOneOf(b, 'Number'))
    return { type: 'Number', run: strict(x, y, (m: ApexDecimal, n: ApexDecimal) => m.subtract(n)) };
  return null;
}

const ARITHMETIC = { '*': (m: ApexDecimal, n: ApexDecimal) => m.multiply(n), '/': divide, '^': power } as const;
const ORDER = {
  '<': (c: number) => c < 0,
  '>': (c: number) => c > 0,
  '<=': (c: number) => c <= 0,
  '>=': (c: number) => c >= 0,
} as const;

/** @throws FormulaError when the operands do not fit */
export function binary(op: BinaryOperator, left: Expression, right: Expression, at: number): Built {
  const [x, y] = [left.run, right.run];
  const mismatch = () =>
    new FormulaError(`Incorrect parameter type for operator '${op}'. Received ${left.type}, ${right.type}`, at);
  switch (op) {
    case '&&':
      return { type: 'Boolean', run: (scope) => x(scope) === true && y(scope) === true };
    case '||':
      return { type: 'Boolean', run: (scope) => x(scope) === true || y(scope) === true };
    case '=':
    case '<>': {
      if (!comparable(left.type, right.type)) throw mismatch();
      const wanted = op === '=';
      return { type: 'Boolean', run: (scope) => isEqual(x(scope), y(scope)) === wanted };
    }
    case '<':
    case '>':
    case '<=':
    case '>=': {
      if (!comparable(left.type, right.type)) throw mismatch();
      const test = ORDER[op];
      return {
        type: 'Boolean',
        run: (scope) => {
          const order = compare(x(scope), y(scope));
          return order !== null && test(order);
        },
      };
    }
    case '&':
      if (!isOneOf(left.type, 'Text') || !isOneOf(right.type, 'Text')) throw mismatch();
      return { type: 'Text', run: (scope) => blankText(x(scope)) + blankText(y(scope)) };
    case '+':
    case '-': {
      const built = op === '+' ? add(left, right) : subtract(left, right);
      if (!built) throw mismatch();
      return built;
    }
    default:
      if (!isOneOf(left.type, 'Number') || !isOneOf(right.type, 'Number')) throw mismatch();
      return { type: 'Number', run: strict(x, y, ARITHMETIC[op]) };
  }
}

const comparable = (a: FormulaType, b: FormulaType) =>
  a === b || isOneOf(a) || isOneOf(b) || (isOneOf(a, 'Date', 'Datetime') && isOneOf(b, 'Date', 'Datetime'));
