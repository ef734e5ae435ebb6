/** Mathematical functions. Exact where decimals allow it, double precision for the transcendental ones. */
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { define, requireType, values } from './functions.js';
import { divide, fromDouble } from './operators.js';
import { FormulaRuntimeError, type Expression } from './types.js';

type Location = { latitude: ApexDecimal; longitude: ApexDecimal };
const whole = (value: bigint) => new ApexDecimal(value);
const number = (name: string, fn: (value: ApexDecimal) => unknown) => values(name, 'Number', ['Number'], 1, 1, fn);
const real = (name: string, fn: (value: number) => number) => number(name, (value) => fromDouble(fn(value.toNumber())));

number('ABS', (value) => value.abs());
// CEILING and FLOOR go away from and towards zero, MCEILING and MFLOOR up and down: Salesforce Help, "CEILING".
number('CEILING', (value) => whole(value.round('UP')));
number('FLOOR', (value) => whole(value.round('DOWN')));
number('MCEILING', (value) => whole(value.round('CEILING')));
number('MFLOOR', (value) => whole(value.round('FLOOR')));
number('SQRT', (value) => {
  if (value.signum() < 0) throw new FormulaRuntimeError('SQRT of a negative number');
  return fromDouble(Math.sqrt(value.toNumber()));
});
real('EXP', Math.exp);
real('LN', Math.log);
real('LOG', Math.log10);
real('SIN', Math.sin);
real('COS', Math.cos);
real('TAN', Math.tan);
real('ASIN', Math.asin);
real('ACOS', Math.acos);
real('ATAN', Math.atan);
values('ATAN2', 'Number', ['Number'], 2, 2, (y: ApexDecimal, x: ApexDecimal) =>
  fromDouble(Math.atan2(y.toNumber(), x.toNumber())),
);
values('PI', 'Number', [], 0, 0, () => fromDouble(Math.PI));

/** Rounds at a number of places, which may be negative. */
function roundAt(value: ApexDecimal, places: ApexDecimal, mode: 'HALF_UP' | 'DOWN'): ApexDecimal {
  const scale = Number(places.toBigInt());
  if (scale >= 0) return value.scale > scale ? value.setScale(scale, mode) : value;
  const unit = new ApexDecimal(10n ** BigInt(-scale));
  return whole(divide(value, unit).round(mode)).multiply(unit);
}
values('ROUND', 'Number', ['Number'], 2, 2, (value: ApexDecimal, places: ApexDecimal) =>
  roundAt(value, places, 'HALF_UP'),
);
values('TRUNC', 'Number', ['Number'], 1, 2, (value: ApexDecimal, places: ApexDecimal = ApexDecimal.ZERO) =>
  roundAt(value, places, 'DOWN'),
);
values('MOD', 'Number', ['Number'], 2, 2, (value: ApexDecimal, divisor: ApexDecimal) => {
  if (divisor.signum() === 0) return value;
  return value.subtract(whole(divide(value, divisor).toBigInt()).multiply(divisor));
});
const extreme =
  (sign: number) =>
  (first: ApexDecimal, ...rest: ApexDecimal[]) =>
    rest.reduce((best, value) => (value.compareTo(best) * sign > 0 ? value : best), first);
values('MAX', 'Number', ['Number'], 1, 100, extreme(1));
values('MIN', 'Number', ['Number'], 1, 100, extreme(-1));

values('GEOLOCATION', 'Location', ['Number'], 2, 2, (latitude: ApexDecimal, longitude: ApexDecimal): Location => ({
  latitude,
  longitude,
}));

const EARTH_RADIUS = { mi: 3958.761, km: 6371.009 } as const;

/** Great-circle distance in miles or kilometres. */
function distance(a: Location, b: Location, unit: string): ApexDecimal {
  const radius = EARTH_RADIUS[unit as keyof typeof EARTH_RADIUS];
  if (!radius) throw new FormulaRuntimeError(`The unit of DISTANCE is 'mi' or 'km', not '${unit}'`);
  const rad = (degrees: ApexDecimal) => (degrees.toNumber() * Math.PI) / 180;
  const [lat1, lat2] = [rad(a.latitude), rad(b.latitude)];
  const h =
    Math.sin((lat2 - lat1) / 2) ** 2 +
    Math.cos(lat1) * Math.cos(lat2) * Math.sin((rad(b.longitude) - rad(a.longitude)) / 2) ** 2;
  return fromDouble(2 * radius * Math.asin(Math.sqrt(h)));
}
define('DISTANCE', {
  min: 3,
  max: 3,
  build: (_, args, node) => {
    const [from, to, unit] = args as [Expression, Expression, Expression];
    requireType('DISTANCE', unit, 'Text', node.at);
    return {
      type: 'Number',
      run: (scope) => {
        const [a, b] = [from.run(scope), to.run(scope)] as [Location | null, Location | null];
        return a === null || b === null ? null : distance(a, b, String(unit.run(scope)).toLowerCase());
      },
    };
  },
});
// One currency: every rate is 1.
values('CURRENCYRATE', 'Number', ['Text'], 1, 1, () => ApexDecimal.ONE);
