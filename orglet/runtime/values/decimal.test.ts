import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDecimal, type RoundingMode } from './decimal.js';

const d = (text: string) => ApexDecimal.parse(text)!;

test('sums keep the larger scale, products add scales', () => {
  assert.equal(String(d('1.10').add(d('2.2'))), '3.30');
  assert.equal(String(d('1.10').subtract(d('1.1'))), '0.00');
  assert.equal(String(d('1.10').multiply(d('2.2'))), '2.420');
});

test('a quotient that ends is exact, others are rounded', () => {
  assert.equal(String(d('1').quotient(d('4'))), '0.25');
  assert.equal(String(d('10.00').quotient(d('4'))), '2.50');
  assert.equal(String(d('1').quotient(d('3'))), '0.333333333333333333333333333333333');
  assert.throws(() => d('1').quotient(d('0')), { typeName: 'System.MathException', message: 'Divide by 0' });
});

// Source: java.math.RoundingMode, table "Result of rounding input to one digit".
test('rounds as java.math.RoundingMode documents', () => {
  const inputs = ['5.5', '2.5', '1.6', '1.1', '1.0', '-1.0', '-1.1', '-1.6', '-2.5', '-5.5'];
  const expected: Partial<Record<RoundingMode, number[]>> = {
    UP: [6, 3, 2, 2, 1, -1, -2, -2, -3, -6],
    DOWN: [5, 2, 1, 1, 1, -1, -1, -1, -2, -5],
    CEILING: [6, 3, 2, 2, 1, -1, -1, -1, -2, -5],
    FLOOR: [5, 2, 1, 1, 1, -1, -2, -2, -3, -6],
    HALF_UP: [6, 3, 2, 1, 1, -1, -1, -2, -3, -6],
    HALF_DOWN: [5, 2, 2, 1, 1, -1, -1, -2, -2, -5],
    HALF_EVEN: [6, 2, 2, 1, 1, -1, -1, -2, -2, -6],
  };
  for (const [mode, results] of Object.entries(expected)) {
    assert.deepEqual(
      inputs.map((input) => Number(d(input).round(mode as RoundingMode))),
      results,
      mode,
    );
  }
});

test('prints as BigDecimal does', () => {
  assert.equal(String(d('0.0000001')), '1E-7');
  assert.equal(d('0.0000001').toPlainString(), '0.0000001');
  assert.equal(String(d('100').stripTrailingZeros()), '1E+2');
  assert.equal(d('100').stripTrailingZeros().toPlainString(), '100');
  assert.equal(String(d('-0.50')), '-0.50');
});

test('refuses text that is no number', () => {
  for (const text of ['', '.', 'abc', '1,5', '1.2.3']) assert.equal(ApexDecimal.parse(text), null);
});
