// Sources: Apex Reference Guide (Integer, Long, Double, Decimal, Math classes), java.math.BigDecimal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDouble } from '../../values.js';
import { apexError, asUser, call, constant, decimal, stat } from './helpers.js';

const D = (method: string, self: string, ...args: unknown[]) => call('System.Decimal', method, decimal(self), ...args);
const mode = (name: string) => constant('System.RoundingMode', name);

test('reads integers and longs within their range', () => {
  assert.equal(stat('System.Integer', 'valueOf', ' 123 '), 123);
  assert.throws(() => stat('System.Integer', 'valueOf', 'abc'), apexError('TypeException', 'Invalid integer: abc'));
  assert.throws(
    () => stat('System.Integer', 'valueOf', '2147483648'),
    apexError('TypeException', 'Invalid integer: 2147483648'),
  );
  assert.throws(() => stat('System.Integer', 'valueOf', '1.0'), apexError('TypeException', 'Invalid integer: 1.0'));
  assert.equal(stat('System.Long', 'valueOf', '9223372036854775807'), 9223372036854775807n);
  assert.throws(() => stat('System.Long', 'valueOf', 'x'), apexError('TypeException', 'Invalid long: x'));
  assert.throws(() => stat('System.Decimal', 'valueOf', '1,5'), apexError('TypeException', 'Invalid decimal: 1,5'));
  assert.throws(() => stat('System.Double', 'valueOf', ''), apexError('TypeException', 'Invalid double: '));
});

test('converts between numeric types', () => {
  assert.equal(D('intValue', '1.9'), 1);
  assert.equal(D('intValue', '-1.9'), -1);
  assert.equal(D('longValue', '3000000000.5'), 3000000000n);
  assert.equal(call('System.Double', 'intValue', new ApexDouble(1e12)), 2147483647);
  assert.equal(call('System.Long', 'intValue', 4294967297n), 1);
  assert.equal(D('doubleValue', '1.50').v, 1.5);
});

test('rounds and scales decimals', () => {
  assert.equal(D('round', '4.5'), 4n);
  assert.equal(D('round', '5.5'), 6n);
  assert.equal(D('round', '4.5', mode('UP')), 5n);
  assert.equal(String(D('setScale', '5.235', 2)), '5.24');
  assert.equal(String(D('setScale', '5.245', 2)), '5.24');
  assert.equal(String(D('setScale', '1.235', 2, mode('HALF_EVEN'))), '1.24');
  assert.equal(String(D('setScale', '1.225', 2, mode('HALF_EVEN'))), '1.22');
  assert.equal(String(D('setScale', '1', 3)), '1.000');
  assert.equal(String(D('divide', '19', decimal('100'), 3)), '0.190');
  assert.equal(String(D('divide', '3.4567', decimal('5'), 2, mode('FLOOR'))), '0.69');
  assert.throws(() => D('divide', '1', decimal('0'), 2), apexError('MathException', 'Divide by 0'));
});

test('tells precision and scale', () => {
  assert.deepEqual([D('precision', '123.45'), D('scale', '123.45')], [5, 2]);
  assert.equal(String(D('stripTrailingZeros', '1.500')), '1.5');
  assert.equal(String(D('pow', '4.12', 2)), '16.9744');
  assert.equal(D('toPlainString', '12345.6789'), '12345.6789');
});

test('formats by locale', () => {
  asUser(() => {
    assert.equal(D('format', '1234567.50'), '1,234,567.50');
    assert.equal(call('System.Integer', 'format', -1234567), '-1,234,567');
  });
  asUser(() => assert.equal(D('format', '1234.5'), '1.234,5'), { locale: 'de_DE' });
});

test('Math picks the overload of its widest argument', () => {
  assert.equal(stat('System.Math', 'max', 1, 2), 2);
  assert.equal(stat('System.Math', 'max', 1, 2n), 2n);
  assert.equal(String(stat('System.Math', 'min', decimal('1.50'), 2)), '1.50');
  assert.equal(stat('System.Math', 'mod', -7, 3), -1);
  assert.throws(() => stat('System.Math', 'mod', 1, 0), apexError('MathException', 'Divide by 0'));
  assert.equal(String(stat('System.Math', 'ceil', decimal('1.2'))), '2');
  assert.equal(stat('System.Math', 'floor', new ApexDouble(-1.2)).v, -2);
  assert.equal(stat('System.Math', 'round', new ApexDouble(2.5)), 3);
  assert.equal(stat('System.Math', 'roundToLong', decimal('4.5')), 4n);
  assert.equal(stat('System.Math', 'rint', new ApexDouble(2.5)).v, 2);
  assert.equal(stat('System.Math', 'abs', -2147483648), -2147483648);
  assert.equal(String(stat('System.Math', 'sqrt', decimal('9'))), '3.0');
});
