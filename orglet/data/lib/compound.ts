/** `System.Address` and `System.Location`: values of compound fields. */
import { ApexDouble } from '../../runtime/values.js';
import { nameType, StandardObject } from '../../runtime/values/object.js';
import { defineClass } from '../../runtime/registry.js';
import { greatCircle } from '../soql/distance.js';

/** Parts by lower-case name: `street`, `city`, `state`, `statecode`, …; missing ones are null. */
export class AddressValue extends StandardObject {
  readonly parts: Readonly<Record<string, unknown>>;
  constructor(parts: Readonly<Record<string, unknown>>) {
    super();
    this.parts = parts;
  }
  /** The parts under their names in the REST API: `street`, `postalCode`, `stateCode`, … */
  named(): [string, unknown][] {
    return PARTS.map((name): [string, unknown] => [
      name[0].toLowerCase() + name.slice(1),
      this.parts[name.toLowerCase()] ?? null,
    ]);
  }
  override describe(): string {
    return `System.Address[${Object.entries(this.parts)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(', ')}]`;
  }
}
nameType(AddressValue, 'System.Address');

export class LocationValue extends StandardObject {
  readonly latitude: number;
  readonly longitude: number;
  constructor(latitude: number, longitude: number) {
    super();
    this.latitude = latitude;
    this.longitude = longitude;
  }
  override describe(): string {
    return `System.Location[latitude=${this.latitude}, longitude=${this.longitude}]`;
  }
}
nameType(LocationValue, 'System.Location');

const part = (name: string) => (self: AddressValue) => self.parts[name] ?? null;

const PARTS = [
  'Street',
  'City',
  'State',
  'StateCode',
  'PostalCode',
  'Country',
  'CountryCode',
  'Latitude',
  'Longitude',
  'GeocodeAccuracy',
];

defineClass('System.Address', {
  instance: AddressValue,
  methods: {
    ...Object.fromEntries(PARTS.map((name) => [`get${name.toLowerCase()}`, part(name.toLowerCase())])),
    getdistance: (self: AddressValue, to: LocationValue, unit: string) => {
      const { latitude, longitude } = self.parts;
      if (!(latitude instanceof ApexDouble) || !(longitude instanceof ApexDouble)) return null;
      return distance(new LocationValue(latitude.v, longitude.v), to, unit);
    },
  },
});

function distance(from: LocationValue, to: LocationValue, unit: string): ApexDouble {
  return new ApexDouble(
    greatCircle(from.latitude, from.longitude, to.latitude, to.longitude, unit.toLowerCase() === 'km' ? 'km' : 'mi'),
  );
}

defineClass('System.Location', {
  instance: LocationValue,
  statics: {
    newinstance: (latitude: { toNumber(): number }, longitude: { toNumber(): number }) =>
      new LocationValue(latitude.toNumber(), longitude.toNumber()),
    getdistance: distance,
  },
  methods: {
    getlatitude: (self: LocationValue) => new ApexDouble(self.latitude),
    getlongitude: (self: LocationValue) => new ApexDouble(self.longitude),
    getdistance: distance,
  },
  props: {
    latitude: { get: (self: LocationValue) => new ApexDouble(self.latitude) },
    longitude: { get: (self: LocationValue) => new ApexDouble(self.longitude) },
  },
});
