/**
 * What `Blob.toPdf` makes here of HTML: its text, in lines that fit, on as many pages as it takes. Styles and pictures are the
 * platform's matter; what an order or a consent says can be read.
 */
const PAGE = { width: 595, height: 842, margin: 50, size: 11, leading: 15 };
/** Helvetica is about half as wide as it is high. */
const COLUMNS = Math.floor((PAGE.width - 2 * PAGE.margin) / (PAGE.size * 0.5));
const ROWS = Math.floor((PAGE.height - 2 * PAGE.margin) / PAGE.leading);

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
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (entity, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** Lines of the text that a browser would show. */
function linesOf(html: string): string[] {
  const text = html
    .replace(/<(head|style|script|title)\b[^]*?<\/\1\s*>/gi, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<li\b[^>]*>/gi, '\n• ')
    .replace(/<\/t[dh]\s*>/gi, '   ')
    .replace(/<\/?(?:br|p|div|h\d|ul|ol|table|tr|section|article|header|footer|hr)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return decoded(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The line in stretches that fit, parted at spaces where there are any. */
function wrapped(line: string): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    for (let rest = word; rest;) {
      const joined = row ? `${row} ${rest}` : rest;
      if (joined.length <= COLUMNS) {
        row = joined;
        rest = '';
      } else if (row) {
        rows.push(row);
        row = '';
      } else {
        rows.push(rest.slice(0, COLUMNS));
        rest = rest.slice(COLUMNS);
      }
    }
  }
  return row ? [...rows, row] : rows;
}

function literal(text: string): string {
  const bytes = [...text].map((sign) => {
    const code = WIN_ANSI[sign] ?? sign.codePointAt(0)!;
    return code <= 0xff ? String.fromCharCode(code) : '?';
  });
  return `(${bytes.join('').replace(/[()\\]/g, '\\$&')})`;
}

/** A PDF with the text of the HTML. */
export function pdfOf(html: string): Uint8Array {
  const rows = linesOf(html).flatMap(wrapped);
  const pages: string[][] = [];
  for (let at = 0; at < Math.max(rows.length, 1); at += ROWS) pages.push(rows.slice(at, at + ROWS));
  const first = 4;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((page, at) => {
    const shown = page.map((row) => `${literal(row)} Tj T*`).join('\n');
    const top = PAGE.height - PAGE.margin;
    const stream = `BT /F1 ${PAGE.size} Tf ${PAGE.leading} TL ${PAGE.margin} ${top} Td\n${shown}\nET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${first + 2 * at + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  });
  let out = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(out, 'latin1');
}
