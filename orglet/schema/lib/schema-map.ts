/** Maps of describe results by API name. */
import { STRING, type TypeDesc } from '../../runtime/types.js';
import { ApexMap } from '../../runtime/values/map.js';

/**
 * Keys ignore case, and the project's names are found with and without namespace.
 * Source: Apex Developer Guide, "Using Schema Describe": keys of the own namespace have no prefix.
 */
export class SchemaMap extends ApexMap {
  private readonly prefix: string;

  constructor(value: TypeDesc, namespace: string) {
    super(STRING, value);
    this.prefix = namespace ? `${namespace.toLowerCase()}__` : '';
  }

  private key1(key: unknown): unknown {
    if (typeof key !== 'string') return key;
    const lower = key.toLowerCase();
    return this.prefix && lower.startsWith(this.prefix) ? lower.slice(this.prefix.length) : lower;
  }

  override get(key: unknown): unknown {
    return super.get(this.key1(key));
  }

  override has(key: unknown): boolean {
    return super.has(this.key1(key));
  }

  override put(key: unknown, value: unknown): unknown {
    return super.put(this.key1(key), value);
  }

  override remove(key: unknown): unknown {
    return super.remove(this.key1(key));
  }
}
