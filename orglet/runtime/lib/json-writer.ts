/** JSON text, compact or as Jackson's default pretty printer lays it out. */
import { ApexExceptionObject, raise } from '../errors.js';
import { SObjectFieldToken, SObjectTypeToken, SObjectValue } from '../sobject.js';
import { isoDate, isoInstant, isoTime } from '../values/calendar.js';
import { ApexDecimal } from '../values/decimal.js';
import { ApexList } from '../values/list.js';
import { ApexMap, ApexSet } from '../values/map.js';
import { ApexObject, StandardObject } from '../values/object.js';
import { ApexUuid } from './version.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime } from '../values/scalars.js';
import { doubleText, text } from '../values/text.js';
import { typeOf } from './type-of.js';

export const API_VERSION = '67.0';

/** Standard classes that JSON.serialize accepts give their members in order. */
export interface JsonSerializable {
  jsonMembers(): Iterable<[name: string, value: unknown]>;
}

const isToken = (value: object): boolean => value instanceof SObjectFieldToken || value instanceof SObjectTypeToken;

const isSerializable = (value: object): value is JsonSerializable => 'jsonMembers' in value;

const base64 = (blob: ApexBlob): string => Buffer.from(blob.bytes).toString('base64');

export const blobText = base64;

export class JsonWriter {
  private out = '';
  private readonly pretty: boolean;
  private readonly suppressNulls: boolean;
  private readonly stack: { array: boolean; count: number }[] = [];
  private afterName = false;
  private readonly path = new Set<object>();

  constructor(pretty: boolean, suppressNulls = false) {
    this.pretty = pretty;
    this.suppressNulls = suppressNulls;
  }

  get depth(): number {
    return this.stack.length;
  }

  toString(): string {
    return this.out;
  }

  private before(): void {
    if (this.afterName) {
      this.afterName = false;
      return;
    }
    const frame = this.stack[this.stack.length - 1];
    if (!frame) {
      if (this.out !== '' && this.pretty) this.out += ' ';
      return;
    }
    if (!frame.array) raise('System.JSONException', 'Can not write value, expecting field name');
    if (frame.count++ > 0) this.out += this.pretty ? ', ' : ',';
    else if (this.pretty) this.out += ' ';
  }

  raw(json: string): void {
    this.before();
    this.out += json;
  }

  string(value: string): void {
    this.raw(JSON.stringify(value));
  }

  start(array: boolean): void {
    this.before();
    this.out += array ? '[' : '{';
    this.stack.push({ array, count: 0 });
  }

  end(array: boolean): void {
    const frame = this.stack.pop();
    if (!frame || frame.array !== array)
      return raise('System.JSONException', `Current context not an ${array ? 'ARRAY' : 'OBJECT'}`);
    if (this.pretty) this.out += array || frame.count === 0 ? ' ' : `\n${'  '.repeat(this.stack.length)}`;
    this.out += array ? ']' : '}';
  }

  name(name: string): void {
    const frame = this.stack[this.stack.length - 1];
    if (!frame || frame.array || this.afterName)
      return raise('System.JSONException', 'Can not write a field name, expecting a value');
    if (frame.count++ > 0) this.out += ',';
    if (this.pretty) this.out += `\n${'  '.repeat(this.stack.length)}`;
    this.out += JSON.stringify(name) + (this.pretty ? ' : ' : ':');
    this.afterName = true;
  }

  member(name: string, value: unknown): void {
    this.name(name);
    this.value(value);
  }

  value(value: unknown): void {
    if (value === null || value === undefined) this.raw('null');
    else if (typeof value === 'string') this.string(value);
    else if (typeof value !== 'object') this.raw(String(value));
    else if (value instanceof ApexDecimal) this.raw(value.toString());
    else if (value instanceof ApexDouble) this.raw(doubleText(value.v));
    else if (value instanceof ApexDate) this.string(isoDate(value.days));
    else if (value instanceof ApexDatetime) this.string(isoInstant(value.ms));
    else if (value instanceof ApexTime) this.string(isoTime(value.ms));
    else if (value instanceof ApexBlob) this.string(base64(value));
    else if (value instanceof ApexEnumValue) this.string(value.name);
    else if (value instanceof ApexUuid) this.string(value.text);
    else this.compound(value);
  }

  private compound(value: object): void {
    if (this.path.has(value)) raise('System.JSONException', 'Direct self-reference leading to cycle');
    this.path.add(value);
    if (value instanceof ApexList || value instanceof ApexSet) this.array(value);
    else if (value instanceof ApexMap) this.map(value);
    else if (value instanceof SObjectValue) this.record(value);
    else this.object(value as ApexObject);
    this.path.delete(value);
  }

  private array(items: Iterable<unknown>): void {
    this.start(true);
    for (const item of items) this.value(item);
    this.end(true);
  }

  private map(map: ApexMap): void {
    this.start(false);
    for (const [key, value] of map.entries()) this.member(this.keyText(key), value);
    this.end(false);
  }

  /** Keys are primitives, enum constants or tokens of fields and objects. */
  private keyText(key: unknown): string {
    if (key instanceof ApexDate) return isoDate(key.days);
    if (key instanceof ApexDatetime) return isoInstant(key.ms);
    if (key instanceof SObjectValue || (key instanceof ApexObject && !isToken(key))) this.refuse(key);
    return text(key);
  }

  private record(record: SObjectValue): void {
    this.start(false);
    const { id } = record;
    this.name('attributes');
    this.start(false);
    this.member('type', record.type.name);
    if (id) this.member('url', `/services/data/v${API_VERSION}/sobjects/${record.type.name}/${id}`);
    this.end(false);
    for (const [name, value] of Object.entries(record.f)) {
      if (value === null && record.query !== null) continue;
      this.name(name);
      if (value instanceof ApexList) this.children(value);
      else if (value instanceof ApexDatetime) this.string(isoInstant(value.ms).replace('Z', '+0000'));
      else this.value(value);
    }
    this.end(false);
  }

  private children(list: ApexList): void {
    this.start(false);
    this.member('totalSize', list.a.length);
    this.member('done', true);
    this.member('records', list);
    this.end(false);
  }

  private refuse(value: unknown): never {
    return raise('System.JSONException', `Apex Type unsupported in JSON: ${typeOf(value).name}`);
  }

  private object(value: ApexObject): void {
    if (isSerializable(value)) {
      this.start(false);
      for (const [name, member] of value.jsonMembers()) this.member(name, member);
      this.end(false);
      return;
    }
    if (!value.classInfo || value instanceof ApexExceptionObject || value instanceof StandardObject) this.refuse(value);
    this.start(false);
    for (const field of value.classInfo!.allFields()) {
      if (field.static || field.transient || !field.readable) continue;
      const member = field.get(value);
      if (member !== null || !this.suppressNulls) this.member(field.name, member);
    }
    this.end(false);
  }
}
