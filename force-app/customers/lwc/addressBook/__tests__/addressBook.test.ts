import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  acceptsEmail,
  acceptsPhone,
  countriesOf,
  loadAddressData,
  normalisePostcode,
  postcodeFault,
  type AddressData,
  type CountryFormat,
} from 'c/addressBook';

const read = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../../staticresources', `${name}.json`), 'utf8'));
const data: AddressData = read('AddressFormats');
const examples = read('AddressExamples');
const country = (code: string) => ({ code, format: data[code] as CountryFormat });

describe('c/addressBook', () => {
  it.each(examples.postcodes as any[])('writes the postcode $typed of $country as $written', (example: any) => {
    const written = normalisePostcode(country(example.country), example.typed);
    expect(written).toBe(example.written);
    expect(postcodeFault(country(example.country).format, written, '')).toBeNull();
  });

  it.each(examples.refused as any[])('refuses the postcode $typed of $country', (example: any) => {
    const written = normalisePostcode(country(example.country), example.typed);
    expect(postcodeFault(country(example.country).format, written, '')).toBe('shape');
  });

  it.each(examples.areas as any[])('$country $area takes $postcode: $takes', (example: any) => {
    const { format } = country(example.country);
    expect(postcodeFault(format, example.postcode, example.area)).toBe(example.takes ? null : 'area');
  });

  it('accepts the e-mail addresses that the server accepts', () => {
    const wrong = [
      ...examples.emails.accepted.filter((email: string) => !acceptsEmail(data, email)),
      ...examples.emails.refused.filter((email: string) => acceptsEmail(data, email)),
      ...examples.phones.accepted.filter((phone: string) => !acceptsPhone(phone)),
      ...examples.phones.refused.filter((phone: string) => acceptsPhone(phone)),
    ];
    expect(wrong).toEqual([]);
    expect(acceptsEmail({}, 'a@b')).toBe(true);
  });

  it('still names the countries when the data cannot be reached', () => {
    const codes = countriesOf({}, null, 'en-US').map(({ code }) => code);
    const known = countriesOf(data, null, 'en-US').map(({ code }) => code);
    expect(known.filter((code) => !codes.includes(code))).toEqual([]);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
    expect(countriesOf({}, ['US'], 'en-US')[0].fields.map(({ name }) => name)).toContain('stateCode');
  });

  it('knows what a country asks for and how it calls it', () => {
    const named = Object.fromEntries(countriesOf(data, null, 'en-US').map((each) => [each.code, each]));
    const fields = (code: string) => named[code].fields.map(({ name }) => name);
    expect(fields('US')).toEqual(['street', 'street2', 'city', 'stateCode', 'postalCode']);
    expect(fields('SG')).toEqual(['street', 'street2', 'postalCode']);
    expect(fields('AE')).toEqual(['street', 'street2', 'stateCode']);
    expect(named.HK.fields.find(({ name }) => name === 'city')).toMatchObject({
      required: false,
      label: 'c.Customers_District',
    });
    const labels = (code: string) => named[code].fields.map(({ label }) => label);
    expect(labels('JP')).toContain('c.Customers_Prefecture');
    expect(labels('IT')).toContain('c.Customers_Province');
    expect(labels('US')).toContain('c.Customers_Zip_Code');
    expect(named.IT.states.length).toBeGreaterThan(100);
    expect(named.JP.states.map(({ name }) => name)).toContain('Tokyo');
    expect(Object.keys(named)).toHaveLength(250);
  });

  it('speaks the language of the country in a store that does', () => {
    const [japan] = countriesOf(data, ['JP'], 'ja-JP');
    expect(japan.name).toBe('日本');
    expect(japan.fields.map(({ name }) => name)).toEqual(['postalCode', 'stateCode', 'street', 'street2']);
    expect(japan.states[0]).toEqual({ code: '01', name: '北海道' });
  });

  it('still asks for an address when the data cannot be reached', async () => {
    globalThis.fetch = jest
      .fn()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue({
        ok: true,
        json: () => Promise.resolve(data),
      });
    const none = await loadAddressData();
    expect(countriesOf(none, ['DE'])[0].fields.map(({ name }) => name)).toEqual([
      'street',
      'street2',
      'city',
      'stateCode',
      'postalCode',
    ]);
    expect(await loadAddressData()).toBe(data);
    expect(await loadAddressData()).toBe(data);
    expect(globalThis.fetch).toHaveBeenCalledTimes(2);
  });
});
