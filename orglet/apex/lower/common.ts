import type { ApexParserRuleContext as ParserRuleContext, ApexToken as Token } from '@apexdevtools/apex-parser';
import type { ModifierContext, TypeArgumentsContext, TypeListContext, TypeRefContext } from '@apexdevtools/apex-parser';
import { posAt, type AnnotationNode, type Modifiers, type Pos, type TypeNode } from '../ast.js';
import { decodeString } from './literals.js';

/** A problem found while the tree is built, such as a bad literal. */
export class LowerError extends Error {
  readonly pos: Pos;
  constructor(pos: Pos, message: string) {
    super(message);
    this.pos = pos;
  }
}

export const posOfToken = (token: Token): Pos => posAt(token.line, token.column + 1);
export const startOf = (tree: ParserRuleContext): Pos => posOfToken(tree.start);

/** Position of the last character of a tree. */
export function endOf(tree: ParserRuleContext): Pos {
  const stop = tree.stop ?? tree.start;
  return posAt(stop.line, stop.column + 1);
}

export function lowerType(tree: TypeRefContext): TypeNode {
  const parts = tree.typeName_list().map((part) => ({
    name: part.LIST()?.getText() ?? part.SET()?.getText() ?? part.MAP()?.getText() ?? part.id().getText(),
    args: lowerTypeArguments(part.typeArguments()),
  }));
  return { parts, dims: tree.arraySubscripts()?.LBRACK_list().length ?? 0, pos: startOf(tree) };
}

export const lowerTypeList = (tree: TypeListContext | null): TypeNode[] => tree?.typeRef_list().map(lowerType) ?? [];

const lowerTypeArguments = (tree: TypeArgumentsContext | null): TypeNode[] => lowerTypeList(tree?.typeList() ?? null);

/** The type a dotted name stands for. */
export const namedType = (names: string[], pos: Pos): TypeNode => ({
  parts: names.map((name) => ({ name, args: [] })),
  dims: 0,
  pos,
});

export function noModifiers(): Modifiers {
  return {
    access: null,
    static: false,
    abstract: false,
    virtual: false,
    override: false,
    final: false,
    transient: false,
    webservice: false,
    sharing: null,
    annotations: [],
  };
}

const ACCESS = new Set(['global', 'public', 'protected', 'private']);
const FLAGS = new Set(['static', 'abstract', 'virtual', 'override', 'final', 'transient', 'webservice']);

export function lowerModifiers(trees: ModifierContext[]): Modifiers {
  const result = noModifiers();
  for (const tree of trees) {
    const annotation = tree.annotation();
    if (annotation) {
      const values: Record<string, string> = {};
      for (const pair of annotation.elementValuePairs()?.elementValuePair_list() ?? []) {
        values[pair.id().getText().toLowerCase()] = annotationValue(pair.elementValue().getText());
      }
      const single = annotation.elementValue();
      if (single) values['value'] = annotationValue(single.getText());
      result.annotations.push({ name: annotation.id().getText(), values } satisfies AnnotationNode);
      continue;
    }
    const word = tree.start.text.toLowerCase();
    if (ACCESS.has(word)) result.access = word as Modifiers['access'];
    else if (FLAGS.has(word)) (result as unknown as Record<string, boolean>)[word] = true;
    else if (word === 'testmethod') result.annotations.push({ name: 'IsTest', values: {} });
    else if (word === 'with' || word === 'without' || word === 'inherited') result.sharing = word;
  }
  if (result.webservice) {
    result.access = 'global';
    result.annotations.push({ name: 'WebService', values: {} });
  }
  return result;
}

const annotationValue = (text: string): string => (text.startsWith("'") ? decodeString(text) : text);
