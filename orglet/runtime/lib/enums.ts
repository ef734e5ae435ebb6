/** Standard enums: constants as static properties, `values()` and `valueOf()`, and the methods of every constant. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { types } from '../types.js';
import { hashCode } from '../values/equality.js';
import { ApexList } from '../values/list.js';
import { ApexEnumValue } from '../values/scalars.js';
import { need } from './args.js';

/** Methods of constants of any enum, project enums too. */
export const enumMethods = {
  name: (self: ApexEnumValue) => self.name,
  ordinal: (self: ApexEnumValue) => self.ordinal,
  tostring: (self: ApexEnumValue) => self.name,
  equals: (self: ApexEnumValue, other: unknown) => self === other,
  hashcode: (self: ApexEnumValue) => hashCode(self),
};

const byType = new Map<string, readonly ApexEnumValue[]>();

/** `Enum.valueOf(name)`, ignoring case. */
export function enumConstant(typeName: string, constants: readonly ApexEnumValue[], name: string): ApexEnumValue {
  const wanted = need(name).toLowerCase();
  const found = constants.find((constant) => constant.name.toLowerCase() === wanted);
  return found ?? raise('System.NoSuchElementException', `No enum constant ${typeName}.${name}`);
}

/** Registers a standard enum. */
export function defineEnum(name: string, names: readonly string[]): readonly ApexEnumValue[] {
  const type = types.enumType(name);
  const constants = names.map((constant, ordinal) => new ApexEnumValue(type, constant, ordinal));
  byType.set(name.toLowerCase(), constants);
  defineClass(name, {
    staticProps: Object.fromEntries(constants.map((value) => [value.name.toLowerCase(), { get: () => value }])),
    statics: {
      values: () => new ApexList(type, [...constants]),
      valueof: (text: string) => enumConstant(name, constants, text),
    },
    methods: enumMethods,
  });
  return constants;
}

/** A constant of a registered standard enum. */
export function constantOf(enumName: string, name: string): ApexEnumValue {
  const constants = byType.get(enumName.toLowerCase());
  if (!constants) throw new Error(`No standard enum ${enumName}`);
  return enumConstant(enumName, constants, name);
}

/** Constants of a standard enum, or null. */
export const standardEnum = (name: string): readonly ApexEnumValue[] | null => byType.get(name.toLowerCase()) ?? null;

defineClass('System.Enum', { methods: enumMethods });
