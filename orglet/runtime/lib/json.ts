/** System.JSON, JSONGenerator and JSONParser. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { BLOB, BOOLEAN, DATE, DATETIME, DECIMAL, DOUBLE, ID, INTEGER, LONG, TIME, type TypeDesc } from '../types.js';
import { StandardObject } from '../values/object.js';
import type { ApexBlob, ApexDate, ApexDatetime, ApexEnumValue, ApexTime } from '../values/scalars.js';
import { need } from './args.js';
import { defineEnum } from './enums.js';
import { bind, checkShape, untyped } from './json-binding.js';
import { JsonNumber, JsonReader, parseJson, type JsonNode, type Token, type TokenKind } from './json-reader.js';
import { JsonWriter } from './json-writer.js';
import type { ApexType } from './type.js';

const tokens = defineEnum('System.JSONToken', [
  'END_ARRAY',
  'END_OBJECT',
  'FIELD_NAME',
  'NOT_AVAILABLE',
  'START_ARRAY',
  'START_OBJECT',
  'VALUE_EMBEDDED_OBJECT',
  'VALUE_FALSE',
  'VALUE_NULL',
  'VALUE_NUMBER_FLOAT',
  'VALUE_NUMBER_INT',
  'VALUE_STRING',
  'VALUE_TRUE',
]);
const tokenOf = (kind: TokenKind): ApexEnumValue => tokens.find((token) => token.name === kind)!;

/** `JSON.serialize`. @throws System.JSONException for a value of a type that JSON does not know */
export function serialize(value: unknown, pretty = false, suppressNulls = false): string {
  const writer = new JsonWriter(pretty, suppressNulls);
  writer.value(value);
  return writer.toString();
}

/** `JSON.deserialize`, or `deserializeStrict`. @throws System.JSONException */
export function deserialize(text: string, type: TypeDesc, strict = false): unknown {
  // The platform looks at the first token before it reads on, so a wrong shape is told before broken text.
  checkShape(/\S/.exec(text)?.[0], type);
  return bind(parseJson(text), type, strict);
}

class JsonGenerator extends StandardObject {
  readonly writer: JsonWriter;
  closed = false;
  constructor(pretty: boolean) {
    super();
    this.writer = new JsonWriter(pretty);
  }

  open(): JsonWriter {
    return this.closed ? raise('System.JSONException', 'Generator is closed') : this.writer;
  }
}

class JsonParser extends StandardObject {
  private readonly reader: JsonReader;
  current: Token | null = null;
  lastCleared: Token | null = null;
  /** Names of the fields around the current token, innermost last. */
  private readonly names: (string | null)[] = [null];

  constructor(text: string) {
    super();
    this.reader = new JsonReader(text);
  }

  next(): Token | null {
    const token = this.reader.next();
    if (token?.kind === 'START_OBJECT' || token?.kind === 'START_ARRAY') this.names.push(null);
    else if (token?.kind === 'END_OBJECT' || token?.kind === 'END_ARRAY') this.names.pop();
    else if (token?.kind === 'FIELD_NAME') this.names[this.names.length - 1] = token.text;
    this.current = token;
    return token;
  }

  get name(): string | null {
    const opening = this.current?.kind === 'START_OBJECT' || this.current?.kind === 'START_ARRAY';
    return this.names[this.names.length - (opening ? 2 : 1)] ?? null;
  }

  skipChildren(): void {
    if (this.current?.kind !== 'START_OBJECT' && this.current?.kind !== 'START_ARRAY') return;
    const depth = this.names.length;
    while (this.names.length >= depth && this.next());
  }

  /** The tree that starts at the current token; the token after it is not read. */
  tree(): JsonNode {
    const token = this.current ?? this.next();
    if (!token) return raise('System.JSONException', 'No content to map to Object due to end of input');
    if (token.kind === 'FIELD_NAME') {
      this.next();
      return this.tree();
    }
    const opening = token.kind === 'START_OBJECT' || token.kind === 'START_ARRAY';
    const tree = this.reader.tree(token);
    if (opening) {
      this.names.pop();
      this.current = {
        kind: token.kind === 'START_OBJECT' ? 'END_OBJECT' : 'END_ARRAY',
        text: token.kind === 'START_OBJECT' ? '}' : ']',
        at: token.at,
      };
    }
    return tree;
  }

  scalar(type: TypeDesc): unknown {
    const token = this.current ?? raise('System.JSONException', 'No current token');
    const numeric = token.kind === 'VALUE_NUMBER_INT' || token.kind === 'VALUE_NUMBER_FLOAT';
    const node = numeric ? new JsonNumber(token.text, token.kind === 'VALUE_NUMBER_INT') : token.text;
    const wantsNumber = type === INTEGER || type === LONG || type === DOUBLE || type === DECIMAL;
    if (wantsNumber && !numeric)
      raise('System.JSONException', `Current token (${token.kind}) not numeric, can not use numeric value accessors`);
    if (type === BOOLEAN && token.kind !== 'VALUE_TRUE' && token.kind !== 'VALUE_FALSE') {
      raise('System.JSONException', `Current token (${token.kind}) not of boolean type`);
    }
    return bind(node, type, false);
  }
}

defineClass('System.JSON', {
  statics: {
    serialize: (value: unknown, suppressNulls?: boolean) => serialize(value, false, suppressNulls === true),
    serializepretty: (value: unknown, suppressNulls?: boolean) => serialize(value, true, suppressNulls === true),
    deserialize: (text: string, type: ApexType) => deserialize(need(text), need(type).desc),
    deserializestrict: (text: string, type: ApexType) => deserialize(need(text), need(type).desc, true),
    deserializeuntyped: (text: string) => untyped(parseJson(need(text))),
    creategenerator: (pretty: boolean) => new JsonGenerator(need(pretty)),
    createparser: (text: string) => new JsonParser(need(text)),
  },
});

type Write = (writer: JsonWriter, value: unknown) => void;
const plain: Write = (writer, value) => writer.value(need(value));
const writers: Record<string, Write> = {
  blob: plain,
  boolean: plain,
  date: plain,
  datetime: plain,
  id: plain,
  number: plain,
  object: (writer, value) => writer.value(value),
  string: plain,
  time: plain,
};

const generatorMethods: Record<string, (self: JsonGenerator, ...args: unknown[]) => unknown> = {
  close: (self) => {
    self.closed = true;
  },
  getasstring: (self) => self.writer.toString(),
  isclosed: (self) => self.closed,
  writeendarray: (self) => self.open().end(true),
  writeendobject: (self) => self.open().end(false),
  writefieldname: (self, name) => self.open().name(need(name) as string),
  writenull: (self) => self.open().raw('null'),
  writenullfield: (self, name) => self.open().member(need(name) as string, null),
  writestartarray: (self) => self.open().start(true),
  writestartobject: (self) => self.open().start(false),
};
for (const [kind, write] of Object.entries(writers)) {
  generatorMethods[`write${kind}`] = (self, value) => write(self.open(), value);
  generatorMethods[`write${kind}field`] = (self, name, value) => {
    self.open().name(need(name) as string);
    write(self.writer, value);
  };
}
defineClass('System.JSONGenerator', { instance: JsonGenerator, methods: generatorMethods });

const token = (value: Token | null): ApexEnumValue | null => (value ? tokenOf(value.kind) : null);

defineClass('System.JSONParser', {
  instance: JsonParser,
  methods: {
    clearcurrenttoken: (self: JsonParser) => {
      self.lastCleared = self.current;
      self.current = null;
    },
    getblobvalue: (self: JsonParser) => self.scalar(BLOB) as ApexBlob,
    getbooleanvalue: (self: JsonParser) => self.scalar(BOOLEAN) as boolean,
    getcurrentname: (self: JsonParser) => self.name,
    getcurrenttoken: (self: JsonParser) => token(self.current),
    getdatetimevalue: (self: JsonParser) => self.scalar(DATETIME) as ApexDatetime,
    getdatevalue: (self: JsonParser) => self.scalar(DATE) as ApexDate,
    getdecimalvalue: (self: JsonParser) => self.scalar(DECIMAL),
    getdoublevalue: (self: JsonParser) => self.scalar(DOUBLE),
    getidvalue: (self: JsonParser) => self.scalar(ID),
    getintegervalue: (self: JsonParser) => self.scalar(INTEGER),
    getlastclearedtoken: (self: JsonParser) => token(self.lastCleared),
    getlongvalue: (self: JsonParser) => self.scalar(LONG),
    gettext: (self: JsonParser) => self.current?.text ?? null,
    gettimevalue: (self: JsonParser) => self.scalar(TIME) as ApexTime,
    hascurrenttoken: (self: JsonParser) => self.current !== null,
    nexttoken: (self: JsonParser) => token(self.next()),
    nextvalue: (self: JsonParser) => {
      let next = self.next();
      if (next?.kind === 'FIELD_NAME') next = self.next();
      return token(next);
    },
    readvalueas: (self: JsonParser, type: ApexType) => bind(self.tree(), need(type).desc, false),
    readvalueasstrict: (self: JsonParser, type: ApexType) => bind(self.tree(), need(type).desc, true),
    skipchildren: (self: JsonParser) => self.skipChildren(),
  },
});
