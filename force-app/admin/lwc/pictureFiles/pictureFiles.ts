/** Makes files of a person's disk into pictures that fit through a call and load fast in a shop. */

/** Longest side in pixels: sharp on a large screen, and zoomed. */
const LONGEST = 2048;
/** Most bytes that go through one call. */
const MOST_BYTES = 2 * 1024 * 1024;
const TYPES = /^image\/(png|jpeg|webp|avif|gif)$/;

export interface PictureFile {
  name: string;
  base64: string;
}

/** Whether browsers show files of this type as pictures, and none that can run something. */
export function isPicture(file: { type: string }): boolean {
  return TYPES.test(file.type);
}

/** Width and height that a picture is stored with. */
export function fittedSize(width: number, height: number, longest = LONGEST): [number, number] {
  const scale = Math.min(1, longest / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/**
 * The file in base 64, made smaller when it is larger than a shop needs.
 * @throws Error when the bytes are no picture
 */
export async function readPicture(file: File): Promise<PictureFile> {
  const bitmap = await createImageBitmap(file);
  const [width] = fittedSize(bitmap.width, bitmap.height);
  // A moving picture would stand still if it were drawn anew.
  const fits = file.size <= MOST_BYTES && (width === bitmap.width || file.type === 'image/gif');
  let content: Blob = file;
  if (!fits) {
    let longest = LONGEST;
    do {
      // eslint-disable-next-line no-await-in-loop -- one size after the other, until one fits
      content = await drawn(bitmap, file.type, fittedSize(bitmap.width, bitmap.height, longest));
      longest = Math.round(longest * 0.75);
    } while (content.size > MOST_BYTES && longest > 200);
  }
  bitmap.close();
  return { name: file.name, base64: await toBase64(content) };
}

async function drawn(bitmap: ImageBitmap, type: string, [width, height]: [number, number]): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  const format = type === 'image/jpeg' ? 'image/jpeg' : 'image/webp';
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture cannot be drawn'))), format, 0.86),
  );
}

function toBase64(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read'));
    reader.readAsDataURL(content);
  });
}
