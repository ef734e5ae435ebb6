import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressData } from 'c/addressBook';
import { addressLines } from 'c/addressPrinter';

const read = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../../staticresources', `${name}.json`), 'utf8'));
const data: AddressData = read('AddressFormats');
const examples = read('AddressExamples');

describe('c/addressPrinter', () => {
  it.each(examples.addresses as any[])('prints an address as its country does: $lines', (example: any) => {
    expect(addressLines(data, example.address, example.locale ?? 'en-US')).toEqual(example.lines);
  });

  it('prints what it has when nothing is known of the country', () => {
    const address = { firstName: 'Ada', lastName: 'Byron', street: '1 Quay', city: 'Leith', countryCode: 'GB' };
    expect(addressLines({}, address, 'en-GB')).toEqual(['Ada Byron', '1 Quay', 'Leith', 'United Kingdom']);
  });
});
