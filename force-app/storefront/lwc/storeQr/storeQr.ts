/**
 * QR codes (ISO/IEC 18004) of short texts: byte mode, error correction M, versions 1 to 3. Modules as rows of 0 and 1, without the quiet zone.
 */

interface Version {
  size: number;
  data: number;
  correction: number;
  /** Where the alignment pattern has its middle; 0: none. */
  alignment: number;
}

const VERSIONS: Version[] = [
  { size: 21, data: 16, correction: 10, alignment: 0 },
  { size: 25, data: 28, correction: 16, alignment: 18 },
  { size: 29, data: 44, correction: 26, alignment: 22 },
];
/** x⁸ + x⁴ + x³ + x² + 1, the field that codewords are multiplied in. */
const FIELD = 0x11d;
/** Format bits of correction M with masks 0 to 7. */
const FORMATS = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0];
const MASKS: ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

function multiply(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? FIELD : 0);
    product ^= (other >> bit) & 1 ? one : 0;
  }
  return product;
}

/** Codewords by which lost ones are found again. */
function correctionOf(data: number[], count: number): number[] {
  const generator: number[] = Array.from({ length: count }, (_, index) => (index === count - 1 ? 1 : 0));
  let root = 1;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      generator[j] = multiply(generator[j], root) ^ (generator[j + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  const rest = new Array<number>(count).fill(0);
  for (const word of data) {
    const factor = word ^ (rest.shift() as number);
    rest.push(0);
    generator.forEach((coefficient, index) => {
      rest[index] ^= multiply(coefficient, factor);
    });
  }
  return rest;
}

function codewordsOf(text: string, version: Version): number[] {
  const bytes = [...text].map((sign) => sign.charCodeAt(0));
  const bits: number[] = [];
  const push = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  push(4, 4);
  push(bytes.length, 8);
  bytes.forEach((byte) => push(byte, 8));
  push(0, Math.min(4, version.data * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const words: number[] = [];
  for (let i = 0; i < bits.length; i += 8) words.push(bits.slice(i, i + 8).reduce((word, bit) => word * 2 + bit, 0));
  for (let filler = 0xec; words.length < version.data; filler ^= 0xec ^ 0x11) words.push(filler);
  return [...words, ...correctionOf(words, version.correction)];
}

/** What is the same in every code of a size; null where data goes. */
function frameOf({ size, alignment }: Version): (number | null)[][] {
  const rows: (number | null)[][] = Array.from({ length: size }, () => new Array<number | null>(size).fill(null));
  const finder = (top: number, left: number): void => {
    for (let row = -1; row <= 7; row++) {
      for (let column = -1; column <= 7; column++) {
        const far = Math.max(Math.abs(row - 3), Math.abs(column - 3));
        if (rows[top + row]?.[left + column] !== undefined)
          rows[top + row][left + column] = far === 2 || far > 3 ? 0 : 1;
      }
    }
  };
  finder(0, 0);
  finder(0, size - 7);
  finder(size - 7, 0);
  for (let i = 8; i < size - 8; i++) {
    rows[6][i] = (i + 1) % 2;
    rows[i][6] = (i + 1) % 2;
  }
  for (let row = -2; alignment && row <= 2; row++) {
    for (let column = -2; column <= 2; column++)
      rows[alignment + row][alignment + column] = Math.max(Math.abs(row), Math.abs(column)) === 1 ? 0 : 1;
  }
  return rows;
}

/** Places of the fifteen format bits, the highest first, each twice. */
function formatPlaces(size: number): [number, number][][] {
  const around: [number, number][] = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => [8, column]);
  const upwards: [number, number][] = [7, 5, 4, 3, 2, 1, 0].map((row) => [row, 8]);
  const first = [...around, ...upwards];
  const second: [number, number][] = [
    ...Array.from({ length: 7 }, (_, index): [number, number] => [size - 1 - index, 8]),
    ...Array.from({ length: 8 }, (_, index): [number, number] => [8, size - 8 + index]),
  ];
  return first.map((place, index) => [place, second[index]]);
}

/** Rules by which the mask is found that readers like best. */
function penaltyOf(rows: number[][]): number {
  const size = rows.length;
  const lines = [...rows, ...rows.map((_, column) => rows.map((row) => row[column]))].map((line) => line.join(''));
  let penalty = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) penalty += run.length - 2;
    for (let i = 0; i + 11 <= size; i++)
      if (['10111010000', '00001011101'].includes(line.slice(i, i + 11))) penalty += 40;
  }
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const sum = rows[row][column] + rows[row][column + 1] + rows[row + 1][column] + rows[row + 1][column + 1];
      if (sum % 4 === 0) penalty += 3;
    }
  }
  const dark = lines.slice(0, size).join('').replaceAll('0', '').length;
  return penalty + Math.floor(Math.abs((dark * 100) / (size * size) - 50) / 5) * 10;
}

function filled(frame: (number | null)[][], words: number[], mask: number): number[][] {
  const size = frame.length;
  const rows = frame.map((row) => [...row]);
  const places = formatPlaces(size);
  places.forEach((both, index) =>
    both.forEach(([row, column]) => (rows[row][column] = (FORMATS[mask] >> (14 - index)) & 1)),
  );
  rows[size - 8][8] = 1;
  let bit = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const isUpwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = isUpwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (rows[row][column] !== null) continue;
        const dark = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        rows[row][column] = dark ^ (MASKS[mask](row, column) ? 1 : 0);
        bit += 1;
      }
    }
  }
  return rows as number[][];
}

/** @param text at most 42 signs of ASCII @throws Error for any other */
export function qrModules(text: string): number[][] {
  const version = VERSIONS.find(({ data }) => text.length + 2 <= data);
  if (!version || !/^[\x20-\x7e]*$/.test(text)) {
    throw new Error('The text is too long for a code, or has other signs than ASCII.');
  }
  const words = codewordsOf(text, version);
  const frame = frameOf(version);
  const all = MASKS.map((_, mask) => filled(frame, words, mask));
  const penalties = all.map(penaltyOf);
  return all[penalties.indexOf(Math.min(...penalties))];
}

/** The dark modules as the path of an SVG, one unit each, with the quiet zone that readers need around. */
export function qrPath(text: string): { path: string; viewBox: string } {
  const modules = qrModules(text);
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ''))).join('');
  return { path, viewBox: `0 0 ${modules.length + 8} ${modules.length + 8}` };
}
