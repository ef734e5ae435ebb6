import { csvCell, saveCsv, toCsv } from 'c/csvFile';

describe('c-csv-file', () => {
  it.each([
    ['Ada', 'Ada'],
    ['a, "b"', '"a, ""b"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49 30 1', "'+49 30 1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-1+cmd', "'-1+cmd"],
    ['  =1+1', "'  =1+1"],
    ['\u200B=1', "'\u200B=1"],
    ['＝1', "'＝1"],
    ['\t1', "'\t1"],
    ['-5.25', '-5.25'],
    [-5.25, '-5.25'],
    [null, ''],
    ['a=b', 'a=b'],
  ])('writes %p as %p', (value, cell) => expect(csvCell(value)).toBe(cell));

  it('writes rows that spreadsheets open as they are', () => {
    expect(
      toCsv([
        ['Ä', 1],
        ['=x', null],
      ]),
    ).toBe("\uFEFFÄ,1\r\n'=x,\r\n");
  });

  it('hands the browser a file', () => {
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const made = jest.fn(() => 'blob:1');
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: jest.fn() });
    saveCsv('answers.csv', 'x');
    expect(made).toHaveBeenCalled();
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });
});
