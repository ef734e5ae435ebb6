import { saveFile } from 'c/savedFile';

describe('c/savedFile', () => {
  it('hands over the bytes under a name that file systems take', () => {
    const made: Blob[] = [];
    URL.createObjectURL = jest.fn((blob: Blob) => {
      made.push(blob);
      return 'blob:x';
    }) as typeof URL.createObjectURL;
    URL.revokeObjectURL = jest.fn();
    let name = '';
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      name = this.download;
    });
    saveFile('S/001.pdf', 'application/pdf', 'JVBERg==');
    expect(name).toBe('S-001.pdf');
    expect(made[0]!.type).toBe('application/pdf');
    expect(made[0]!.size).toBe(4);
  });
});
