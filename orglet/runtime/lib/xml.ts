/** XML text to events with namespaces, and escaping; what Dom.Document and XmlStreamReader stand on. */
import { raise } from '../errors.js';
import { unescapeEntities, XML_ENTITIES } from './entities.js';

export interface XmlName {
  prefix: string | null;
  local: string;
  /** Namespace URI, or null. */
  namespace: string | null;
}

export interface XmlAttribute extends XmlName {
  value: string;
}

export type XmlEvent =
  | { kind: 'start'; name: XmlName; attributes: XmlAttribute[]; namespaces: [prefix: string, uri: string][] }
  | { kind: 'end'; name: XmlName; namespaces: [prefix: string, uri: string][] }
  | { kind: 'text'; text: string; cdata: boolean }
  | { kind: 'comment'; text: string }
  | { kind: 'instruction'; target: string; data: string }
  | { kind: 'doctype'; text: string };

export interface XmlDeclaration {
  version: string;
  encoding: string | null;
  standalone: boolean;
}

const TAG = /<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAME = /^[A-Za-z_:][\w.:-]*$/u;
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

const fail = (message: string): never => raise('System.XmlException', message);

class XmlParser {
  private readonly text: string;
  private at = 0;
  readonly events: XmlEvent[] = [];
  declaration: XmlDeclaration | null = null;
  private readonly open: { raw: string; name: XmlName; scope: Map<string, string>; namespaces: [string, string][] }[] =
    [];
  private roots = 0;

  constructor(text: string) {
    this.text = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  }

  parse(): void {
    this.readDeclaration();
    while (this.at < this.text.length) {
      if (this.text[this.at] === '<') this.markup();
      else this.characters();
    }
    const unclosed = this.open.pop();
    if (unclosed)
      fail(`The element type "${unclosed.raw}" must be terminated by the matching end-tag "</${unclosed.raw}>".`);
    if (!this.roots) fail('Premature end of file.');
  }

  private readDeclaration(): void {
    const match = /^<\?xml\s([^?]*)\?>/.exec(this.text);
    if (!match) return;
    const read = (name: string) => new RegExp(`${name}\\s*=\\s*["']([^"']*)`).exec(match[1]!)?.[1] ?? null;
    this.declaration = {
      version: read('version') ?? '1.0',
      encoding: read('encoding'),
      standalone: read('standalone') === 'yes',
    };
    this.at = match[0].length;
  }

  private until(end: string, from: number, what: string): string {
    const stop = this.text.indexOf(end, from);
    if (stop < 0) return fail(`${what} is not terminated`);
    this.at = stop + end.length;
    return this.text.slice(from, stop);
  }

  private markup(): void {
    const { text, at } = this;
    if (text.startsWith('<!--', at)) this.events.push({ kind: 'comment', text: this.until('-->', at + 4, 'Comment') });
    else if (text.startsWith('<![CDATA[', at))
      this.events.push({ kind: 'text', text: this.until(']]>', at + 9, 'CDATA section'), cdata: true });
    else if (text.startsWith('<?', at)) {
      const [, target, data] = /^(\S+)\s*([\s\S]*)$/.exec(this.until('?>', at + 2, 'Processing instruction'))!;
      this.events.push({ kind: 'instruction', target: target!, data: data! });
    } else if (text.startsWith('<!DOCTYPE', at))
      this.events.push({ kind: 'doctype', text: this.until('>', at + 9, 'Document type') });
    else if (text.startsWith('</', at)) this.endTag(this.until('>', at + 2, 'End tag').trim());
    else this.startTag();
  }

  private characters(): void {
    const stop = this.text.indexOf('<', this.at);
    const raw = this.text.slice(this.at, stop < 0 ? undefined : stop);
    this.at = stop < 0 ? this.text.length : stop;
    if (this.open.length === 0) {
      if (raw.trim() !== '')
        fail(this.roots ? 'Content is not allowed in trailing section.' : 'Content is not allowed in prolog.');
      return;
    }
    this.events.push({ kind: 'text', text: decoded(raw), cdata: false });
  }

  private startTag(): void {
    TAG.lastIndex = this.at;
    const match = TAG.exec(this.text);
    if (!match || !NAME.test(match[1]!))
      return fail('The content of elements must consist of well-formed character data or markup.');
    if (!this.open.length && this.roots++)
      fail('The markup in the document following the root element must be well-formed.');
    this.at = TAG.lastIndex;
    const parent = this.open[this.open.length - 1]?.scope ?? new Map([['xml', XML_NAMESPACE]]);
    const pairs = [...match[2]!.matchAll(ATTRIBUTE)].map((pair): [string, string] => [
      pair[1]!,
      decoded(pair[2] ?? pair[3] ?? ''),
    ]);
    const namespaces = pairs
      .filter(([name]) => /^xmlns(?:$|:)/.test(name))
      .map(([name, uri]): [string, string] => [name.slice(6), uri]);
    const scope = namespaces.length ? new Map([...parent, ...namespaces]) : parent;
    const name = resolved(match[1]!, scope, true);
    const attributes = pairs
      .filter(([raw]) => !/^xmlns(?:$|:)/.test(raw))
      .map(([raw, value]) => ({ ...resolved(raw, scope, false), value }));
    this.events.push({ kind: 'start', name, attributes, namespaces });
    this.open.push({ raw: match[1]!, name, scope, namespaces });
    if (match[3]) this.endTag(match[1]!);
  }

  private endTag(raw: string): void {
    const element = this.open.pop();
    if (!element) return fail(`The end-tag "</${raw}>" has no start-tag.`);
    if (element.raw !== raw)
      fail(`The element type "${element.raw}" must be terminated by the matching end-tag "</${element.raw}>".`);
    this.events.push({ kind: 'end', name: element.name, namespaces: element.namespaces });
  }
}

function resolved(raw: string, scope: ReadonlyMap<string, string>, element: boolean): XmlName {
  const colon = raw.indexOf(':');
  const prefix = colon < 0 ? null : raw.slice(0, colon);
  const local = raw.slice(colon + 1);
  if (prefix === null) return { prefix, local, namespace: (element && scope.get('')) || null };
  const namespace = scope.get(prefix);
  if (namespace === undefined)
    return fail(`The prefix "${prefix}" for ${element ? 'element' : 'attribute'} "${raw}" is not bound.`);
  return { prefix, local, namespace };
}

function decoded(raw: string): string {
  if (!raw.includes('&')) return raw;
  const unknown = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.exec(raw);
  if (unknown) fail("The entity name must immediately follow the '&' in the entity reference.");
  return unescapeEntities(raw, XML_ENTITIES);
}

/** @throws System.XmlException when the text is not well-formed */
export function parseXml(text: string): { events: XmlEvent[]; declaration: XmlDeclaration | null } {
  const parser = new XmlParser(text);
  parser.parse();
  return { events: parser.events, declaration: parser.declaration };
}

export const escapeXmlText = (text: string): string =>
  text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));
export const escapeXmlAttribute = (text: string): string => escapeXmlText(text).replaceAll('"', '&quot;');
