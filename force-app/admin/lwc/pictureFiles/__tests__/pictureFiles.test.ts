import { fittedSize, isPicture, readPicture } from 'c/pictureFiles';

describe('c/pictureFiles', () => {
  it('takes pictures, and no drawing that could run a script', () => {
    expect(['image/png', 'image/avif'].map((type) => isPicture({ type }))).toEqual([true, true]);
    expect(['image/svg+xml', 'text/html', ''].map((type) => isPicture({ type }))).toEqual([false, false, false]);
  });

  it('makes large pictures smaller and keeps their shape', () => {
    expect(fittedSize(4096, 1024)).toEqual([2048, 512]);
    expect(fittedSize(800, 600)).toEqual([800, 600]);
    expect(fittedSize(1, 9000)).toEqual([1, 2048]);
  });

  it('sends a picture that fits as it is', async () => {
    const close = jest.fn();
    globalThis.createImageBitmap = jest.fn().mockResolvedValue({ width: 10, height: 10, close });
    const read = await readPicture(new File(['abc'], 'vase.png', { type: 'image/png' }));
    expect(read).toEqual({ name: 'vase.png', base64: 'YWJj' });
    expect(close).toHaveBeenCalled();
  });

  it('refuses bytes that no browser can show', async () => {
    globalThis.createImageBitmap = jest.fn().mockRejectedValue(new Error('no picture'));
    await expect(readPicture(new File(['abc'], 'vase.png', { type: 'image/png' }))).rejects.toThrow('no picture');
  });
});
