/** System.XmlStreamReader and XmlStreamWriter. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { StandardObject } from '../values/object.js';
import { need } from './args.js';
import { defineEnum } from './enums.js';
import {
  escapeXmlAttribute,
  escapeXmlText,
  parseXml,
  type XmlAttribute,
  type XmlDeclaration,
  type XmlEvent,
} from './xml.js';

const tags = defineEnum('System.XmlTag', [
  'ATTRIBUTE',
  'CDATA',
  'CHARACTERS',
  'COMMENT',
  'DTD',
  'END_DOCUMENT',
  'END_ELEMENT',
  'ENTITY_DECLARATION',
  'ENTITY_REFERENCE',
  'NAMESPACE',
  'NOTATION_DECLARATION',
  'PROCESSING_INSTRUCTION',
  'SPACE',
  'START_DOCUMENT',
  'START_ELEMENT',
]);
const tag = (name: string) => tags.find((value) => value.name === name)!;

const KINDS: Record<XmlEvent['kind'], string> = {
  start: 'START_ELEMENT',
  end: 'END_ELEMENT',
  text: 'CHARACTERS',
  comment: 'COMMENT',
  instruction: 'PROCESSING_INSTRUCTION',
  doctype: 'DTD',
};

export class XmlStreamReader extends StandardObject {
  private readonly events: XmlEvent[];
  readonly declaration: XmlDeclaration | null;
  /** -1 before the first event, the number of events after the last. */
  private at = -1;
  private coalescing = false;

  constructor(text: string) {
    super();
    const { events, declaration } = parseXml(text);
    this.events = events;
    this.declaration = declaration;
  }

  setCoalescing(on: boolean): void {
    this.coalescing = on;
  }

  get current(): XmlEvent | null {
    return this.events[this.at] ?? null;
  }

  get tagName(): string {
    if (this.at < 0) return 'START_DOCUMENT';
    const event = this.current;
    if (!event) return 'END_DOCUMENT';
    return event.kind === 'text' && event.cdata && !this.coalescing ? 'CDATA' : KINDS[event.kind];
  }

  hasNext(): boolean {
    return this.at < this.events.length;
  }

  next(): number {
    if (!this.hasNext()) return raise('System.XmlException', 'No more elements');
    const before = this.current;
    this.at++;
    if (this.coalescing && before?.kind === 'text') while (this.current?.kind === 'text') this.at++;
    return tag(this.tagName).ordinal;
  }

  nextTag(): number {
    do this.next();
    while (this.current && this.current.kind !== 'start' && this.current.kind !== 'end');
    return tag(this.tagName).ordinal;
  }

  text(): string | null {
    const event = this.current;
    if (event?.kind === 'comment' || event?.kind === 'doctype') return event.text;
    if (event?.kind !== 'text') return null;
    if (!this.coalescing) return event.text;
    let text = '';
    for (let i = this.at; this.events[i]?.kind === 'text'; i++) text += (this.events[i] as { text: string }).text;
    return text;
  }

  attributes(): XmlAttribute[] {
    return this.current?.kind === 'start'
      ? this.current.attributes
      : raise('System.XmlException', 'Current state is not START_ELEMENT');
  }

  attribute(index: number): XmlAttribute {
    return this.attributes()[need(index)] ?? raise('System.XmlException', `Invalid attribute index: ${index}`);
  }

  name() {
    return this.current?.kind === 'start' || this.current?.kind === 'end' ? this.current.name : null;
  }

  namespaces(): [string, string][] {
    return this.current?.kind === 'start' || this.current?.kind === 'end' ? this.current.namespaces : [];
  }
}

const R = (read: (self: XmlStreamReader) => unknown) => read;
const instruction = (self: XmlStreamReader) => (self.current?.kind === 'instruction' ? self.current : null);

defineClass('System.XmlStreamReader', {
  instance: XmlStreamReader,
  ctor: (text: string) => new XmlStreamReader(need(text)),
  methods: {
    getattributecount: R((self) => self.attributes().length),
    getattributelocalname: (self: XmlStreamReader, index: number) => self.attribute(index).local,
    getattributenamespace: (self: XmlStreamReader, index: number) => self.attribute(index).namespace,
    getattributeprefix: (self: XmlStreamReader, index: number) => self.attribute(index).prefix,
    getattributetype: () => 'CDATA',
    getattributevalue: (self: XmlStreamReader, namespace: string | null, name: string) =>
      self
        .attributes()
        .find((attribute) => attribute.local === name && (!namespace || attribute.namespace === namespace))?.value ??
      null,
    getattributevalueat: (self: XmlStreamReader, index: number) => self.attribute(index).value,
    geteventtype: R((self) => tag(self.tagName)),
    getlocalname: R((self) => self.name()?.local ?? null),
    getlocation: () => '',
    getnamespace: R((self) => self.name()?.namespace ?? null),
    getnamespacecount: R((self) => self.namespaces().length),
    getnamespaceprefix: (self: XmlStreamReader, index: number) => self.namespaces()[need(index)]?.[0] || null,
    getnamespaceuri: (self: XmlStreamReader, prefix: string) =>
      self.namespaces().find(([bound]) => bound === prefix)?.[1] ?? null,
    getnamespaceuriat: (self: XmlStreamReader, index: number) => self.namespaces()[need(index)]?.[1] ?? null,
    getpidata: R((self) => instruction(self)?.data ?? null),
    getpitarget: R((self) => instruction(self)?.target ?? null),
    getprefix: R((self) => self.name()?.prefix ?? null),
    gettext: R((self) => self.text()),
    getversion: R((self) => self.declaration?.version ?? null),
    hasname: R((self) => self.name() !== null),
    hasnext: R((self) => self.hasNext()),
    hastext: R((self) => self.text() !== null),
    ischaracters: R((self) => self.tagName === 'CHARACTERS'),
    isendelement: R((self) => self.tagName === 'END_ELEMENT'),
    isstandalone: R((self) => self.declaration?.standalone ?? false),
    isstartelement: R((self) => self.tagName === 'START_ELEMENT'),
    iswhitespace: R((self) => self.current?.kind === 'text' && self.current.text.trim() === ''),
    next: R((self) => self.next()),
    nexttag: R((self) => self.nextTag()),
    setcoalescing: (self: XmlStreamReader, on: boolean) => self.setCoalescing(need(on)),
    setnamespaceaware: () => undefined,
    tostring: () => 'XmlStreamReader',
  },
});

class XmlStreamWriter extends StandardObject {
  private out = '';
  private readonly stack: string[] = [];
  private tagOpen: 'start' | 'empty' | null = null;
  private defaultNamespace: string | null = null;

  write(markup: string): void {
    if (this.tagOpen) this.out += this.tagOpen === 'empty' ? '/>' : '>';
    this.tagOpen = null;
    this.out += markup;
  }

  start(prefix: string | null, local: string, empty: boolean): void {
    const name = prefix ? `${prefix}:${need(local)}` : need(local);
    this.write(`<${name}`);
    this.tagOpen = empty ? 'empty' : 'start';
    if (!empty) this.stack.push(name);
    if (this.defaultNamespace !== null) this.inTag(` xmlns="${escapeXmlAttribute(this.defaultNamespace)}"`);
    this.defaultNamespace = null;
  }

  inTag(markup: string): void {
    if (!this.tagOpen) raise('System.XmlException', 'No element is open');
    this.out += markup;
  }

  setDefaultNamespace(uri: string): void {
    this.defaultNamespace = uri;
  }

  end(): void {
    const name = this.stack.pop();
    if (name === undefined) return raise('System.XmlException', 'No element is open');
    if (this.tagOpen === 'start') {
      this.out += '></';
      this.tagOpen = null;
      this.out += `${name}>`;
    } else this.write(`</${name}>`);
  }

  endDocument(): void {
    while (this.stack.length) this.end();
    this.write('');
  }

  get text(): string {
    return this.out + (this.tagOpen ? (this.tagOpen === 'empty' ? '/>' : '>') : '');
  }
}

type W = XmlStreamWriter;
defineClass('System.XmlStreamWriter', {
  instance: XmlStreamWriter,
  ctor: () => new XmlStreamWriter(),
  methods: {
    close: (self: W) => self.write(''),
    getxmlstring: (self: W) => self.text,
    setdefaultnamespace: (self: W, uri: string) => self.setDefaultNamespace(need(uri)),
    writeattribute: (self: W, prefix: string | null, _namespace: string | null, local: string, value: string) =>
      self.inTag(` ${prefix ? `${prefix}:` : ''}${need(local)}="${escapeXmlAttribute(need(value))}"`),
    writecdata: (self: W, data: string) => self.write(`<![CDATA[${need(data)}]]>`),
    writecharacters: (self: W, text: string) => self.write(escapeXmlText(need(text))),
    writecomment: (self: W, text: string) => self.write(`<!--${text ?? ''}-->`),
    writedefaultnamespace: (self: W, uri: string) => self.inTag(` xmlns="${escapeXmlAttribute(need(uri))}"`),
    writeemptyelement: (self: W, prefix: string | null, local: string, _namespace: string | null) =>
      self.start(prefix, local, true),
    writeenddocument: (self: W) => self.endDocument(),
    writeendelement: (self: W) => self.end(),
    writenamespace: (self: W, prefix: string, uri: string) =>
      self.inTag(` xmlns:${need(prefix)}="${escapeXmlAttribute(need(uri))}"`),
    writeprocessinginstruction: (self: W, target: string, data: string) =>
      self.write(`<?${need(target)} ${data ?? ''}?>`),
    writestartdocument: (self: W, encoding: string | null, version: string | null) =>
      self.write(`<?xml version="${version ?? '1.0'}"${encoding ? ` encoding="${encoding}"` : ''}?>`),
    writestartelement: (self: W, prefix: string | null, local: string, _namespace: string | null) =>
      self.start(prefix, local, false),
    tostring: (self: W) => self.text,
  },
});
