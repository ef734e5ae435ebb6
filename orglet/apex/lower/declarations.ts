import type {
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  ConstructorDeclarationContext,
  EnumDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  PropertyDeclarationContext,
  TriggerUnitContext,
  TypeDeclarationContext,
  AnonymousUnitContext,
  ModifierContext,
} from '@apexdevtools/apex-parser';
import type { Accessor, Block, Member, MethodDecl, Modifiers, Param, Stmt, TriggerDecl, TypeDecl } from '../ast.js';
import { endOf, lowerModifiers, lowerType, lowerTypeList, noModifiers, startOf } from './common.js';
import { lowerExpression } from './expressions.js';
import { lowerBlock, lowerStatement } from './statements.js';

type AnyMember = MemberDeclarationContext;
interface Body {
  members: Member[];
  inner: TypeDecl[];
}

export function lowerTypeDeclaration(tree: TypeDeclarationContext): TypeDecl {
  const modifiers = lowerModifiers(tree.modifier_list());
  const type = tree.classDeclaration();
  if (type) return lowerClass(type, modifiers);
  const iface = tree.interfaceDeclaration();
  if (iface) return lowerInterface(iface, modifiers);
  return lowerEnum(tree.enumDeclaration(), modifiers);
}

function lowerClass(tree: ClassDeclarationContext, modifiers: Modifiers): TypeDecl {
  const body: Body = { members: [], inner: [] };
  for (const item of tree.classBody().classBodyDeclaration_list()) lowerBodyItem(item, body);
  const parent = tree.typeRef();
  return {
    kind: 'class',
    name: tree.id().getText(),
    modifiers,
    extends: parent ? lowerType(parent) : null,
    implements: lowerTypeList(tree.typeList()),
    ...body,
    constants: [],
    pos: startOf(tree.id()),
    end: endOf(tree),
  };
}

function lowerInterface(tree: InterfaceDeclarationContext, modifiers: Modifiers): TypeDecl {
  return {
    kind: 'interface',
    name: tree.id().getText(),
    modifiers,
    extends: null,
    implements: lowerTypeList(tree.typeList()),
    members: tree.interfaceBody().interfaceMethodDeclaration_list().map(lowerInterfaceMethod),
    inner: [],
    constants: [],
    pos: startOf(tree.id()),
    end: endOf(tree),
  };
}

function lowerEnum(tree: EnumDeclarationContext, modifiers: Modifiers): TypeDecl {
  return {
    kind: 'enum',
    name: tree.id().getText(),
    modifiers,
    extends: null,
    implements: [],
    members: [],
    inner: [],
    constants:
      tree
        .enumConstants()
        ?.id_list()
        .map((id) => ({ name: id.getText(), pos: startOf(id) })) ?? [],
    pos: startOf(tree.id()),
    end: endOf(tree),
  };
}

function lowerBodyItem(tree: ClassBodyDeclarationContext, body: Body): void {
  const block = tree.block();
  if (block)
    body.members.push({ kind: 'init', static: tree.STATIC() != null, body: lowerBlock(block), pos: startOf(tree) });
  const member = tree.memberDeclaration();
  if (member) lowerMember(member, lowerModifiers(tree.modifier_list()), body);
}

export function lowerMember(tree: AnyMember, modifiers: Modifiers, body: Body): void {
  const method = tree.methodDeclaration();
  if (method) body.members.push(lowerMethod(method, modifiers));
  // Triggers and anonymous blocks have no constructors of their own, hence no such rule.
  const constructor = tree.constructorDeclaration?.();
  if (constructor) body.members.push(lowerConstructor(constructor, modifiers));
  const property = tree.propertyDeclaration();
  if (property) body.members.push(lowerProperty(property, modifiers));
  const field = tree.fieldDeclaration();
  if (field) {
    const type = lowerType(field.typeRef());
    for (const item of field.variableDeclarators().variableDeclarator_list()) {
      const init = item.expression();
      body.members.push({
        kind: 'field',
        name: item.id().getText(),
        type,
        modifiers,
        init: init ? lowerExpression(init) : null,
        pos: startOf(item),
      });
    }
  }
  const type = tree.classDeclaration();
  if (type) body.inner.push(lowerClass(type, modifiers));
  const iface = tree.interfaceDeclaration();
  if (iface) body.inner.push(lowerInterface(iface, modifiers));
  const constants = tree.enumDeclaration();
  if (constants) body.inner.push(lowerEnum(constants, modifiers));
}

function lowerParams(tree: FormalParametersContext): Param[] {
  return (
    tree
      .formalParameterList()
      ?.formalParameter_list()
      .map((param) => ({ name: param.id().getText(), type: lowerType(param.typeRef()), pos: startOf(param) })) ?? []
  );
}

function lowerMethod(tree: MethodDeclarationContext, modifiers: Modifiers): MethodDecl {
  const returns = tree.typeRef();
  const body = tree.block();
  return {
    kind: 'method',
    name: tree.id().getText(),
    returns: returns ? lowerType(returns) : null,
    params: lowerParams(tree.formalParameters()),
    modifiers,
    body: body ? lowerBlock(body) : null,
    pos: startOf(tree.id()),
    end: endOf(tree),
  };
}

function lowerConstructor(tree: ConstructorDeclarationContext, modifiers: Modifiers): MethodDecl {
  return {
    kind: 'constructor',
    name: tree.qualifiedName().getText(),
    returns: null,
    params: lowerParams(tree.formalParameters()),
    modifiers,
    body: lowerBlock(tree.block()),
    pos: startOf(tree),
    end: endOf(tree),
  };
}

function lowerInterfaceMethod(tree: InterfaceMethodDeclarationContext): MethodDecl {
  const returns = tree.typeRef();
  return {
    kind: 'method',
    name: tree.id().getText(),
    returns: returns ? lowerType(returns) : null,
    params: lowerParams(tree.formalParameters()),
    modifiers: { ...lowerModifiers(tree.modifier_list()), access: 'public', abstract: true },
    body: null,
    pos: startOf(tree.id()),
    end: endOf(tree),
  };
}

function lowerProperty(tree: PropertyDeclarationContext, modifiers: Modifiers) {
  let get: Accessor | null = null;
  let set: Accessor | null = null;
  for (const item of tree.propertyBlock_list()) {
    const access = lowerModifiers(item.modifier_list()).access;
    const getter = item.getter();
    const setter = item.setter();
    const block = (getter ?? setter)?.block();
    const accessor: Accessor = { access, body: block ? lowerBlock(block) : null, pos: startOf(item) };
    if (getter) get = accessor;
    else set = accessor;
  }
  return {
    kind: 'property' as const,
    name: tree.id().getText(),
    type: lowerType(tree.typeRef()),
    modifiers,
    get,
    set,
    pos: startOf(tree.id()),
    end: endOf(tree),
  };
}

export function lowerTrigger(tree: TriggerUnitContext): TriggerDecl {
  const [name, object] = tree.id_list();
  const body: Body = { members: [], inner: [] };
  const statements: Stmt[] = [];
  const block = tree.triggerBlock();
  for (const item of block.triggerBlockMember_list()) {
    const statement = item.statement();
    if (statement) statements.push(lowerStatement(statement));
    const member = item.triggerMemberDeclaration();
    if (member) lowerBlockMember(member as unknown as AnyMember, item.modifier_list(), body, statements);
  }
  return {
    name: name!.getText(),
    object: object!.getText(),
    events: tree.triggerCase_list().map((event) => `${event.start.text} ${event.stop!.text}`.toLowerCase()),
    body: { s: 'block', body: statements, pos: startOf(block), end: endOf(block) },
    ...body,
    pos: startOf(name!),
    end: endOf(tree),
  };
}

/** A declaration in a trigger or anonymous block. The grammar calls a variable without `static` a field; it is a local one. */
function lowerBlockMember(tree: AnyMember, modifiers: ModifierContext[], body: Body, statements: Stmt[]): void {
  const field = tree.fieldDeclaration();
  if (!field || modifiers.some((modifier) => modifier.STATIC() != null)) {
    lowerMember(tree, modifiers.length ? lowerModifiers(modifiers) : noModifiers(), body);
    return;
  }
  const vars = field
    .variableDeclarators()
    .variableDeclarator_list()
    .map((item) => {
      const init = item.expression();
      return { name: item.id().getText(), init: init ? lowerExpression(init) : null, pos: startOf(item) };
    });
  statements.push({ s: 'local', type: lowerType(field.typeRef()), vars, pos: startOf(field) });
}

/** An anonymous block: its statements, and the methods and types declared in it. */
export interface Anonymous extends Body {
  body: Block;
}

export function lowerAnonymous(tree: AnonymousUnitContext): Anonymous {
  const body: Body = { members: [], inner: [] };
  const statements: Stmt[] = [];
  for (const item of tree.anonymousBlock().anonymousBlockMember_list()) {
    const statement = item.statement();
    if (statement) statements.push(lowerStatement(statement));
    const member = item.anonymousMemberDeclaration();
    if (member) lowerBlockMember(member as unknown as AnyMember, item.modifier_list(), body, statements);
  }
  return { ...body, body: { s: 'block', body: statements, pos: startOf(tree), end: endOf(tree) } };
}
