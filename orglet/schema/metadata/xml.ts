/** Metadata XML → plain values, described by shapes: a shape is an object of readers, one for each element. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A child element: its text, or its own children by name (every name leads to a list). */
export type XmlNode = string | { readonly [name: string]: XmlNode[] | string | undefined };
/** Turns the elements of one name (undefined: there are none) into a value. */
export type Reader<T> = (nodes: readonly XmlNode[] | undefined) => T;
/** What a shape reads. */
export type Shaped<S> = { [K in keyof S]: S[K] extends Reader<infer T> ? T : never };

export class XmlError extends Error {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/**
 * The root element of an XML document.
 * @throws XmlError with the place of the first fault
 */
export function parseXml(source: string): XmlNode {
  const valid = XMLValidator.validate(source);
  if (valid !== true) throw new XmlError(valid.err.msg, valid.err.line, valid.err.col);
  const document = parser.parse(source) as Record<string, XmlNode[]>;
  const root = Object.values(document)[0]?.[0];
  if (root === undefined) throw new XmlError('The document has no element', 1, 1);
  return root;
}

/** Text of an element; empty for `<a/>`. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const text = node['#text'];
  return typeof text === 'string' ? text : (text?.map(textOf).join('') ?? '');
}

/** An attribute such as `xsi:type`, or null. */
export function attributeOf(node: XmlNode, name: string): string | null {
  const value = typeof node === 'string' ? undefined : node[`@${name}`];
  return typeof value === 'string' ? value : null;
}

/** Optional text: null when the element is missing. */
export const text: Reader<string | null> = (nodes) => (nodes?.length ? textOf(nodes[0]!) : null);

/** Text, with a value for a missing element. */
export const textOr =
  (fallback: string): Reader<string> =>
  (nodes) =>
    nodes?.length ? textOf(nodes[0]!) : fallback;

export const flag =
  (fallback = false): Reader<boolean> =>
  (nodes) =>
    nodes?.length ? textOf(nodes[0]!).trim() === 'true' : fallback;

/** Optional number: null when the element is missing or no number. */
export const number: Reader<number | null> = (nodes) => {
  const value = nodes?.length ? Number(textOf(nodes[0]!)) : Number.NaN;
  return Number.isNaN(value) ? null : value;
};

export const texts: Reader<string[]> = (nodes) => nodes?.map(textOf) ?? [];

type AnyShape = Record<string, Reader<unknown>>;

/** Reads an element by a shape. */
export function readShape<S extends AnyShape>(shape: S, node: XmlNode): Shaped<S> {
  const children = typeof node === 'string' ? {} : node;
  const result: Record<string, unknown> = {};
  for (const name in shape) {
    const nodes = children[name];
    result[name] = shape[name]!(Array.isArray(nodes) ? nodes : undefined);
  }
  return result as Shaped<S>;
}

export const optional =
  <S extends AnyShape>(shape: S): Reader<Shaped<S> | null> =>
  (nodes) =>
    nodes?.length ? readShape(shape, nodes[0]!) : null;

export const list =
  <S extends AnyShape>(shape: S): Reader<Shaped<S>[]> =>
  (nodes) =>
    nodes?.map((node) => readShape(shape, node)) ?? [];
