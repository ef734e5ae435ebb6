import { barcodeOf } from 'c/returnBarcode';

/** Reads a code as a scanner does: widths of bars and spaces, eleven modules a letter. */
function read(path: string, width: number): string {
  const modules = new Array<boolean>(width).fill(false);
  for (const [, at, bar] of path.matchAll(/M(\d+) 0h(\d+)/g))
    for (let i = 0; i < Number(bar); i++) modules[Number(at) + i] = true;
  return modules.map((isBar) => (isBar ? '1' : '0')).join('');
}

describe('c-return-barcode', () => {
  it('writes the code of the standard’s example, with its check and quiet zones', () => {
    // "PJJ123C" in code set B: start, P, J, J, 1, 2, 3, C, check 55, stop (Wikipedia, Code 128).
    const code = barcodeOf('PJJ123C')!;
    expect(code.width).toBe(10 + 9 * 11 + 13 + 10);
    expect(read(code.path, code.width)).toBe(
      '0'.repeat(10) +
        '11010010000' +
        '11101110110' +
        '10110111000' +
        '10110111000' +
        '10011100110' +
        '11001110010' +
        '11001011100' +
        '10001000110' +
        '11101000110' +
        '1100011101011' +
        '0'.repeat(10),
    );
  });

  it('writes nothing that it has no bars for', () => {
    expect(barcodeOf('Größe')).toBeNull();
    expect(barcodeOf('')).toBeNull();
  });
});
