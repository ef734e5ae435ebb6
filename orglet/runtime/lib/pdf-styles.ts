/** As much of HTML and CSS as documents need that are made from a template: a tree of elements, and what rules say of each. */

export interface Element {
  tag: string;
  classes: string[];
  parent: Element | null;
  /** Text stands as it is read: references to characters are resolved, spaces are one. */
  children: (Element | string)[];
}

export interface Rule {
  /** From the outermost to the element itself: each a tag, blank for any, and classes. */
  parts: { tag: string; classes: string[] }[];
  declarations: Record<string, string>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const VOID = new Set(['br', 'hr', 'img', 'meta', 'link', 'input']);

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (entity, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** The body as a tree; what closes nothing that is open is left out. */
export function treeOf(html: string): Element {
  const root: Element = { tag: 'body', classes: [], parent: null, children: [] };
  const source = html.replace(/<!--[^]*?-->/g, '').replace(/<(head|style|script|title)\b[^]*?<\/\1\s*>/gi, '');
  let open = root;
  for (const [whole, slash, name, attributes] of source.matchAll(/<(\/?)([a-z]\w*)([^>]*)>|[^<]+|</gi)) {
    const tag = name?.toLowerCase();
    if (!tag) {
      open.children.push(decoded(whole.replace(/[ \t\r\n]+/g, ' ')));
    } else if (slash) {
      let closed: Element | null = open;
      while (closed && closed.tag !== tag) closed = closed.parent;
      if (closed?.parent) open = closed.parent;
    } else if (!['html', 'body'].includes(tag)) {
      const classes = /class\s*=\s*["']([^"']*)["']/i.exec(attributes!)?.[1]?.split(/\s+/) ?? [];
      const element: Element = { tag, classes: classes.filter(Boolean), parent: open, children: [] };
      open.children.push(element);
      if (!VOID.has(tag) && !attributes!.trim().endsWith('/')) open = element;
    }
  }
  return root;
}

/** Rules of the style sheets, in their order; those of pages and media are the platform's matter. */
export function rulesOf(html: string): Rule[] {
  const sheets = [...html.matchAll(/<style\b[^>]*>([^]*?)<\/style\s*>/gi)].map(([, sheet]) => sheet!).join('\n');
  const plain = sheets.replace(/\/\*[^]*?\*\//g, '').replace(/@[\w-]+[^{;]*(?:\{(?:[^{}]|\{[^{}]*\})*\}|;)/g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => {
    const declarations = Object.fromEntries(
      body!
        .split(';')
        .map((one) => one.split(/:(.*)/s).map((part) => part?.trim() ?? ''))
        .filter(([name, value]) => name && value)
        .map(([name, value]) => [name!.toLowerCase(), value!]),
    ) as Record<string, string>;
    return selectors!.split(',').map((selector) => ({
      parts: selector
        .trim()
        .split(/\s+/)
        .map((part) => ({ tag: /^[a-z]\w*/i.exec(part)?.[0].toLowerCase() ?? '', classes: part.split('.').slice(1) })),
      declarations,
    }));
  });
}

const fits = (element: Element, { tag, classes }: Rule['parts'][number]): boolean =>
  (!tag || tag === element.tag) && classes.every((one) => element.classes.includes(one));

function matches(element: Element, parts: Rule['parts']): boolean {
  let at = parts.length - 1;
  if (!fits(element, parts[at]!)) return false;
  for (let outer = element.parent; outer && at > 0; outer = outer.parent) if (fits(outer, parts[at - 1]!)) at--;
  return at === 0;
}

/** What rules say of an element; of two the later one counts. */
export function declared(element: Element, rules: readonly Rule[]): Record<string, string> {
  return Object.assign({}, ...rules.filter(({ parts }) => matches(element, parts)).map((rule) => rule.declarations));
}
