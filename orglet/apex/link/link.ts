/** Turns compiled units into running code. */
import vm from 'node:vm';
import {
  ApexExceptionObject,
  ApexObject,
  registerClasses,
  setSourceMethods,
  type ApexConstructor,
  type ClassInfo,
  type SourceMethod,
  type TriggerEvent,
  type TriggerInfo,
} from '../../runtime/classes.js';
import { hooks } from '../../runtime/hooks.js';
import { UnsupportedError } from '../../runtime/errors.js';
import { enumConstant } from '../../runtime/lib/enums.js';
import * as ops from '../../runtime/ops.js';
import { findMember, lib, unsupported, type LibFunction } from '../../runtime/registry.js';
import { setStaticsHook, tx } from '../../runtime/transaction.js';
import { ApexEnumValue, listGet, listSet } from '../../runtime/values.js';
import type { CompileProblem } from '../api.js';
import type { CompiledUnit, LibraryKind, PropertyKind } from '../emit/unit.js';
import type { EncodedType } from '../emit/types.js';
import { decodeType, ProjectClass, standardBase } from './class-info.js';
import { Holders, type Holder } from './holder.js';

/** V8 code caches by script name. */
export type CodeCaches = Map<string, Buffer>;

interface UnitRuntime {
  ops: object;
  hits: number[];
  holder(key: string): Holder;
  type(code: EncodedType): unknown;
  library(cls: string, kind: LibraryKind, name: string): LibFunction;
  property(cls: string, kind: PropertyKind, name: string, which: 'get' | 'set'): LibFunction;
  constructor(cls: string): LibFunction;
}

/** What generated code takes from the runtime by name. */
const OPS = { ...ops, enumConstant, listGet, listSet, tx };

export class Linker {
  readonly holders = new Holders();
  readonly types = new Map<string, ProjectClass>();
  readonly triggers: TriggerInfo[] = [];
  readonly hits = new Map<string, { unit: CompiledUnit; counts: number[] }>();
  /** Members of the standard library that are used and not supported, in order of discovery. */
  readonly missing = new Set<string>();
  private readonly methods = new Map<string, SourceMethod[]>();
  private readonly methodsOf = new WeakMap<ProjectClass, SourceMethod[]>();
  private readonly find = (key: string): ProjectClass | null => this.types.get(key.toLowerCase()) ?? null;

  /** Loads units; their classes see each other whatever their order. @returns their scripts, in the same order */
  load(units: readonly CompiledUnit[], caches: CodeCaches | null): vm.Script[] {
    const added = units.flatMap((unit) => unit.types.map((meta) => this.addType(unit, meta)));
    const scripts = units.map((unit) => this.evaluate(unit, caches?.get(unit.script)));
    for (const info of added) {
      this.build(info);
      deferFutures(info);
    }
    for (const unit of units) if (unit.trigger) this.addTrigger(unit);
    return scripts;
  }

  /** Forgets a unit that nothing else refers to, so that another one may have the names of its classes. */
  unload(unit: CompiledUnit): void {
    const gone = new Set<SourceMethod>();
    for (const meta of unit.types) {
      const key = meta.name.toLowerCase();
      for (const method of this.methodsOf.get(this.types.get(key)!)!) gone.add(method);
      this.types.delete(key);
      this.holders.delete(key);
    }
    const left = this.methods.get(unit.script)!.filter((method) => !gone.has(method));
    this.methods.set(unit.script, left);
  }

  private addType(unit: CompiledUnit, meta: CompiledUnit['types'][number]): ProjectClass {
    const key = meta.name.toLowerCase();
    const holder = this.holders.get(key);
    const type = decodeType([meta.kind, meta.name]);
    holder.v.push(...meta.constants.map((name, ordinal) => new ApexEnumValue(type, name, ordinal)));
    const info = new ProjectClass(meta, unit.file, holder, this.find);
    this.types.set(key, info);
    const label = meta.name.replace(/^__trigger__|^__anonymous__.*/, '');
    const methods = meta.methods.map(({ name, line, endLine }) => ({ name: `${label}.${name}`, line, endLine }));
    methods.push({ name: label, line: meta.line, endLine: meta.endLine });
    this.methodsOf.set(info, methods);
    const list = this.methods.get(unit.script) ?? [];
    list.push(...methods);
    this.methods.set(unit.script, list);
    return info;
  }

  private evaluate(unit: CompiledUnit, cachedData: Buffer | undefined): vm.Script {
    // Named by its whole path, so that a debugger finds the source that a breakpoint was set in.
    const script = new vm.Script(unit.code, { filename: unit.file, cachedData });
    const counts: number[] = [];
    if (unit.lines.length) {
      for (const line of unit.lines) counts[line] = 0;
      this.hits.set(unit.script, { unit, counts });
    }
    script.runInThisContext()(this.runtime(counts));
    return script;
  }

  private runtime(hits: number[]): UnitRuntime {
    return {
      ops: OPS,
      hits,
      holder: (key) => this.holders.get(key),
      type: decodeType,
      library: (cls, kind, name) => findMember(cls, kind, name) ?? this.unsupported(`${cls}.${name}`),
      property: (cls, kind, name, which) => findMember(cls, kind, name)?.[which] ?? this.unsupported(`${cls}.${name}`),
      constructor: (cls) => lib(cls).ctor ?? this.unsupported(`new ${cls}()`),
    };
  }

  private unsupported(what: string): LibFunction {
    const name = what.replace(/\bSystem\./, '');
    this.missing.add(name);
    return unsupported(name);
  }

  /** Creates the JavaScript class, its parent's first. */
  private build(info: ProjectClass): void {
    const { holder } = info;
    if (info.kind !== 'class' || holder.c || !holder.make) return;
    const parent = info.super;
    if (parent) this.build(parent);
    const base = parent
      ? parent.holder.c
      : standardBase(info.standardSuper, ApexExceptionObject as unknown as ApexConstructor, ApexObject);
    holder.c = holder.make(base);
    const prototype = holder.c.prototype as unknown as Holder['p'];
    holder.p = prototype;
    Object.assign(prototype, holder.m);
    Object.defineProperty(prototype, 'apexType', { value: info.type, configurable: true, writable: true });
    Object.defineProperty(prototype, 'classInfo', { value: info, configurable: true, writable: true });
  }

  private addTrigger(unit: CompiledUnit): void {
    const { name, object, events } = unit.trigger!;
    const holder = this.holders.get(`__trigger__${name}`.toLowerCase());
    this.triggers.push({
      name,
      file: unit.file,
      object,
      events: new Set(events as TriggerEvent[]),
      run: () => holder.run!(),
    });
  }

  /** Classes of files with problems: using one throws what is wrong with it. */
  addBroken(names: readonly string[], problemOf: (name: string) => CompileProblem | undefined): void {
    for (const name of names) {
      const key = name.toLowerCase();
      if (this.types.has(key)) continue;
      const fail = (): never => {
        const problem = problemOf(name);
        const where = problem ? `: ${problem.file}:${problem.line}: ${problem.message}` : '';
        throw new UnsupportedError(`class ${name}, which does not compile${where}`);
      };
      const holder = this.holders.get(key);
      this.holders.replace(
        key,
        new Proxy(holder, {
          get: (target, property) => (BUILDING.has(property) ? target[property as string] : fail()),
        }),
      );
    }
  }

  /** Makes this code base the process's. */
  activate(): void {
    registerClasses([...this.types.values()].filter((info) => !info.name.startsWith('__')) as ClassInfo[]);
    setSourceMethods(this.methods);
    setStaticsHook({
      fresh: () => this.holders.fresh(),
      copy: () => this.holders.copy(),
      restore: (saved) => this.holders.restore(saved as [Holder, Record<string, unknown>][]),
    });
    Error.stackTraceLimit = Math.max(Error.stackTraceLimit, 60);
  }
}

/** Calls of `@future` methods are handed to the platform, which runs the body later under `future$` and the method's name. */
function deferFutures({ name, meta, holder }: ProjectClass): void {
  for (const { jsName, annotations } of meta.methods) {
    if (!annotations.some((annotation) => annotation.name === 'future')) continue;
    holder[`future$${jsName}`] = holder[jsName];
    holder[jsName] = (...args: unknown[]) => {
      if (!hooks.platform) throw new Error('No platform is loaded');
      hooks.platform.callLater(name, jsName, args);
      return null;
    };
  }
}

/** What units read of a class before it is used. */
const BUILDING = new Set<string | symbol>(['key', 'm', 'v']);
