/** Records that a definition's org has besides: currencies, and files of records. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OrgShape } from '../../schema/index.js';
import { ApexDecimal } from '../../runtime/values.js';
import type { PlatformRows } from '../rows.js';
import type { OrgOptions } from '../types.js';

/** Currency of an org that has said nothing else. */
const CORPORATE = 'USD';

/** The corporate currency, which a fresh org with multiple currencies has alone. */
export function seedCurrencies(rows: PlatformRows): void {
  rows.ensure(
    'CurrencyType',
    { IsoCode: CORPORATE },
    { ConversionRate: ApexDecimal.ofInteger(1), DecimalPlaces: 2, IsActive: true, IsCorporate: true },
  );
}

interface Tree {
  records?: ({ attributes?: { type?: string } } & Record<string, unknown>)[];
}

/** @throws Error with one sentence when a file is not what `sf data export tree` writes */
export function seedRecordFiles({ projectDir, recordFiles = [] }: OrgOptions, rows: PlatformRows): void {
  for (const file of recordFiles.map((path) => resolve(projectDir, path))) {
    const { records } = JSON.parse(readFileSync(file, 'utf8')) as Tree;
    if (!Array.isArray(records)) throw new Error(`${file} has no list of records`);
    for (const { attributes, ...fields } of records) {
      if (!attributes?.type) throw new Error(`${file} has a record without attributes.type`);
      rows.insert(
        attributes.type,
        Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueOf(value)])),
      );
    }
  }
}

/** JSON knows one kind of number; only those with a fraction must be decimals here. */
const valueOf = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? ApexDecimal.parse(String(value)) : value;

/** Tells the describe of `CurrencyIsoCode` which currencies there are. */
export function readCurrencies({ multiCurrency, currencies }: OrgShape, rows: PlatformRows): void {
  if (!multiCurrency) return;
  currencies.length = 0;
  for (const { f } of rows.find('CurrencyType', {})) {
    const value = String(f.IsoCode);
    currencies.push({
      value,
      label: value,
      active: f.IsActive === true,
      default: false,
      validFor: null,
      attributes: {},
    });
  }
}
