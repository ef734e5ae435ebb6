/** Makes symbols of declarations: first all types, then their supertypes, then their members. */
import type { Access } from '../../runtime/classes.js';
import type { MethodDecl, Modifiers, PropertyDecl, TriggerDecl, TypeDecl, TypeNode, Unit } from '../ast.js';
import { typeText } from '../check/type-text.js';
import type { Project } from './project.js';
import { refusedName } from './reserved.js';
import { ClassSymbol, hasAnnotation, type FieldSymbol, type MethodSymbol } from './symbols.js';
import { ANY, ERROR, VOID, type Type } from './types.js';

export function declareUnit(project: Project, unit: Unit, file: string, apiVersion: number): ClassSymbol[] {
  const declared: ClassSymbol[] = [];
  for (const decl of unit.types) {
    if (project.classes.has(decl.name.toLowerCase())) {
      project.report(file, decl.pos, `Duplicate class name: ${decl.name}`);
      continue;
    }
    declared.push(declareType(project, decl, file, null, apiVersion));
  }
  if (unit.trigger) declared.push(declareType(project, triggerType(unit.trigger), file, null, apiVersion));
  return declared;
}

/** A trigger as a class: its methods and fields are static, its body is the emitter's `run`. */
function triggerType(trigger: TriggerDecl): TypeDecl {
  return syntheticType(`__trigger__${trigger.name}`, trigger);
}

const asStatic = <M extends { modifiers: Modifiers }>(member: M): M => ({
  ...member,
  modifiers: { ...member.modifiers, static: true },
});

/** The class that holds what a trigger or an anonymous block declares. */
export function syntheticType(name: string, body: Pick<TypeDecl, 'members' | 'inner' | 'pos' | 'end'>): TypeDecl {
  return {
    kind: 'class',
    name,
    modifiers: {
      access: 'public',
      static: false,
      abstract: false,
      virtual: false,
      override: false,
      final: false,
      transient: false,
      webservice: false,
      sharing: null,
      annotations: [],
    },
    extends: null,
    implements: [],
    members: body.members.map((member) => (member.kind === 'init' ? member : asStatic(member))),
    inner: body.inner,
    constants: [],
    pos: body.pos,
    end: body.end,
  };
}

export function declareType(
  project: Project,
  decl: TypeDecl,
  file: string,
  outer: ClassSymbol | null,
  apiVersion: number,
): ClassSymbol {
  const members = decl.members.flatMap((member) =>
    member.kind === 'init' || member.kind === 'constructor' ? [] : [member],
  );
  for (const { name, pos } of [decl, ...decl.constants, ...members]) {
    const refused = refusedName(name);
    if (refused) project.report(file, pos, refused);
  }
  const sym = new ClassSymbol(decl, file, outer, apiVersion);
  project.classes.set(sym.key, sym);
  for (const inner of decl.inner) {
    const key = inner.name.toLowerCase();
    if (sym.inner.has(key)) project.report(file, inner.pos, `Duplicate inner type name: ${inner.name}`);
    else sym.inner.set(key, declareType(project, inner, file, sym, apiVersion));
  }
  return sym;
}

function* withInner(sym: ClassSymbol): Generator<ClassSymbol> {
  yield sym;
  for (const inner of sym.inner.values()) yield* withInner(inner);
}

/** Supertypes, then members, of all classes given and their inner ones. */
export function resolveDeclarations(project: Project, tops: readonly ClassSymbol[]): void {
  const all = tops.flatMap((top) => [...withInner(top)]);
  for (const sym of all) resolveSupertypes(project, sym);
  for (const sym of all) checkCycle(project, sym);
  for (const sym of all) declareMembers(project, sym);
  for (const sym of all) nameFields(sym);
}

function resolveType(project: Project, sym: ClassSymbol, node: TypeNode): Type {
  const type = project.resolve(node, sym);
  if (!type) project.report(sym.file, node.pos, `Invalid type: ${typeText(node)}`);
  return type ?? ERROR;
}

function resolveSupertypes(project: Project, sym: ClassSymbol): void {
  const scope = sym.outer ?? sym;
  if (sym.decl.extends) {
    const type = resolveType(project, scope, sym.decl.extends);
    if (type.k === 'class' && type.sym.kind === 'class') {
      const modifiers = type.sym.decl.modifiers;
      if (!modifiers.virtual && !modifiers.abstract) {
        project.report(
          sym.file,
          sym.decl.extends.pos,
          `Non-virtual and non-abstract type cannot be extended: ${type.name}`,
        );
      }
      sym.super = type;
    } else if (type.k === 'std') sym.super = type;
    else if (type !== ERROR) project.report(sym.file, sym.decl.extends.pos, `Class cannot extend ${type.name}`);
  }
  for (const node of sym.decl.implements) {
    const type = resolveType(project, scope, node);
    const isInterface =
      (type.k === 'class' && type.sym.kind === 'interface') || (type.k === 'std' && type.cls.kind !== 'enum');
    if (isInterface) sym.interfaces.push(type);
    else if (type !== ERROR) project.report(sym.file, node.pos, `${sym.name}: ${type.name} is not an interface`);
  }
}

function checkCycle(project: Project, sym: ClassSymbol): void {
  const seen = new Set<ClassSymbol>();
  for (let at: ClassSymbol | null = sym; at; at = at.superClass) {
    if (seen.has(at)) {
      project.report(sym.file, sym.decl.pos, `Circular class dependency: ${sym.name}`);
      sym.super = null;
      return;
    }
    seen.add(at);
  }
}

const accessOf = (modifiers: Modifiers, fallback: Access = 'private'): Access => modifiers.access ?? fallback;

function declareMembers(project: Project, sym: ClassSymbol): void {
  sym.decl.constants.forEach((constant, ordinal) => sym.constants.set(constant.name.toLowerCase(), ordinal));
  for (const member of sym.decl.members) {
    // "You can only use this access modifier for instance methods and member variables": Apex Developer Guide, Access Modifiers
    // (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_access_modifiers.htm).
    if (member.kind !== 'init' && member.modifiers.access === 'protected' && member.modifiers.static)
      project.report(sym.file, member.pos, `A protected member cannot be static: ${member.name}`);
    if (member.kind === 'field' || member.kind === 'property') {
      const key = member.name.toLowerCase();
      if (sym.fields.has(key)) project.report(sym.file, member.pos, `Duplicate field: ${member.name}`);
      else sym.fields.set(key, fieldSymbol(project, sym, member));
    } else if (member.kind === 'constructor') sym.constructors.push(methodSymbol(project, sym, member));
    else if (member.kind === 'method') addMethod(project, sym, methodSymbol(project, sym, member));
  }
}

function fieldSymbol(project: Project, owner: ClassSymbol, decl: FieldSymbol['decl'] & object): FieldSymbol {
  const access = accessOf(decl.modifiers);
  const isProperty = decl.kind === 'property';
  const accessor = (which: 'get' | 'set'): Access | null => {
    if (!isProperty) return access;
    const found = (decl as PropertyDecl)[which];
    return found ? (found.access ?? access) : null;
  };
  return {
    owner,
    name: decl.name,
    type: resolveType(project, owner, decl.type),
    static: decl.modifiers.static,
    access,
    final: decl.modifiers.final,
    decl,
    computed:
      isProperty &&
      (decl.get?.body != null ||
        decl.set?.body != null ||
        decl.modifiers.virtual ||
        decl.modifiers.abstract ||
        decl.modifiers.override),
    readable: accessor('get'),
    writable: accessor('set'),
    testVisible: hasAnnotation(decl.modifiers.annotations, 'testvisible'),
    jsName: `_${decl.name.toLowerCase()}`,
    pos: decl.pos,
  };
}

function methodSymbol(project: Project, owner: ClassSymbol, decl: MethodDecl): MethodSymbol {
  const params = decl.params.map((param) => resolveType(project, owner, param.type));
  const returns = decl.returns ? resolveType(project, owner, decl.returns) : VOID;
  const { modifiers } = decl;
  const inInterface = owner.kind === 'interface';
  const access = accessOf(modifiers, inInterface ? (owner.decl.modifiers.access ?? 'public') : 'private');
  const hidden =
    access === 'private' && !modifiers.static && !modifiers.virtual && !modifiers.abstract && !modifiers.override;
  return {
    owner,
    name: decl.name,
    params,
    paramNames: decl.params.map((param) => param.name),
    returns,
    static: modifiers.static,
    access,
    abstract: modifiers.abstract || inInterface,
    virtual: modifiers.virtual,
    override: modifiers.override,
    testVisible: hasAnnotation(modifiers.annotations, 'testvisible'),
    decl,
    jsName: jsNameOf(
      decl.kind === 'constructor' || hidden ? owner : null,
      decl.kind === 'constructor' ? 'new' : decl.name,
      params,
    ),
    pos: decl.pos,
  };
}

const mangled = (t: Type): string => t.name.toLowerCase().replace(/\W+/g, '_').replace(/_$/, '');

/** Name of the JavaScript function of a signature; constructors and private methods carry their class's name. */
export function jsNameOf(owner: ClassSymbol | null, name: string, params: readonly Type[]): string {
  const parts = [name.toLowerCase(), ...params.map(mangled)];
  return `${owner ? `${owner.key.replace(/\W/g, '_')}$$` : ''}${parts.join('$')}${params.length ? '' : '$'}`;
}

function addMethod(project: Project, sym: ClassSymbol, method: MethodSymbol): void {
  const key = method.name.toLowerCase();
  const list = sym.methods.get(key);
  if (!list) {
    sym.methods.set(key, [method]);
    return;
  }
  if (
    list.some(
      (other) =>
        other.jsName === method.jsName && other.params.every((param, i) => param.key === method.params[i]!.key),
    )
  ) {
    project.report(
      sym.file,
      method.pos,
      `Method already defined: ${method.name}(${method.params.map((param) => param.name).join(', ')})`,
    );
  }
  list.push(method);
}

/** A field that has the name of an inherited one gets a JavaScript name of its own. */
function nameFields(sym: ClassSymbol): void {
  const parent = sym.superClass;
  if (!parent) return;
  for (const [key, field] of sym.fields) {
    if (field.static || field.computed) continue;
    if (parent.findField(key)) field.jsName = `_${key}$${[...sym.chain()].length}`;
  }
}

/** Parameter types of the constructors that every exception class has. */
export function exceptionConstructors(project: Project): Type[][] {
  const text = project.signature('String', []);
  const exception = project.namedType(['System', 'Exception'], null) ?? ANY;
  return [[], [text], [exception], [text, exception]];
}
