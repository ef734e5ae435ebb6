import sendPart from '@salesforce/apex/FormFileController.sendPart';
import startFile from '@salesforce/apex/FormFileController.startFile';
import { newToken, refusalOf, sendFile } from 'c/formUpload';

jest.mock('@salesforce/apex/FormFileController.sendPart', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormFileController.startFile', () => ({ default: jest.fn() }), { virtual: true });

const QUESTION = { key: 'd', type: 'file', files: { types: ['pdf'], maxMegabytes: 2 } };
const failure = (code: string) => ({ body: { message: JSON.stringify({ code, message: 'No', fields: {} }) } });

function fileOf(size: number, name = 'a.PDF'): File {
  const file = new File([new Uint8Array(size)], name);
  file.slice = (from = 0, to = size) =>
    ({ arrayBuffer: async () => new ArrayBuffer(Math.min(to, size) - from) }) as unknown as Blob;
  return file;
}

const send = (file: File, progress = jest.fn()) =>
  sendFile({ storeCode: 'acme', versionId: 'v', question: QUESTION, token: 't', file, progress });

describe('c-form-upload', () => {
  beforeEach(() => jest.resetAllMocks());

  it('makes names that nobody guesses', () => {
    expect(newToken()).toMatch(/^[0-9a-f]{64}$/);
    expect(newToken()).not.toBe(newToken());
  });

  it('refuses before anything is sent', async () => {
    expect(refusalOf(QUESTION, fileOf(10))).toBe('');
    expect(await send(fileOf(10, 'a.exe'))).not.toBe('');
    expect(await send(fileOf(0))).not.toBe('');
    expect(await send(fileOf(2_097_153))).not.toBe('');
    expect(startFile).not.toHaveBeenCalled();
  });

  it('sends in parts, and a part again that was lost', async () => {
    (sendPart as unknown as jest.Mock).mockRejectedValueOnce(failure('UNEXPECTED')).mockResolvedValue(true);
    const progress = jest.fn();
    expect(await send(fileOf(400_000), progress)).toBe('');
    expect((startFile as unknown as jest.Mock).mock.calls[0][0].file).toMatchObject({ size: 400_000, parts: 2 });
    expect((sendPart as unknown as jest.Mock).mock.calls.map(([{ index }]) => index)).toEqual([0, 0, 1]);
    expect(progress).toHaveBeenLastCalledWith(99);
  });

  it('gives up with what the server says', async () => {
    (sendPart as unknown as jest.Mock).mockRejectedValue(failure('INVALID_INPUT'));
    expect(await send(fileOf(10))).toBe('No');
    expect(sendPart).toHaveBeenCalledTimes(1);
  });
});
