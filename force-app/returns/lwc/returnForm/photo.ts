/** Longest side of a photo that is sent, in pixels: enough to see a crack, small enough for a phone's connection. */
const LONGEST = 1600;
const QUALITY = 0.8;
/** Bytes that the server takes. */
const MOST = 2 * 1024 * 1024;

function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Makes a photo smaller. @returns base64 of a JPEG; where the browser cannot read the picture, of the file as it is */
export async function smaller(file: File): Promise<string> {
  let small: Blob | null = null;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    small = await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
  } catch {
    small = null;
  }
  const sent = small ?? file;
  if (sent.size > MOST) throw new Error('The photo is too large.');
  return toBase64(sent);
}
