/** System.Integer, System.Long, System.Double, System.Boolean and System.Decimal. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { ApexDecimal, type RoundingMode } from '../values/decimal.js';
import { equals, hashCode } from '../values/equality.js';
import { ApexDouble, type ApexEnumValue } from '../values/scalars.js';
import { doubleText, text } from '../values/text.js';
import { dec, need, num, raiseType } from './args.js';
import { defineEnum } from './enums.js';
import { formatNumber, parseDecimal, parseDouble, parseIntegral } from './number-format.js';

defineEnum('System.RoundingMode', [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'UNNECESSARY',
]);

export const roundingMode = (mode: ApexEnumValue): RoundingMode => need(mode).name as RoundingMode;

const same = { equals: (self: unknown, other: unknown) => equals(self, other), hashcode: hashCode, tostring: text };

/** An Object argument as the number it is, for `valueOf(Object)`. */
function wrongType(value: unknown, target: string): never {
  return raiseType(
    `Invalid conversion from runtime type ${typeof value === 'boolean' ? 'Boolean' : 'Object'} to ${target}`,
  );
}

/** Java's narrowing of a floating number to int. */
export function toInt32(v: number): number {
  if (Number.isNaN(v)) return 0;
  return Math.max(-2147483648, Math.min(2147483647, Math.trunc(v)));
}

export function toInt64(v: number): bigint {
  if (Number.isNaN(v)) return 0n;
  if (v >= 9.223372036854775807e18) return 9223372036854775807n;
  if (v <= -9.223372036854775808e18) return -9223372036854775808n;
  return BigInt(Math.trunc(v));
}

/**
 * The overload that takes an Object, such as a field's value, gives null for null; the one that takes text refuses it.
 * The compiler calls it by this name.
 */
const ofObject = (valueOf: (value: unknown) => unknown) => ({
  valueof$object: (value: unknown) => (value === null ? null : valueOf(value)),
});

const integerValueOf = (value: unknown) => {
  need(value);
  if (typeof value === 'string') return Number(parseIntegral(value, 32));
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (value instanceof ApexDecimal) return Number(BigInt.asIntN(32, value.toBigInt()));
  if (value instanceof ApexDouble) return toInt32(value.v);
  return wrongType(value, 'Integer');
};

defineClass('System.Integer', {
  statics: {
    valueof: integerValueOf,
    ...ofObject(integerValueOf),
  },
  methods: {
    ...same,
    format: (self: number) => formatNumber(ApexDecimal.ofInteger(self)),
    intvalue: (self: number) => self,
    longvalue: (self: number) => BigInt(self),
    doublevalue: (self: number) => new ApexDouble(self),
  },
});

defineClass('System.Long', {
  statics: {
    valueof: (value: unknown) => {
      need(value);
      if (typeof value === 'string') return parseIntegral(value, 64);
      if (typeof value === 'bigint') return value;
      if (typeof value === 'number') return BigInt(value);
      if (value instanceof ApexDecimal) return BigInt.asIntN(64, value.toBigInt());
      if (value instanceof ApexDouble) return toInt64(value.v);
      return wrongType(value, 'Long');
    },
  },
  methods: {
    ...same,
    format: (self: bigint) => formatNumber(new ApexDecimal(self)),
    intvalue: (self: bigint) => Number(BigInt.asIntN(32, self)),
    longvalue: (self: bigint) => self,
  },
});

const doubleValueOf = (value: unknown) => {
  need(value);
  if (typeof value === 'string') return new ApexDouble(parseDouble(value));
  if (ApexDecimal.fromNumeric(value) || value instanceof ApexDouble) return new ApexDouble(num(value));
  return wrongType(value, 'Double');
};

defineClass('System.Double', {
  statics: {
    valueof: doubleValueOf,
    ...ofObject(doubleValueOf),
  },
  methods: {
    ...same,
    format: (self: ApexDouble) => formatNumber(ApexDecimal.fromDouble(self.v).strip()),
    intvalue: (self: ApexDouble) => toInt32(num(self)),
    longvalue: (self: ApexDouble) => toInt64(num(self)),
    doublevalue: (self: ApexDouble) => self,
    round: (self: ApexDouble) => BigInt(Math.floor(num(self) + 0.5)),
    tostring: (self: ApexDouble) => doubleText(num(self)),
  },
});

defineClass('System.Boolean', {
  statics: {
    valueof: (value: unknown) => {
      need(value);
      if (typeof value === 'boolean') return value;
      if (typeof value === 'string') return value.toLowerCase() === 'true';
      return raiseType('Invalid boolean');
    },
  },
  methods: same,
});

function power(base: ApexDecimal, exponent: number): ApexDecimal {
  if (exponent < 0 || exponent > 32767) return raise('System.MathException', 'Exponent must be between 0 and 32,767');
  let result = ApexDecimal.ONE;
  let square = base;
  for (let n = exponent; n > 0; n >>= 1) {
    if (n & 1) result = result.multiply(square);
    if (n > 1) square = square.multiply(square);
  }
  return result;
}

defineClass('System.Decimal', {
  statics: {
    valueof: (value: unknown) => {
      need(value);
      if (typeof value === 'string') return parseDecimal(value);
      return ApexDecimal.fromNumeric(value) ?? wrongType(value, 'Decimal');
    },
  },
  methods: {
    ...same,
    abs: (self: ApexDecimal) => dec(self).abs(),
    divide: (self: ApexDecimal, divisor: unknown, scale: number, mode?: ApexEnumValue) =>
      dec(self).divide(dec(divisor), need(scale), mode === undefined ? 'HALF_EVEN' : roundingMode(mode)),
    doublevalue: (self: ApexDecimal) => new ApexDouble(num(self)),
    format: (self: ApexDecimal) => formatNumber(dec(self)),
    intvalue: (self: ApexDecimal) => Number(BigInt.asIntN(32, dec(self).toBigInt())),
    longvalue: (self: ApexDecimal) => BigInt.asIntN(64, dec(self).toBigInt()),
    pow: (self: ApexDecimal, exponent: number) => power(dec(self), need(exponent)),
    precision: (self: ApexDecimal) => dec(self).precision(),
    round: (self: ApexDecimal, mode?: ApexEnumValue) =>
      dec(self).round(mode === undefined ? 'HALF_EVEN' : roundingMode(mode)),
    scale: (self: ApexDecimal) => dec(self).scale,
    setscale: (self: ApexDecimal, scale: number, mode?: ApexEnumValue) =>
      dec(self).setScale(need(scale), mode === undefined ? 'HALF_EVEN' : roundingMode(mode)),
    striptrailingzeros: (self: ApexDecimal) => dec(self).stripTrailingZeros(),
    toplainstring: (self: ApexDecimal) => dec(self).toPlainString(),
  },
});
