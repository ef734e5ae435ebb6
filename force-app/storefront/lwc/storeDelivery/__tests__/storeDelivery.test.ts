import { adoptCart, forgetCart } from 'c/cartStore';
import {
  chooseCountry,
  connectCountry,
  freeShippingFrom,
  homeCountry,
  methodsTo,
  namedCountries,
} from 'c/storeDelivery';
import { cart, store } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CartController.getCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const method = { name: 'World', price: 30, freeFrom: null, minDays: null, maxDays: null };

describe('c/storeDelivery', () => {
  it('finds the methods of a country, else those for everywhere', () => {
    expect(methodsTo(store(), 'NZ').map(({ name }) => name)).toEqual(['Parcel']);
    expect(methodsTo(store(), 'FR')).toEqual([]);
    expect(methodsTo(store(), null)).toEqual([]);
    const world = store({ delivery: [...store().delivery, { countries: null, methods: [method] }] });
    expect(methodsTo(world, 'FR')).toEqual([method]);
    expect(methodsTo(world, 'NZ')).toHaveLength(1);
    expect(namedCountries(world)).toEqual([]);
    expect(namedCountries(store())).toEqual(['US', 'AU', 'NZ']);
  });

  it('knows from when on shipping is free', () => {
    expect(freeShippingFrom(store(), 'US')).toBe(75);
    expect(freeShippingFrom(store(), 'FR')).toBeNull();
    const gift = store({ delivery: [{ countries: ['US'], methods: [{ ...method, price: 0 }, method] }] });
    expect(freeShippingFrom(gift, 'US')).toBe(0);
  });

  it('takes the country of the language for home only when the store sends there', () => {
    expect(homeCountry(store())).toBe('US');
    expect(homeCountry(store({ locale: 'de_DE' }))).toBeNull();
    expect(homeCountry(store({ locale: 'en' }))).toBeNull();
  });

  it('prefers the address of the cart to what was picked', () => {
    const heard: (string | null)[] = [];
    const end = connectCountry('c', (code) => heard.push(code));
    chooseCountry('c', 'AU');
    adoptCart('c', cart({ countryCode: 'US' }));
    expect(heard.at(-1)).toBe('US');
    forgetCart('c');
    expect(heard.at(-1)).toBe('AU');
    end();
    chooseCountry('c', 'NZ');
    expect(heard.at(-1)).toBe('AU');
    expect(heard[0]).toBeNull();
  });
});
