/** Standard classes that are no more than properties with getters and setters. */
import { defineClass, type LibDefinition, type LibFunction, type LibProperty } from '../registry.js';
import { StandardObject } from '../values/object.js';

/** Instance of such a class; values by property name. */
export class DataHolder extends StandardObject {
  readonly values: Record<string, unknown>;
  constructor(values: Record<string, unknown>) {
    super();
    this.values = values;
  }

  override describe(): string {
    const members = Object.entries(this.values).map(([name, value]) => `${name}=${String(value)}`);
    return `${this.apexType.name}[${members.join(', ')}]`;
  }

  jsonMembers(): Iterable<[string, unknown]> {
    return Object.entries(this.values);
  }
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export interface HolderDefinition extends LibDefinition {
  /** Property names with their initial values; a function makes a fresh one for each instance. */
  fields: Record<string, unknown>;
  /** Names of the properties that a constructor's arguments fill, in order. */
  arguments?: string[];
}

/**
 * Registers a data class: every field is a property and has `getX` (`isX` too for Booleans) and `setX`.
 * @returns a function that makes an instance with some values
 */
export function defineHolder(
  name: string,
  definition: HolderDefinition,
): (values?: Record<string, unknown>) => DataHolder {
  const type = class extends DataHolder {};
  const { fields, arguments: order = [], ...rest } = definition;
  const create = (values: Record<string, unknown> = {}): DataHolder => {
    const initial = Object.entries(fields).map(([field, value]) => [
      field,
      typeof value === 'function' ? value() : value,
    ]);
    return new type({ ...Object.fromEntries(initial), ...values });
  };
  const props: Record<string, LibProperty> = {};
  const methods: Record<string, LibFunction> = {};
  for (const [field, initial] of Object.entries(fields)) {
    const get = (self: DataHolder) => self.values[field];
    const set = (self: DataHolder, value: unknown) => {
      self.values[field] = value;
    };
    props[field.toLowerCase()] = { get, set };
    methods[`get${capitalized(field)}`.toLowerCase()] = get;
    if (typeof initial === 'boolean') methods[`is${capitalized(field)}`.toLowerCase()] = get;
    methods[`set${capitalized(field)}`.toLowerCase()] = set;
  }
  defineClass(name, {
    instance: type,
    ctor: (...args: unknown[]) => create(Object.fromEntries(args.map((arg, i) => [order[i] ?? `argument${i}`, arg]))),
    ...rest,
    props: { ...props, ...rest.props },
    methods: { ...methods, ...rest.methods },
  });
  return create;
}
