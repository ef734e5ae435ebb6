import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotationNode, Member, MethodDecl, TypeDecl, TypeNode } from '../../apex/ast.js';
import { parseFile } from '../../apex/lower/parse.js';
import type { Project } from '../build/project.js';

/** TypeScript types of what the project's `@AuraEnabled` methods take and return. */
export interface ApexTypes {
  text: string;
  methods: number;
}

const SCALARS: Record<string, string> = {
  string: 'Apex.Text',
  id: 'string',
  integer: 'number',
  long: 'number',
  decimal: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'string',
  datetime: 'string',
  time: 'string',
  blob: 'string',
  object: 'any',
};

/**
 * Declares a module for each `@AuraEnabled` method, so that a page which calls it wrongly does not compile.
 * Parameters may be left out or null, as Apex allows.
 */
export function apexTypes(project: Project): ApexTypes {
  const classes = new Map<string, TypeDecl>();
  const enabled: TypeDecl[] = [];
  for (const file of project.packageDirs.flatMap(classFiles)) {
    const source = readFileSync(file, 'utf8');
    if (!/@AuraEnabled/i.test(source)) continue;
    const { unit, problems } = parseFile({ path: file, kind: 'class', source, apiVersion: project.apiVersion });
    if (!unit) throw new Error(`${file}:${problems[0]?.line}: ${problems[0]?.message}`);
    for (const type of unit.types) {
      classes.set(type.name.toLowerCase(), type);
      enabled.push(type);
    }
  }
  const writer = new TypeWriter(classes);
  const modules = enabled.flatMap((type) =>
    type.members.filter(isEnabledMethod).map((method) => writer.module(type, method)),
  );
  const declarations = enabled.map((type) => writer.declaration(type, '  ')).filter((text) => text !== '');
  return {
    text: [HELPERS, 'declare namespace Apex {', ...declarations, '}', ...modules].join('\n'),
    methods: modules.length,
  };
}

const HELPERS = `declare namespace Apex {
  /** A text. Apex cannot say when it is one of a fixed set, so that it also fits a union of literals. */
  type Text = any;
  /** What may be handed to Apex: any member of an object may be left out or null. */
  type Input<T> = 0 extends 1 & T ? T : T extends (infer Item)[] ? Input<Item>[] | null : T extends object ? { [Key in keyof T]?: Input<T[Key]> } | null : T | null;
  /** An \`@AuraEnabled\` method: called, or used as the adapter of a wire. */
  interface Method<Parameters extends Record<string, any>, Result> {
    (parameters?: Parameters): Promise<Result>;
    adapter: new (callback: (value: { data?: Result; error?: any }) => void) => { update(config: Parameters): void; connect(): void; disconnect(): void };
  }
}`;

class TypeWriter {
  private readonly classes: Map<string, TypeDecl>;

  constructor(classes: Map<string, TypeDecl>) {
    this.classes = classes;
  }

  module(type: TypeDecl, method: MethodDecl): string {
    const parameters = method.params
      .map((parameter) => `${parameter.name}?: Apex.Input<${this.typeText(parameter.type, type)}>`)
      .join('; ');
    const result = method.returns === null ? 'null' : this.typeText(method.returns, type);
    return `declare module '@salesforce/apex/${type.name}.${method.name}' {\n  const method: Apex.Method<{ ${parameters} }, ${result}>;\n  export default method;\n}`;
  }

  /** Interface of a class's `@AuraEnabled` members and the namespace of its inner classes; empty when there are none. */
  declaration(type: TypeDecl, indent: string): string {
    if (type.kind === 'enum')
      return `${indent}type ${type.name} = ${type.constants.map(({ name }) => `'${name}'`).join(' | ') || 'never'};`;
    const members = type.members.flatMap((member) => this.memberText(member, type));
    const inner = type.inner.map((child) => this.declaration(child, `${indent}  `)).filter((text) => text !== '');
    const parent = type.extends && this.named(type.extends, type);
    const lines: string[] = [];
    if (members.length || parent)
      lines.push(`${indent}interface ${type.name}${parent ? ` extends ${parent}` : ''} { ${members.join('; ')} }`);
    if (inner.length) lines.push(`${indent}namespace ${type.name} {`, ...inner, `${indent}}`);
    return lines.join('\n');
  }

  private memberText(member: Member, owner: TypeDecl): string[] {
    if (member.kind !== 'field' && member.kind !== 'property') return [];
    if (member.modifiers.static || !hasAuraEnabled(member.modifiers.annotations)) return [];
    return [`${member.name}: ${this.typeText(member.type, owner)}`];
  }

  private typeText(type: TypeNode, owner: TypeDecl): string {
    const text = this.elementText(type, owner);
    return type.dims === 0 ? text : `${text}${'[]'.repeat(type.dims)}`;
  }

  private elementText(type: TypeNode, owner: TypeDecl): string {
    const last = type.parts[type.parts.length - 1];
    const name = last.name.toLowerCase();
    if (type.parts.length === 1 || type.parts[0].name.toLowerCase() === 'system') {
      if (name === 'list' || name === 'set' || name === 'iterable')
        return `${parenthesised(this.typeText(last.args[0], owner))}[]`;
      if (name === 'map') return `Record<string, ${this.typeText(last.args[1], owner)}>`;
      if (SCALARS[name]) return SCALARS[name];
    }
    return this.named(type, owner) ?? 'any';
  }

  /** `Apex.Outer.Inner` of a class that has an interface; undefined for standard classes, sObjects and classes with nothing enabled. */
  private named(type: TypeNode, owner: TypeDecl): string | undefined {
    const names = type.parts.map((part) => part.name.toLowerCase());
    const inner = names.length === 1 && owner.inner.find((child) => child.name.toLowerCase() === names[0]);
    if (inner) return isDescribed(inner) ? `Apex.${this.outerName(owner)}.${inner.name}` : undefined;
    // A class nested in the owner's outer class may name its siblings.
    const sibling =
      names.length === 1 && this.outerOf(owner)?.inner.find((child) => child.name.toLowerCase() === names[0]);
    if (sibling) return isDescribed(sibling) ? `Apex.${this.outerName(owner)}.${sibling.name}` : undefined;
    const outer = this.classes.get(names[0]);
    if (!outer) return undefined;
    if (names.length === 1) return isDescribed(outer) ? `Apex.${outer.name}` : undefined;
    const nested = outer.inner.find((child) => child.name.toLowerCase() === names[1]);
    return nested && isDescribed(nested) ? `Apex.${outer.name}.${nested.name}` : undefined;
  }

  private outerOf(type: TypeDecl): TypeDecl | undefined {
    return [...this.classes.values()].find((candidate) => candidate.inner.includes(type));
  }

  private outerName(type: TypeDecl): string {
    return (this.outerOf(type) ?? type).name;
  }
}

function isDescribed(type: TypeDecl): boolean {
  return (
    type.kind === 'enum' ||
    type.extends !== null ||
    type.members.some(
      (member) =>
        'modifiers' in member &&
        !member.modifiers.static &&
        member.kind !== 'method' &&
        hasAuraEnabled(member.modifiers.annotations),
    )
  );
}

function isEnabledMethod(member: Member): member is MethodDecl {
  return member.kind === 'method' && member.modifiers.static && hasAuraEnabled(member.modifiers.annotations);
}

function hasAuraEnabled(annotations: AnnotationNode[]): boolean {
  return annotations.some((annotation) => annotation.name.toLowerCase() === 'auraenabled');
}

function parenthesised(text: string): string {
  return text.includes('|') ? `(${text})` : text;
}

function classFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.cls'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
