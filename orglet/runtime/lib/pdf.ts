/**
 * What `Blob.toPdf` makes here of HTML: text in blocks and tables on as many pages as it takes, in Helvetica. Sizes, weights, alignment,
 * widths, lines and page breaks of style sheets count; heads of tables are repeated. Fonts and pictures are the platform's matter.
 */
import { declared, rulesOf, treeOf, type Element, type Rule } from './pdf-styles.js';

const PAGE = { width: 595, height: 842, margin: 50 };
const WIDTH = PAGE.width - 2 * PAGE.margin;
const BODY_SIZE = 11;
/** Height of a row of text in its size. */
const LEADING = 15 / 11;
const GAP = 6;

/** Signs of WinAnsiEncoding that Latin-1 has elsewhere or not at all. */
const WIN_ANSI: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
};
/** Widths of Helvetica from the space to the tilde, in thousandths of the size (Adobe's font metrics). */
const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number);
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th section article header footer hr body dl dt dd'.split(
    ' ',
  ),
);
const SIZES: Readonly<Record<string, number>> = { h1: 20, h2: 16, h3: 13 };

interface Style {
  size: number;
  isBold: boolean;
  align: string;
  color: string;
}
type Mark =
  | { x: number; y: number; text: string; size: number; isBold: boolean; color: string }
  | { x: number; y: number; width: number; line: number };
/** What stands on one page: its marks are measured from its upper left. */
interface Strip {
  height: number;
  marks: Mark[];
  /** Head of its table, which is repeated where the strip begins a page. */
  head?: Strip[];
  isHead?: boolean;
  endsPage?: boolean;
}

const widthOf = (text: string, { size, isBold }: Pick<Style, 'size' | 'isBold'>): number =>
  [...text].reduce((sum, sign) => sum + (sign === '\u00a0' ? 278 : (WIDTHS[sign.codePointAt(0)! - 32] ?? 556)), 0) *
  (size / 1000) *
  (isBold ? 1.06 : 1);

const points = (value: string | undefined, whole: number): number | null => {
  const [, amount, unit] = /^(-?[\d.]+)(pt|px|mm|cm|%)?$/.exec(value?.trim() ?? '') ?? [];
  if (amount === undefined) return null;
  const factor = { pt: 1, px: 0.75, mm: 2.835, cm: 28.35, '%': whole / 100 }[unit ?? 'px'] ?? 1;
  return Number(amount) * factor;
};

/** The text in rows that fit, parted at spaces where there are any. */
function wrapped(text: string, width: number, style: Style): string[] {
  const rows: string[] = [];
  for (const line of text.split('\n')) {
    let row = '';
    for (const word of line.trim().split(' ')) {
      const joined = row ? `${row} ${word}` : word;
      if (widthOf(joined, style) <= width + 0.01) {
        row = joined;
        continue;
      }
      if (row) rows.push(row);
      row = '';
      for (const sign of word) {
        if (row && widthOf(row + sign, style) > width + 0.01) {
          rows.push(row);
          row = '';
        }
        row += sign;
      }
    }
    if (row) rows.push(row);
  }
  return rows;
}

function literal(text: string): string {
  const bytes = [...text].map((sign) => {
    const code = WIN_ANSI[sign] ?? sign.codePointAt(0)!;
    return code <= 0xff ? String.fromCharCode(code) : '?';
  });
  return `(${bytes.join('').replace(/[()\\]/g, '\\$&')})`;
}

class Layout {
  /** What is laid out takes as little room as it can, from the left: how wide that is, tells how wide columns are. */
  private isMeasured = false;
  private readonly rules: readonly Rule[];

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
  }

  /** Strips of an element, from the top down. */
  block(element: Element, width: number, outer: Style): Strip[] {
    const said = declared(element, this.rules);
    const style = this.styleOf(element, said, outer);
    if (element.tag === 'table') return this.table(element, width, style, said);
    const strips: Strip[] = [];
    let text = element.tag === 'li' ? '• ' : '';
    const flush = () => {
      if (text.trim()) strips.push(...this.text(text, width, style));
      text = '';
    };
    const visit = (child: Element | string): void => {
      if (typeof child === 'string') text += child;
      else if (child.tag === 'br') text += '\n';
      else if (BLOCKS.has(child.tag)) {
        flush();
        strips.push(...this.block(child, width, style));
      } else child.children.forEach(visit);
    };
    element.children.forEach(visit);
    flush();
    if (element.tag === 'hr') strips.push({ height: GAP, marks: [{ x: 0, y: GAP / 2, width, line: 0.5 }] });
    if (strips.length && (element.tag === 'p' || SIZES[element.tag])) strips.at(-1)!.height += GAP;
    const above = points(said['margin-top'] ?? said['margin']?.split(/\s+/)[0], width);
    if (strips.length && above) strips.unshift({ height: above, marks: [] });
    if (said['page-break-after'] === 'always') strips.push({ height: 0, marks: [], endsPage: true });
    return strips;
  }

  private styleOf(element: Element, said: Record<string, string>, outer: Style): Style {
    const isHead = Boolean(SIZES[element.tag]) || element.tag === 'th';
    return {
      size: points(said['font-size'], outer.size) ?? SIZES[element.tag] ?? outer.size,
      isBold: said['font-weight'] ? said['font-weight'] === 'bold' : isHead || outer.isBold,
      align: said['text-align'] ?? outer.align,
      color: /^#[0-9a-f]{6}$/i.test(said['color'] ?? '') ? said['color']! : outer.color,
    };
  }

  private text(text: string, width: number, style: Style): Strip[] {
    const height = style.size * LEADING;
    return wrapped(text, width, style).map((row) => ({
      height,
      marks: [
        {
          x: style.align === 'right' && !this.isMeasured ? width - widthOf(row, style) : 0,
          y: style.size,
          text: row,
          size: style.size,
          isBold: style.isBold,
          color: style.color,
        },
      ],
    }));
  }

  private table(table: Element, outer: number, style: Style, said: Record<string, string>): Strip[] {
    const width = Math.min(points(said['width'], outer) ?? outer, outer);
    const margins = (said['margin'] ?? '').split(/\s+/);
    const left = Math.min(points(said['margin-left'] ?? margins[3] ?? margins[1], outer) ?? 0, outer - width);
    const top = points(said['margin-top'] ?? margins[0], outer) ?? 0;
    const rows: { cells: Element[]; isHead: boolean }[] = [];
    const collect = (element: Element, isHead: boolean): void => {
      for (const child of element.children)
        if (typeof child === 'string') continue;
        else if (child.tag === 'tr')
          rows.push({
            cells: child.children.filter((cell): cell is Element => typeof cell !== 'string'),
            isHead,
          });
        else collect(child, isHead || child.tag === 'thead');
    };
    collect(table, false);
    const widths = this.columns(
      rows.map(({ cells }) => cells),
      width,
      style,
    );
    const strips: Strip[] = [];
    const head: Strip[] = [];
    for (const { cells, isHead } of rows) {
      const strip = this.row(cells, widths, left, style);
      if (isHead) head.push(strip);
      strips.push(isHead ? { ...strip, isHead } : { ...strip, head });
    }
    return strips.length ? [{ height: top, marks: [] }, ...strips] : [];
  }

  /** Widths of columns: what their text takes in one row, and of what is left over as much as that; of too little the widest gives. */
  private columns(rows: Element[][], width: number, style: Style): number[] {
    const natural: number[] = [];
    const outer = this.isMeasured;
    this.isMeasured = true;
    for (const cells of rows)
      cells.forEach((cell, at) => {
        const ends = this.block(cell, width, style).flatMap(({ marks }) =>
          marks.map((mark) => mark.x + ('text' in mark ? widthOf(mark.text, mark) : 0)),
        );
        natural[at] = Math.max(natural[at] ?? 0, 2 * GAP, ...ends.map((end) => Math.min(end, width) + 2 * GAP));
      });
    this.isMeasured = outer;
    if (outer) return natural;
    const sum = natural.reduce((one, other) => one + other, 0);
    if (sum <= width) return natural.map((one) => (one * width) / sum);
    const widest = natural.indexOf(Math.max(...natural));
    const others = sum - natural[widest]!;
    if (others < width * 0.8) return natural.map((one, at) => (at === widest ? width - others : one));
    return natural.map((one) => (one * width) / sum);
  }

  private row(cells: Element[], widths: readonly number[], left: number, style: Style): Strip {
    const marks: Mark[] = [];
    let height = 0;
    let x = left;
    const edges: { x: number; width: number; line: number; isTop: boolean }[] = [];
    cells.forEach((cell, at) => {
      const width = widths[at]!;
      const said = declared(cell, this.rules);
      let y = GAP / 2;
      for (const strip of this.block(cell, width - (at < cells.length - 1 ? GAP : 0), style)) {
        marks.push(...strip.marks.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y })));
        y += strip.height;
      }
      height = Math.max(height, y + GAP / 2);
      for (const side of ['top', 'bottom'] as const) {
        const line = points(said[`border-${side}`]?.split(' ')[0], 1);
        if (line) edges.push({ x, width, line, isTop: side === 'top' });
      }
      x += width;
    });
    for (const { isTop, ...edge } of edges) marks.push({ ...edge, y: isTop ? 0 : height });
    return { height, marks };
  }
}

/** Marks by pages, measured from the upper edge of the paper. */
function pagesOf(strips: readonly Strip[]): Mark[][] {
  const bottom = PAGE.height - PAGE.margin;
  const pages: Mark[][] = [[]];
  let y = PAGE.margin;
  let isOver = false;
  const put = ({ marks, height }: Strip): void => {
    pages.at(-1)!.push(...marks.map((mark) => ({ ...mark, x: mark.x + PAGE.margin, y: mark.y + y })));
    y += height;
  };
  for (const strip of strips) {
    if (strip.endsPage) {
      isOver = true;
      continue;
    }
    if (isOver || (y + strip.height > bottom && y > PAGE.margin)) {
      const isParted = !isOver;
      pages.push([]);
      y = PAGE.margin;
      isOver = false;
      if (isParted) strip.head?.forEach(put);
    }
    put(strip);
  }
  return pages;
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);
const inColor = (color: string): string =>
  [1, 3, 5].map((at) => rounded(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');

const drawn = (mark: Mark): string =>
  'text' in mark
    ? `BT /${mark.isBold ? 'F2' : 'F1'} ${rounded(mark.size)} Tf ${inColor(mark.color)} rg ${rounded(mark.x)} ${rounded(PAGE.height - mark.y)} Td ${literal(mark.text)} Tj ET`
    : `0.6 G ${rounded(mark.line)} w ${rounded(mark.x)} ${rounded(PAGE.height - mark.y)} m ${rounded(mark.x + mark.width)} ${rounded(PAGE.height - mark.y)} l S`;

/** A PDF with the text of the HTML. */
export function pdfOf(html: string): Uint8Array {
  const rules = rulesOf(html);
  const body = treeOf(html);
  const base: Style = { size: BODY_SIZE, isBold: false, align: 'left', color: '#000000' };
  const pages = pagesOf(new Layout(rules).block(body, WIDTH, base));
  const first = 5;
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ];
  pages.forEach((marks, at) => {
    const stream = marks.map(drawn).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${first + 2 * at + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  });
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(out, 'latin1');
}
