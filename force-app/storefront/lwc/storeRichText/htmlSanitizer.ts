/**
 * Lets through what a product description or a policy needs, and nothing that can run, load or restyle.
 * The text is parsed into an inert document; only allowed elements and attributes are built anew from it.
 */
const ALLOWED: Record<string, readonly string[]> = {
  A: ['href', 'title'],
  B: [],
  BLOCKQUOTE: [],
  BR: [],
  CODE: [],
  DD: [],
  DL: [],
  DT: [],
  EM: [],
  H2: [],
  H3: [],
  H4: [],
  H5: [],
  H6: [],
  HR: [],
  I: [],
  LI: [],
  OL: ['start'],
  P: [],
  S: [],
  SMALL: [],
  STRONG: [],
  SUB: [],
  SUP: [],
  TABLE: [],
  TBODY: [],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan', 'scope'],
  THEAD: [],
  TR: [],
  U: [],
  UL: [],
};

/** Dropped with everything inside; any other element not allowed is dropped but its content stays. */
const DROPPED = new Set(
  'SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED SVG MATH NOSCRIPT TITLE TEXTAREA SELECT FORM BUTTON'.split(' '),
);

/** The page's own title is the only first-level heading. */
const RENAMED: Record<string, string> = { H1: 'H2' };

const SAFE_LINK = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

function copyAttributes(from: Element, to: HTMLElement, names: readonly string[]): void {
  for (const name of names) {
    const value = from.getAttribute(name);
    if (value !== null && (name !== 'href' || SAFE_LINK.test(value.trim()))) {
      to.setAttribute(name, value.trim());
    }
  }
  if (to.tagName === 'A' && /^https?:/i.test(to.getAttribute('href') ?? '')) {
    to.setAttribute('rel', 'noopener nofollow');
    to.setAttribute('target', '_blank');
  }
}

function copyInto(target: Node, source: Node): void {
  for (const node of Array.from(source.childNodes)) {
    if (node.nodeType === Node.TEXT_NODE) {
      target.appendChild(document.createTextNode(node.textContent ?? ''));
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      copyElement(target, node as Element);
    }
  }
}

function copyElement(target: Node, element: Element): void {
  const tag = element.tagName.toUpperCase();
  if (DROPPED.has(tag)) {
    return;
  }
  const name = RENAMED[tag] ?? tag;
  const attributes = ALLOWED[name];
  if (!attributes) {
    copyInto(target, element);
    return;
  }
  const copy = document.createElement(name);
  copyAttributes(element, copy, attributes);
  copyInto(copy, element);
  target.appendChild(copy);
}

/** @returns safe nodes, ready to be put into the page */
export function sanitizeHtml(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  copyInto(fragment, parsed.body);
  return fragment;
}

/** Plain text becomes paragraphs: a blank line starts a new one. */
export function paragraphsOf(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const part of text.split(/\r?\n\s*\r?\n/)) {
    if (part.trim()) {
      const paragraph = document.createElement('p');
      paragraph.textContent = part.trim();
      fragment.appendChild(paragraph);
    }
  }
  return fragment;
}
