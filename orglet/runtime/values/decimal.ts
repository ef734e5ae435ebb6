/** Decimal: java.math.BigDecimal's arithmetic on an unscaled bigint and a scale. */
import { raise } from '../errors.js';
import { ApexDouble } from './scalars.js';

/** `System.RoundingMode` names. */
export type RoundingMode = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY';

const powers: bigint[] = [1n];

/** 10 to the power of n ≥ 0. */
export function tenTo(n: number): bigint {
  if (n > 2000) return 10n ** BigInt(n);
  for (let i = powers.length; i <= n; i++) powers.push(powers[i - 1]! * 10n);
  return powers[n]!;
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);
const digitsOf = (n: bigint): number => magnitude(n).toString().length;

/** n / d rounded to an integer. */
function roundedQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const quotient = n / d;
  const remainder = n % d;
  if (remainder === 0n) return quotient;
  const sign = n < 0n === d < 0n ? 1n : -1n;
  return roundsAway(mode, sign, quotient, magnitude(remainder) * 2n, magnitude(d)) ? quotient + sign : quotient;
}

function roundsAway(mode: RoundingMode, sign: bigint, quotient: bigint, twice: bigint, divisor: bigint): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return sign > 0n;
    case 'FLOOR':
      return sign < 0n;
    case 'HALF_UP':
      return twice >= divisor;
    case 'HALF_DOWN':
      return twice > divisor;
    case 'HALF_EVEN':
      return twice > divisor || (twice === divisor && quotient % 2n !== 0n);
    case 'UNNECESSARY':
      return raise('System.MathException', 'Rounding necessary');
  }
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
/** Digits Apex keeps in a quotient of `/`. */
const QUOTIENT_DIGITS = 38;
const MAX_SCALE = 33;

/** Immutable. */
export class ApexDecimal {
  readonly u: bigint;
  readonly scale: number;
  private text: string | null = null;

  constructor(unscaled: bigint, scale = 0) {
    this.u = unscaled;
    this.scale = scale;
  }

  static readonly ZERO = new ApexDecimal(0n, 0);
  static readonly ONE = new ApexDecimal(1n, 0);

  /** From decimal text (`-1.50`, `2E+3`); null when it is none. */
  static parse(text: string): ApexDecimal | null {
    const match = NUMBER.exec(text);
    if (!match || (!match[2] && !match[3])) return null;
    const fraction = match[3] ?? '';
    const unscaled = BigInt(match[2] + fraction);
    const scale = fraction.length - Number(match[4] ?? 0);
    return new ApexDecimal(match[1] === '-' ? -unscaled : unscaled, scale).plain();
  }

  /** The shortest decimal that reads back as the double, as `BigDecimal.valueOf(double)`. */
  static fromDouble(v: number): ApexDecimal {
    if (!Number.isFinite(v)) return raise('System.TypeException', `Invalid decimal: ${v}`);
    const decimal = ApexDecimal.parse(String(v))!;
    return Number.isInteger(v) && decimal.scale === 0 ? new ApexDecimal(decimal.u * 10n, 1) : decimal;
  }

  /** Integer, Long, Double or Decimal as Decimal; null for anything else. */
  static fromNumeric(value: unknown): ApexDecimal | null {
    if (typeof value === 'number') return new ApexDecimal(BigInt(value), 0);
    if (typeof value === 'bigint') return new ApexDecimal(value, 0);
    if (value instanceof ApexDecimal) return value;
    if (value instanceof ApexDouble) return Number.isFinite(value.v) ? ApexDecimal.fromDouble(value.v) : null;
    return null;
  }

  static ofInteger = (n: number): ApexDecimal => new ApexDecimal(BigInt(n), 0);

  /** Without a negative scale. */
  private plain(): ApexDecimal {
    return this.scale >= 0 ? this : new ApexDecimal(this.u * tenTo(-this.scale), 0);
  }

  private at(scale: number): bigint {
    return this.u * tenTo(scale - this.scale);
  }

  add(o: ApexDecimal): ApexDecimal {
    if (this.scale === o.scale) return new ApexDecimal(this.u + o.u, this.scale);
    const scale = Math.max(this.scale, o.scale);
    return new ApexDecimal(this.at(scale) + o.at(scale), scale);
  }

  subtract(o: ApexDecimal): ApexDecimal {
    if (this.scale === o.scale) return new ApexDecimal(this.u - o.u, this.scale);
    const scale = Math.max(this.scale, o.scale);
    return new ApexDecimal(this.at(scale) - o.at(scale), scale);
  }

  multiply(o: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.u * o.u, this.scale + o.scale).bounded();
  }

  /** Apex keeps at most 33 decimal places. */
  private bounded(): ApexDecimal {
    return this.scale > MAX_SCALE ? this.setScale(MAX_SCALE, 'HALF_UP') : this;
  }

  /** The `/` operator: exact when the quotient ends, else rounded half up at 33 places. */
  quotient(o: ApexDecimal): ApexDecimal {
    if (o.u === 0n) return raise('System.MathException', 'Divide by 0');
    const preferred = this.scale - o.scale;
    if (this.u === 0n) return new ApexDecimal(0n, Math.max(0, preferred));
    const whole = Math.max(1, digitsOf(this.u) - this.scale - (digitsOf(o.u) - o.scale) + 1);
    const scale = Math.max(0, Math.min(MAX_SCALE, QUOTIENT_DIGITS - whole));
    const exact = this.divide(o, scale, 'HALF_UP');
    return exact.stripTo(Math.max(0, preferred));
  }

  /** Quotient with exactly `scale` places. */
  divide(o: ApexDecimal, scale: number, mode: RoundingMode = 'HALF_EVEN'): ApexDecimal {
    if (o.u === 0n) return raise('System.MathException', 'Divide by 0');
    const shift = scale + o.scale - this.scale;
    const n = shift >= 0 ? this.u * tenTo(shift) : this.u;
    const d = shift >= 0 ? o.u : o.u * tenTo(-shift);
    return new ApexDecimal(roundedQuotient(n, d, mode), scale);
  }

  negate(): ApexDecimal {
    return new ApexDecimal(-this.u, this.scale);
  }

  abs(): ApexDecimal {
    return this.u < 0n ? this.negate() : this;
  }

  signum(): number {
    return this.u > 0n ? 1 : this.u < 0n ? -1 : 0;
  }

  compareTo(o: ApexDecimal): number {
    const scale = Math.max(this.scale, o.scale);
    const left = this.scale === scale ? this.u : this.at(scale);
    const right = o.scale === scale ? o.u : o.at(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  setScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): ApexDecimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return new ApexDecimal(this.at(scale), scale);
    return new ApexDecimal(roundedQuotient(this.u, tenTo(this.scale - scale), mode), scale);
  }

  /** Nearest whole number. */
  round(mode: RoundingMode = 'HALF_EVEN'): bigint {
    return this.setScale(0, mode).u;
  }

  /** Truncated. */
  toBigInt(): bigint {
    return this.scale <= 0 ? this.u * tenTo(-this.scale) : this.u / tenTo(this.scale);
  }

  toNumber(): number {
    return Number(this.toPlainString());
  }

  /** Number of digits of the unscaled value. */
  precision(): number {
    return digitsOf(this.u);
  }

  private stripTo(minimum: number): ApexDecimal {
    let { u, scale } = this;
    while (scale > minimum && u % 10n === 0n) {
      u /= 10n;
      scale--;
    }
    return scale === this.scale ? this : new ApexDecimal(u, scale);
  }

  /** Without trailing zeros right of the point. */
  strip(): ApexDecimal {
    return this.stripTo(0);
  }

  /** `BigDecimal.stripTrailingZeros`: 100 becomes 1E+2. */
  stripTrailingZeros(): ApexDecimal {
    return this.u === 0n ? ApexDecimal.ZERO : this.stripTo(-digitsOf(this.u));
  }

  toPlainString(): string {
    if (this.scale <= 0) return (this.u * tenTo(-this.scale)).toString();
    const digits = magnitude(this.u)
      .toString()
      .padStart(this.scale + 1, '0');
    const cut = digits.length - this.scale;
    return `${this.u < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
  }

  /** `BigDecimal.toString`: scientific below 10⁻⁶ and for negative scales. */
  toString(): string {
    return (this.text ??= this.render());
  }

  private render(): string {
    const digits = magnitude(this.u).toString();
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) return this.toPlainString();
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${this.u < 0n ? '-' : ''}${mantissa}E${exponent > 0 ? '+' : ''}${exponent}`;
  }
}
