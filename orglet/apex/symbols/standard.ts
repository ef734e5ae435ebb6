/**
 * Signatures of the standard library: the generated index with the hand-written overlay on top.
 *
 * Form of an entry: a head line `class|abstract|interface NAME<T,…> : SUPERTYPE …` or `enum NAME CONSTANT …`, then
 * `f|sf name Type` (field, static field), `c (Types)` (constructor), `m|s name(Types) Type` (method, static method).
 * Types of the System namespace are written without it. An overlay entry replaces members of the same name.
 */
import { overlaySignatures } from '../signatures/overlay.js';
import { standardSignatures } from '../signatures/standard.js';

export interface StandardMethod {
  readonly name: string;
  readonly static: boolean;
  readonly params: readonly string[];
  readonly returns: string;
}

export interface StandardField {
  readonly name: string;
  readonly static: boolean;
  readonly type: string;
}

export interface StandardClass {
  /** With its namespace. */
  readonly name: string;
  readonly kind: 'class' | 'abstract' | 'interface' | 'enum';
  readonly generics: readonly string[];
  readonly supertypes: readonly string[];
  /** By lower-case name. */
  readonly fields: ReadonlyMap<string, StandardField>;
  readonly methods: ReadonlyMap<string, readonly StandardMethod[]>;
  readonly constructors: readonly (readonly string[])[];
  readonly constants: readonly string[];
}

const HEAD = /^(class|abstract|interface|enum) ([\w.]+)(?:<([\w,]+)>)?/;

function blocksOf(text: string): Map<string, string> {
  const blocks = new Map<string, string>();
  for (const block of text.trim().split('\n\n')) {
    const name = HEAD.exec(block)?.[2];
    if (name) blocks.set(name.toLowerCase(), block);
  }
  return blocks;
}

let index: Map<string, string> | null = null;
let overlay: Map<string, string> | null = null;
const parsed = new Map<string, StandardClass | null>();
const namespaces = new Set<string>();

function load(): void {
  index = blocksOf(standardSignatures);
  overlay = blocksOf(overlaySignatures);
  for (const name of [...index.keys(), ...overlay.keys()]) namespaces.add(name.slice(0, name.indexOf('.')));
}

/** Splits `Map<A,B>,C` at the commas outside of brackets. */
export function splitTypes(text: string): string[] {
  const result: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (c === '<') depth++;
    else if (c === '>') depth--;
    else if ((c === ',' && depth === 0) || i === text.length) {
      if (i > from) result.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return result;
}

function parseBlock(block: string, base: StandardClass | null): StandardClass {
  const [first, ...lines] = block.split('\n') as [string, ...string[]];
  const [head, kind, name, generics] = HEAD.exec(first)!;
  const rest = first.slice(head.length).replace(' : ', '').trim();
  const fields = new Map(base?.fields);
  const methods = new Map<string, StandardMethod[]>(
    base ? [...base.methods].map(([key, list]) => [key, [...list]]) : [],
  );
  const constructors: (readonly string[])[] = [];
  const own = new Set<string>();
  for (const line of lines) {
    const [, tag, member, params, type] = /^(\w+) (\w*)(?:\((.*)\))? ?(.*)$/.exec(line)!;
    if (tag === 'c') constructors.push(splitTypes(params ?? ''));
    else if (tag === 'f' || tag === 'sf')
      fields.set(member!.toLowerCase(), { name: member!, static: tag === 'sf', type: type! });
    else {
      const key = member!.toLowerCase();
      if (base && !own.has(key)) methods.delete(key);
      own.add(key);
      const list = methods.get(key) ?? [];
      list.push({ name: member!, static: tag === 's', params: splitTypes(params ?? ''), returns: type! });
      methods.set(key, list);
    }
  }
  const isEnum = kind === 'enum';
  return {
    name: name!,
    kind: kind as StandardClass['kind'],
    generics: generics?.split(',') ?? [],
    supertypes: isEnum || !rest ? (base?.supertypes ?? []) : rest.split(' '),
    fields,
    methods,
    constructors: constructors.length ? constructors : (base?.constructors ?? []),
    constants: isEnum ? rest.split(' ').filter(Boolean) : [],
  };
}

/** The standard class of that full name (`System.String`, any case), or null. */
export function standardClass(name: string): StandardClass | null {
  if (!index) load();
  const key = name.toLowerCase();
  let found = parsed.get(key);
  if (found === undefined) {
    const generated = index!.get(key);
    const added = overlay!.get(key);
    const base = generated ? parseBlock(generated, null) : null;
    found = added ? parseBlock(added, base) : base;
    parsed.set(key, found);
  }
  return found;
}

/** Whether classes exist in a namespace of that name (any case). */
export function isStandardNamespace(name: string): boolean {
  if (!index) load();
  return namespaces.has(name.toLowerCase());
}

/** Full names of all standard classes, lower case. */
export function standardClassNames(): string[] {
  if (!index) load();
  return [...new Set([...index!.keys(), ...overlay!.keys()])].sort();
}
