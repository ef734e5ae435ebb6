/** System.Math: overloads follow the widest argument, Integer < Long < Double < Decimal. */
import { randomBytes } from 'node:crypto';
import { raise } from '../errors.js';
import { defineClass, type LibFunction } from '../registry.js';
import { ApexDecimal } from '../values/decimal.js';
import { ApexDouble } from '../values/scalars.js';
import { dec, need, num } from './args.js';

type Numeric = number | bigint | ApexDouble | ApexDecimal;

const rank = (value: Numeric): number =>
  typeof value === 'number' ? 0 : typeof value === 'bigint' ? 1 : value instanceof ApexDouble ? 2 : 3;

/** Both arguments in the wider of their types. */
function widened(a: Numeric, b: Numeric): [Numeric, Numeric] {
  const to = Math.max(rank(need(a)), rank(need(b)));
  return [widen(a, to), widen(b, to)];
}

function widen(value: Numeric, to: number): Numeric {
  if (rank(value) === to) return value;
  return to === 1 ? BigInt(value as number) : to === 2 ? new ApexDouble(num(value)) : dec(value);
}

function less(a: Numeric, b: Numeric): boolean {
  if (a instanceof ApexDecimal) return a.compareTo(b as ApexDecimal) < 0;
  if (a instanceof ApexDouble) return a.v < (b as ApexDouble).v;
  return (a as number) < (b as number);
}

function min(a: Numeric, b: Numeric): Numeric {
  const [x, y] = widened(a, b);
  return less(y, x) ? y : x;
}

function max(a: Numeric, b: Numeric): Numeric {
  const [x, y] = widened(a, b);
  return less(x, y) ? y : x;
}

function abs(value: Numeric): Numeric {
  need(value);
  if (typeof value === 'number') return Math.abs(value) | 0;
  if (typeof value === 'bigint') return BigInt.asIntN(64, value < 0n ? -value : value);
  return value instanceof ApexDouble ? new ApexDouble(Math.abs(value.v)) : value.abs();
}

function mod(a: Numeric, b: Numeric): Numeric {
  const [x, y] = widened(a, b);
  if (num(y) === 0) return raise('System.MathException', 'Divide by 0');
  if (typeof x === 'bigint') return x % (y as bigint);
  return typeof x === 'number' ? (x % (y as number)) | 0 : new ApexDouble(num(x) % num(y));
}

/** A function of doubles that gives Decimal for a Decimal argument. */
function real(compute: (v: number) => number): LibFunction {
  return (value: Numeric) => {
    need(value);
    const result = compute(num(value));
    return value instanceof ApexDecimal ? finite(result) : new ApexDouble(result);
  };
}

const finite = (v: number): ApexDecimal =>
  Number.isFinite(v) ? ApexDecimal.fromDouble(v) : raise('System.MathException', 'Infinite or NaN');

/** Ties to even, as java.lang.Math.rint. */
function rint(v: number): number {
  const floor = Math.floor(v);
  const rest = v - floor;
  if (rest !== 0.5) return Math.round(v);
  return floor % 2 === 0 ? floor : floor + 1;
}

const directed = (compute: (v: number) => number, mode: 'CEILING' | 'FLOOR' | 'HALF_EVEN') => (value: Numeric) =>
  need(value) instanceof ApexDecimal ? (value as ApexDecimal).setScale(0, mode) : new ApexDouble(compute(num(value)));

defineClass('System.Math', {
  staticProps: { e: { get: () => new ApexDouble(Math.E) }, pi: { get: () => new ApexDouble(Math.PI) } },
  statics: {
    abs,
    acos: real(Math.acos),
    asin: real(Math.asin),
    atan: real(Math.atan),
    atan2: (y: Numeric, x: Numeric) => binary(y, x, Math.atan2),
    cbrt: real(Math.cbrt),
    ceil: directed(Math.ceil, 'CEILING'),
    cos: real(Math.cos),
    cosh: real(Math.cosh),
    exp: real(Math.exp),
    floor: directed(Math.floor, 'FLOOR'),
    log: real(Math.log),
    log10: real(Math.log10),
    max,
    min,
    mod,
    pow: (base: Numeric, exponent: Numeric) => new ApexDouble(Math.pow(num(base), num(exponent))),
    random: () => new ApexDouble(randomBytes(6).readUIntBE(0, 6) / 2 ** 48),
    rint: directed(rint, 'HALF_EVEN'),
    round: (value: Numeric) =>
      need(value) instanceof ApexDecimal
        ? Number(BigInt.asIntN(32, (value as ApexDecimal).round('HALF_EVEN')))
        : Math.max(-2147483648, Math.min(2147483647, Math.floor(num(value) + 0.5))),
    roundtolong: (value: Numeric) =>
      need(value) instanceof ApexDecimal
        ? (value as ApexDecimal).round('HALF_EVEN')
        : BigInt(Math.floor(num(value) + 0.5)),
    signum: (value: Numeric) =>
      need(value) instanceof ApexDecimal
        ? ApexDecimal.ofInteger((value as ApexDecimal).signum())
        : new ApexDouble(Math.sign(num(value))),
    sin: real(Math.sin),
    sinh: real(Math.sinh),
    sqrt: real(Math.sqrt),
    tan: real(Math.tan),
    tanh: real(Math.tanh),
  },
});

function binary(a: Numeric, b: Numeric, compute: (a: number, b: number) => number): Numeric {
  const result = compute(num(a), num(b));
  return a instanceof ApexDecimal || b instanceof ApexDecimal ? finite(result) : new ApexDouble(result);
}
