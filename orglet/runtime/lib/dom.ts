/** Dom.Document and Dom.XmlNode. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { types } from '../types.js';
import { ApexList } from '../values/list.js';
import { StandardObject } from '../values/object.js';
import { need } from './args.js';
import { defineEnum } from './enums.js';
import { escapeXmlAttribute, escapeXmlText, parseXml, type XmlAttribute } from './xml.js';

const [COMMENT, ELEMENT, TEXT] = defineEnum('Dom.XmlNodeType', ['COMMENT', 'ELEMENT', 'TEXT']);

export class XmlNode extends StandardObject {
  readonly kind: 'element' | 'text' | 'comment';
  name: string | null;
  prefix: string | null = null;
  namespace: string | null = null;
  /** Text of a text or comment node. */
  value: string | null;
  parent: XmlNode | null = null;
  readonly children: XmlNode[] = [];
  readonly attributes: XmlAttribute[] = [];
  readonly namespaces = new Map<string, string>();

  constructor(kind: XmlNode['kind'], name: string | null, value: string | null) {
    super();
    this.kind = kind;
    this.name = name;
    this.value = value;
  }

  append(child: XmlNode): XmlNode {
    child.parent = this;
    this.children.push(child);
    return child;
  }

  elements(): XmlNode[] {
    return this.children.filter((child) => child.kind === 'element');
  }

  text(): string {
    return this.children
      .filter((child) => child.kind === 'text')
      .map((child) => child.value)
      .join('');
  }

  prefixFor(uri: string): string | null {
    for (let node: XmlNode | null = this; node; node = node.parent) {
      for (const [prefix, bound] of node.namespaces) if (bound === uri) return prefix;
    }
    return null;
  }

  namespaceFor(prefix: string): string | null {
    for (let node: XmlNode | null = this; node; node = node.parent) {
      const bound = node.namespaces.get(prefix);
      if (bound !== undefined) return bound;
    }
    return null;
  }

  markup(): string {
    if (this.kind === 'text') return escapeXmlText(this.value ?? '');
    if (this.kind === 'comment') return `<!--${this.value ?? ''}-->`;
    const qualified = (prefix: string | null, name: string) => (prefix ? `${prefix}:${name}` : name);
    const tag = qualified(this.prefix, this.name!);
    const bound = [...this.namespaces].map(
      ([prefix, uri]) => ` ${prefix ? `xmlns:${prefix}` : 'xmlns'}="${escapeXmlAttribute(uri)}"`,
    );
    const own = this.attributes.map(
      (attribute) => ` ${qualified(attribute.prefix, attribute.local)}="${escapeXmlAttribute(attribute.value)}"`,
    );
    const inner = this.children.map((child) => child.markup()).join('');
    const head = `<${tag}${bound.join('')}${own.join('')}`;
    return inner === '' ? `${head} />` : `${head}>${inner}</${tag}>`;
  }

  override describe(): string {
    return `XMLNode[${this.kind.toUpperCase()},${this.name},${this.namespace},${this.kind === 'element' ? this.text() : this.value},${this.children.map((child) => child.describe()).join('')},]`;
  }
}

export class XmlDocument extends StandardObject {
  root: XmlNode | null = null;

  override describe(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root?.markup() ?? ''}`;
  }

  load(text: string): void {
    let at: XmlNode | null = null;
    this.root = null;
    for (const event of parseXml(text).events) {
      if (event.kind === 'start') {
        const node = new XmlNode('element', event.name.local, null);
        node.prefix = event.name.prefix;
        node.namespace = event.name.namespace;
        node.attributes.push(...event.attributes);
        for (const [prefix, uri] of event.namespaces) node.namespaces.set(prefix, uri);
        if (at) at.append(node);
        else this.root = node;
        at = node;
      } else if (event.kind === 'end') at = at!.parent;
      else if (at && event.kind === 'text') at.append(new XmlNode('text', null, event.text));
      else if (at && event.kind === 'comment') at.append(new XmlNode('comment', null, event.text));
    }
  }
}

export function parseDocument(text: string): XmlDocument {
  const document = new XmlDocument();
  document.load(text);
  return document;
}

const NODE = types.std('Dom.XmlNode');
const nodes = (list: XmlNode[]) => new ApexList(NODE, list);

function element(parent: XmlNode | null, name: string, namespace: string | null, prefix: string | null): XmlNode {
  const node = new XmlNode('element', need(name), null);
  node.namespace = namespace;
  if (namespace !== null) {
    const known = parent?.prefixFor(namespace) ?? null;
    node.prefix = prefix ?? known;
    if (known === null || (prefix !== null && prefix !== known)) node.namespaces.set(node.prefix ?? '', namespace);
    if (node.prefix === '') node.prefix = null;
  }
  parent?.append(node);
  return node;
}

const findAttribute = (node: XmlNode, name: string, namespace: string | null): XmlAttribute | undefined =>
  node.attributes.find((attribute) => attribute.local === name && (attribute.namespace ?? '') === (namespace ?? ''));

const child = (node: XmlNode, name: string, namespace: string | null): XmlNode | null =>
  node
    .elements()
    .find(
      (candidate) => candidate.name === need(name) && (namespace === null || (candidate.namespace ?? '') === namespace),
    ) ?? null;

function setAttribute(node: XmlNode, name: string, value: string, namespace: string | null = null): void {
  const known = findAttribute(node, need(name), namespace);
  if (known) known.value = value;
  else node.attributes.push({ local: name, value, namespace, prefix: namespace ? node.prefixFor(namespace) : null });
}

const attributeAt = (node: XmlNode, index: number): XmlAttribute =>
  node.attributes[need(index)] ?? raise('System.XmlException', `Invalid attribute index: ${index}`);

function insertBefore(parent: XmlNode, fresh: XmlNode, before: XmlNode | null): XmlNode {
  const at = before ? parent.children.indexOf(before) : parent.children.length;
  if (at < 0) return raise('System.XmlException', 'The reference node is not a child of this node');
  fresh.parent = parent;
  parent.children.splice(at, 0, fresh);
  return fresh;
}

const NODE_TYPES = { comment: COMMENT, element: ELEMENT, text: TEXT };

defineClass('Dom.Document', {
  instance: XmlDocument,
  ctor: () => new XmlDocument(),
  methods: {
    createrootelement: (self: XmlDocument, name: string, namespace: string | null, prefix: string | null) =>
      (self.root = element(null, name, namespace, prefix)),
    getrootelement: (self: XmlDocument) => self.root,
    load: (self: XmlDocument, text: string) => self.load(need(text)),
    toxmlstring: (self: XmlDocument) => self.describe(),
  },
});

defineClass('Dom.XmlNode', {
  instance: XmlNode,
  methods: {
    addchildelement: (self: XmlNode, name: string, namespace: string | null, prefix: string | null) =>
      element(self, name, namespace, prefix),
    addcommentnode: (self: XmlNode, text: string) => self.append(new XmlNode('comment', null, need(text))),
    addtextnode: (self: XmlNode, text: string) => self.append(new XmlNode('text', null, need(text))),
    getattribute: (self: XmlNode, name: string, namespace: string | null) =>
      findAttribute(self, need(name), namespace)?.value ?? null,
    getattributecount: (self: XmlNode) => self.attributes.length,
    getattributekeyat: (self: XmlNode, index: number) => attributeAt(self, index).local,
    getattributekeynsat: (self: XmlNode, index: number) => attributeAt(self, index).namespace,
    getattributevalue: (self: XmlNode, name: string, namespace: string | null) =>
      findAttribute(self, need(name), namespace)?.value ?? null,
    getattributevaluens: (self: XmlNode, name: string, namespace: string | null) =>
      findAttribute(self, need(name), namespace)?.namespace ?? null,
    getchildelement: child,
    getchildelements: (self: XmlNode) => nodes(self.elements()),
    getchildren: (self: XmlNode) => nodes([...self.children]),
    getname: (self: XmlNode) => self.name,
    getnamespace: (self: XmlNode) => self.namespace,
    getnamespacefor: (self: XmlNode, prefix: string) => self.namespaceFor(need(prefix)),
    getnodetype: (self: XmlNode) => NODE_TYPES[self.kind],
    getparent: (self: XmlNode) => self.parent,
    getprefixfor: (self: XmlNode, namespace: string) => self.prefixFor(need(namespace)),
    gettext: (self: XmlNode) => (self.kind === 'element' ? self.text() : self.value),
    insertbefore: insertBefore,
    removeattribute: (self: XmlNode, name: string, namespace: string | null) => {
      const known = findAttribute(self, need(name), namespace);
      if (known) self.attributes.splice(self.attributes.indexOf(known), 1);
      return known !== undefined;
    },
    removechild: (self: XmlNode, target: XmlNode) => {
      const at = self.children.indexOf(target);
      if (at >= 0) self.children.splice(at, 1);
      return at >= 0;
    },
    setattribute: (self: XmlNode, name: string, value: string) => setAttribute(self, name, value),
    setattributens: (self: XmlNode, name: string, value: string, namespace: string | null) =>
      setAttribute(self, name, value, namespace),
    setnamespace: (self: XmlNode, prefix: string, namespace: string) => {
      self.namespaces.set(need(prefix), need(namespace));
    },
  },
});
