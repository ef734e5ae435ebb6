import { unwrap } from 'lwc';
import { deepFreeze } from './freeze.js';
import { requestJson } from './request.js';

type Parameters = Record<string, unknown>;
type Provisioned = { data: unknown; error: unknown };
type Emit = (value: Provisioned) => void;

/** An `@AuraEnabled` method: called, or used as the adapter of a wire. */
export interface ApexMethod {
  (parameters?: Parameters): Promise<any>;
  adapter: new (emit: Emit) => WireAdapter;
}

interface WireAdapter {
  connect(): void;
  disconnect(): void;
  update(parameters: Parameters): void;
}

/** Results of one wired call, shared by every component that wires it with equal parameters. */
interface Entry {
  load: () => Promise<any>;
  value: Provisioned | null;
  /** Milliseconds since the epoch when the value arrived. */
  loadedAt: number;
  pending: Promise<void> | null;
  listeners: Set<Emit>;
}

/** A cached result older than this is shown at once and loaded again. */
const FRESH_MS = 30_000;
const MAX_ENTRIES = 200;
const entries = new Map<string, Entry>();
/** The entry behind each value that was given to a component, for refreshApex. */
const origins = new WeakMap<object, Entry>();

/**
 * The function behind `import method from '@salesforce/apex/Class.method'`.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex.html
 */
export function apexMethod(className: string, methodName: string): ApexMethod {
  const url = `/apex/${className}/${methodName}`;
  const call = async (parameters: Parameters = {}): Promise<any> => (await requestJson('POST', url, parameters))?.returnValue ?? null;
  const method = call as ApexMethod;
  method.adapter = class extends ApexWireAdapter {
    constructor(emit: Emit) {
      super(emit, url, call);
    }
  };
  return method;
}

class ApexWireAdapter implements WireAdapter {
  private readonly emit: Emit;
  private readonly url: string;
  private readonly call: (parameters: Parameters) => Promise<any>;
  private entry: Entry | null = null;
  private connected = false;

  constructor(emit: Emit, url: string, call: (parameters: Parameters) => Promise<any>) {
    this.emit = emit;
    this.url = url;
    this.call = call;
    emit({ data: undefined, error: undefined });
  }

  connect(): void {
    this.connected = true;
    if (this.entry) this.subscribe(this.entry);
  }

  disconnect(): void {
    this.connected = false;
    this.entry?.listeners.delete(this.emit);
  }

  /** Called when a parameter changed. A parameter that is undefined is not known yet: the call waits for it. */
  update(parameters: Parameters): void {
    if (Object.values(parameters).some((value) => value === undefined)) return;
    const entry = entryOf(this.url, parameters, this.call);
    if (entry === this.entry) return;
    this.entry?.listeners.delete(this.emit);
    this.entry = entry;
    if (this.connected) this.subscribe(entry);
  }

  private subscribe(entry: Entry): void {
    entry.listeners.add(this.emit);
    // An old error is not shown again: the call is repeated instead.
    if (entry.value && entry.value.error === undefined) this.emit(entry.value);
    if (!entry.value || Date.now() - entry.loadedAt > FRESH_MS) void load(entry);
  }
}

function entryOf(url: string, parameters: Parameters, call: (parameters: Parameters) => Promise<any>): Entry {
  const key = `${url}?${stableJson(parameters)}`;
  let entry = entries.get(key);
  if (entry) {
    entries.delete(key);
  } else {
    const copy = JSON.parse(JSON.stringify(parameters));
    entry = { load: () => call(copy), value: null, loadedAt: 0, pending: null, listeners: new Set() };
  }
  // Last in the map is the most recently used; the oldest that nobody listens to is forgotten.
  entries.set(key, entry);
  for (const [oldKey, old] of entries) {
    if (entries.size <= MAX_ENTRIES) break;
    if (old.listeners.size === 0 && old !== entry) entries.delete(oldKey);
  }
  return entry;
}

function load(entry: Entry): Promise<void> {
  entry.pending ??= entry
    .load()
    .then(
      (data) => provide(entry, { data: deepFreeze(data), error: undefined }),
      (error) => provide(entry, { data: undefined, error }),
    )
    .finally(() => {
      entry.pending = null;
    });
  return entry.pending;
}

function provide(entry: Entry, value: Provisioned): void {
  entry.value = value;
  entry.loadedAt = value.error === undefined ? Date.now() : 0;
  origins.set(value, entry);
  for (const emit of entry.listeners) emit(value);
}

/**
 * Loads a wired result again and gives it to every component that wires it.
 * @param value what the wire provided (the whole `{data, error}`)
 */
export function refreshApex(value: object): Promise<void> {
  const entry = origins.get(unwrap(value));
  return entry ? load(entry) : Promise.resolve();
}

/** Value of a field of an sObject that Apex returned; follows relationships of a `@salesforce/schema` field. */
export function getSObjectValue(record: any, field: string | { fieldApiName: string }): unknown {
  const path = typeof field === 'string' ? field : field.fieldApiName;
  return path.split('.').reduce((value, name) => value?.[name], record);
}

/** JSON with sorted keys, so that equal parameters make equal keys. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
