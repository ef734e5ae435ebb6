import { findClass } from '../../runtime/classes.js';
import { raise } from '../../runtime/errors.js';
import { defineEnum } from '../../runtime/lib/enums.js';
import { defineClass } from '../../runtime/registry.js';
import { tx } from '../../runtime/transaction.js';
import { BOOLEAN, OBJECT, STRING, type TypeDesc } from '../../runtime/types.js';
import { ApexDouble } from '../../runtime/values/scalars.js';
import { ApexList } from '../../runtime/values/list.js';
import { ApexMap, ApexSet } from '../../runtime/values/map.js';
import { StandardObject } from '../../runtime/values/object.js';
import { platformHost } from '../host.js';
import { invokeMethod } from '../../runtime/ops.js';
import { restoreSnapshot, takeSnapshot, type Snapshot } from '../snapshot.js';
import { testState } from '../state.js';

defineEnum('cache.Visibility', ['ALL', 'NAMESPACE']);

/** Longest and shortest time to live, in seconds; what the platform uses without one. */
const ORG_TTL = { max: 172_800, standard: 86_400 };
const SESSION_TTL = { max: 28_800, standard: 28_800 };
const MIN_TTL = 300;

type Scope = 'org' | 'session';
interface Entry {
  /** As it was written; keys ignore case. */
  key: string;
  value: Snapshot;
  /** Milliseconds since the epoch. */
  expires: number;
}
type Entries = Map<string, Entry>;

const served = new WeakMap<object, Entries>();
const tested = new WeakMap<object, Entries>();

/** All entries: of the running test, or of the served org. Values do not outlive the process, as a cache may. */
function entries(): Entries {
  const owner: object = testState() ?? platformHost();
  const store = testState() ? tested : served;
  let found = store.get(owner);
  if (!found) store.set(owner, (found = new Map()));
  return found;
}

/** A partition of the org or session cache; `Cache.Org` itself uses the default one. */
class Partition extends StandardObject {
  readonly scope: Scope;
  /** `namespace.partition`. */
  readonly name: string;

  constructor(scope: Scope, name: string) {
    super();
    this.scope = scope;
    this.name = qualifiedPartition(name);
  }

  private key(key: string): string {
    const owner = this.scope === 'session' ? tx().user.id : '';
    return `${this.scope}:${owner}:${this.name}.${key}`.toLowerCase();
  }

  get(key: string): unknown {
    const entry = entries().get(this.key(key));
    if (!entry) return null;
    if (entry.expires > Date.now()) return restoreSnapshot(entry.value);
    entries().delete(this.key(key));
    return null;
  }

  put(key: string, value: unknown, ttlSeconds: number | null): void {
    if (value === null) raise('cache.InvalidParamException', 'Value cannot be null');
    const limits = this.scope === 'org' ? ORG_TTL : SESSION_TTL;
    const ttl = ttlSeconds ?? limits.standard;
    if (ttl < MIN_TTL || ttl > limits.max)
      raise('cache.InvalidParamException', `Time to live must be between ${MIN_TTL} and ${limits.max} seconds`);
    entries().set(this.key(key), { key, value: takeSnapshot(value), expires: Date.now() + ttl * 1000 });
  }

  remove(key: string): boolean {
    return entries().delete(this.key(key));
  }

  contains(key: string): boolean {
    return this.get(key) !== null;
  }

  keys(): string[] {
    const prefix = this.key('');
    return [...entries()].filter(([key]) => key.startsWith(prefix)).map(([, entry]) => entry.key);
  }
}

/** Keys are letters and digits, up to 50 of them. */
function checkKey(key: string | null): string {
  if (key === null) return raise('cache.InvalidParamException', 'Key cannot be null');
  const bare = key.slice(key.lastIndexOf('.') + 1);
  if (!/^[A-Za-z0-9]{1,50}$/.test(bare))
    return raise('cache.InvalidParamException', `Invalid key: ${key}. Only alphanumeric characters are allowed`);
  return bare;
}

function defaultNamespace(): string {
  return platformHost().project.namespace || 'local';
}

function qualifiedPartition(name: string): string {
  return name.includes('.') ? name : `${defaultNamespace()}.${name}`;
}

function partition(scope: Scope, name: string | null): Partition {
  if (name === null) return raise('cache.InvalidParamException', 'Partition name cannot be null');
  const bare = name.slice(name.lastIndexOf('.') + 1);
  if (!/^[A-Za-z0-9]+$/.test(bare)) raise('cache.InvalidParamException', `Invalid partition name: ${name}`);
  return open(scope, name);
}

class OrgPartition extends Partition {}
class SessionPartition extends Partition {}
const open = (scope: Scope, name: string) =>
  scope === 'org' ? new OrgPartition(scope, name) : new SessionPartition(scope, name);

/** The default partition, or the one a key names (`namespace.partition.key`). */
function partitionOf(scope: Scope, key: string): Partition {
  const parts = key.split('.');
  if (parts.length === 3) return open(scope, `${parts[0]}.${parts[1]}`);
  const standard = platformHost()
    .project.of('PlatformCachePartition')
    .find(({ def }) => def.isDefaultPartition);
  return open(scope, standard?.name ?? 'default');
}

/** `get(builder class, key)`: asks the builder for a value that is missing and keeps it. */
function load(target: Partition, type: { desc?: TypeDesc }, key: string): unknown {
  const bare = checkKey(key);
  const cacheKey = `${type.desc?.name.replace(/\W/g, '') ?? ''}${bare}`;
  const known = target.get(cacheKey);
  if (known !== null) return known;
  if (!type.desc || !findClass(type.desc.name)?.supertypes.has('cache.cachebuilder')) {
    return raise('cache.InvalidCacheBuilderException', `${type.desc?.name} does not implement Cache.CacheBuilder`);
  }
  const value = invokeMethod(newInstance(type.desc), 'doload', [bare]);
  if (value !== null) target.put(cacheKey, value, null);
  return value;
}

const isType = (value: unknown): value is { desc?: TypeDesc } =>
  typeof value === 'object' && value !== null && !(value instanceof ApexList);

/** A new instance of a project class by its constructor without parameters. */
function newInstance(type: TypeDesc): unknown {
  return findClass(type.name)!
    .constructors.find(({ params }) => params.length === 0)!
    .invoke([]);
}

function get(target: Partition | Scope, first: unknown, key?: string): unknown {
  if (isType(first)) return load(typeof target === 'string' ? partitionOf(target, key!) : target, first, key!);
  const one = (name: string) => (typeof target === 'string' ? partitionOf(target, name) : target).get(checkKey(name));
  if (!(first instanceof ApexList)) return one(first as string);
  const found = new ApexMap(STRING, OBJECT);
  for (const name of first.a as string[]) found.put(name, one(name));
  return found;
}

function remove(target: Partition | Scope, first: unknown, key?: string): unknown {
  const of = (name: string) => (typeof target === 'string' ? partitionOf(target, name) : target);
  if (isType(first)) return of(key!).remove(`${first.desc?.name.replace(/\W/g, '') ?? ''}${checkKey(key!)}`);
  if (!(first instanceof ApexList)) return of(first as string).remove(checkKey(first as string));
  return new ApexList(
    BOOLEAN,
    (first.a as string[]).map((name) => of(name).remove(checkKey(name))),
  );
}

function contains(target: Partition | Scope, first: unknown): unknown {
  const one = (name: string) =>
    (typeof target === 'string' ? partitionOf(target, name) : target).contains(checkKey(name));
  if (!(first instanceof ApexList)) return one(first as string);
  const found = new ApexMap(STRING, BOOLEAN);
  for (const name of first.a as string[]) found.put(name, one(name));
  return found;
}

/** The time to live is the Integer among the arguments after the value; visibility and immutability need no keeping. */
function put(target: Partition | Scope, key: string, value: unknown, ...more: unknown[]): void {
  const ttl = more.find((argument): argument is number => typeof argument === 'number') ?? null;
  const bare = checkKey(key);
  (typeof target === 'string' ? partitionOf(target, key) : target).put(bare, value, ttl);
}

const statistics = (of: () => Partition) => ({
  getname: () => of().name,
  getkeys: () => new ApexSet(STRING, of().keys()),
  getnumkeys: () => BigInt(of().keys().length),
  getcapacity: () => new ApexDouble(0),
  getmissrate: () => new ApexDouble(0),
  getavggettime: () => 0n,
  getmaxgettime: () => 0n,
  getavgvaluesize: () => 0n,
  getmaxvaluesize: () => 0n,
  isavailable: () => true,
});

const instanceStatistics = Object.fromEntries(
  Object.keys(statistics(() => open('org', ''))).map((name) => [
    name,
    (self: Partition) => statistics(() => self)[name as keyof ReturnType<typeof statistics>](),
  ]),
);

const partitionMethods = {
  ...instanceStatistics,
  get: (self: Partition, first: unknown, key?: string) => get(self, first, key),
  put: (self: Partition, key: string, value: unknown, ...more: unknown[]) => put(self, key, value, ...more),
  remove: (self: Partition, first: unknown, key?: string) => remove(self, first, key),
  contains: (self: Partition, first: unknown) => contains(self, first),
};

for (const scope of ['org', 'session'] as const) {
  const name = scope === 'org' ? 'cache.Org' : 'cache.Session';
  const limits = scope === 'org' ? ORG_TTL : SESSION_TTL;
  defineClass(name, {
    staticProps: { max_ttl_secs: { get: () => limits.max } },
    statics: {
      ...statistics(() => partitionOf(scope, '')),
      get: (first: unknown, key?: string) => get(scope, first, key),
      put: (key: string, value: unknown, ...more: unknown[]) => put(scope, key, value, ...more),
      remove: (first: unknown, key?: string) => remove(scope, first, key),
      contains: (first: unknown) => contains(scope, first),
      getpartition: (partitionName: string) => partition(scope, partitionName),
    },
  });
  defineClass(`${name}Partition`, {
    instance: scope === 'org' ? OrgPartition : SessionPartition,
    parent: 'cache.Partition',
    ctor: (given: string) => partition(scope, given),
    methods: partitionMethods,
  });
}

defineClass('cache.Partition', {
  instance: Partition,
  methods: partitionMethods,
  statics: {
    createfullyqualifiedkey: (namespace: string, name: string, key: string) => `${namespace}.${name}.${key}`,
    createfullyqualifiedpartition: (namespace: string, name: string) => `${namespace}.${name}`,
    validatecachebuilder: (type: { desc?: TypeDesc }) => {
      if (!type.desc || !findClass(type.desc.name)?.supertypes.has('cache.cachebuilder')) {
        raise('cache.InvalidCacheBuilderException', `${type.desc?.name} does not implement Cache.CacheBuilder`);
      }
    },
    validatekey: (_isDefault: boolean, key: string) => void checkKey(key),
    validatekeys: (_isDefault: boolean, keys: ApexList) => keys.a.forEach((key) => checkKey(key as string)),
    validatekeyvalue: (_isDefault: boolean, key: string, value: unknown) => {
      checkKey(key);
      if (value === null) raise('cache.InvalidParamException', 'Value cannot be null');
    },
    validatepartitionname: (name: string) => void partition('org', name),
  },
});
