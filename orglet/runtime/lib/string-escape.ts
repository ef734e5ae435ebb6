/** Escaping methods of System.String; rules of commons-lang's StringEscapeUtils, which Apex's documentation follows. */
import { defineClass } from '../registry.js';
import { escapeEntities, HTML3_ENTITIES, HTML4_ENTITIES, unescapeEntities, XML_ENTITIES } from './entities.js';

const hex4 = (code: number): string => `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
const CONTROL: Record<string, string> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };

function escapeCode(text: string, special: RegExp): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const code = text.charCodeAt(i);
    if (CONTROL[char]) out += CONTROL[char];
    else if (special.test(char)) out += `\\${char}`;
    else out += code < 32 || code > 126 ? hex4(code) : char;
  }
  return out;
}

const UNESCAPED: Record<string, string> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

export function unescapeCode(text: string): string {
  return text.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g, (_, unicode, octal, char) => {
    if (unicode) return String.fromCharCode(parseInt(unicode, 16));
    if (octal) return String.fromCharCode(parseInt(octal, 8));
    return UNESCAPED[char] ?? char;
  });
}

const xml = (text: string): string => escapeEntities(text, XML_ENTITIES);

defineClass('System.String', {
  statics: {
    escapesinglequotes: (text: string | null) => (text === null ? null : text.replace(/['\\]/g, '\\$&')),
  },
  methods: {
    escapecsv: (self: string) => (/[",\r\n]/.test(self) ? `"${self.replaceAll('"', '""')}"` : self),
    unescapecsv: (self: string) => {
      if (!/^".*"$/s.test(self) || self.length < 2) return self;
      const inner = self.slice(1, -1);
      return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : self;
    },
    escapeecmascript: (self: string) => escapeCode(self, /['"\\/]/),
    unescapeecmascript: unescapeCode,
    escapejava: (self: string) => escapeCode(self, /["\\]/),
    unescapejava: unescapeCode,
    escapehtml3: (self: string) => escapeEntities(self, HTML3_ENTITIES),
    unescapehtml3: (self: string) => unescapeEntities(self, HTML3_ENTITIES),
    escapehtml4: (self: string) => escapeEntities(self, HTML4_ENTITIES),
    unescapehtml4: (self: string) => unescapeEntities(self, HTML4_ENTITIES),
    escapexml: xml,
    unescapexml: (self: string) => unescapeEntities(self, XML_ENTITIES),
    escapeunicode: (self: string) => self.replace(/[^\x20-\x7e]/g, (char) => hex4(char.charCodeAt(0))),
    unescapeunicode: (self: string) =>
      self.replace(/\\u+([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  },
});
