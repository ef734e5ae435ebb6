import { qrModules, qrPath } from 'c/storeQr';

/** Rows as hexadecimal numbers. */
const rowsOf = (text: string): string[] => qrModules(text).map((row) => parseInt(row.join(''), 2).toString(16));

describe('c-store-qr', () => {
  it('makes what a kept library makes of the same text', () => {
    // qrcode-generator 1.4.4, byte mode, correction M, mask 3.
    expect(rowsOf('ABCDEF123456').join(' ')).toBe(
      '1fdb7f 105141 175e5d 17455d 175d5d 104341 1fd57f b00 13f597 191d65 c482b 40636 2d83f 15f7 1fd978 10544d 17518e 175494 174fdf 1043ef 1fdf54',
    );
  });

  it('grows with the text and refuses what is too long', () => {
    expect([14, 15, 26, 27, 42].map((length) => qrModules('x'.repeat(length)).length)).toEqual([21, 25, 25, 29, 29]);
    expect(() => qrModules('x'.repeat(43))).toThrow('too long');
  });

  it('leaves a quiet zone around', () => {
    const { path, viewBox } = qrPath('ABCDEF123456');
    expect(viewBox).toBe('0 0 29 29');
    expect(path.startsWith('M4 4h1v1h-1z')).toBe(true);
  });
});
