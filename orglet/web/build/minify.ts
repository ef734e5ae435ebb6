import { minify } from 'terser';

/** Passes over what the bundler's own minifier has left; none rests on an assumption about the code. */
const OPTIONS = { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } } as const;

/** The same script with fewer characters. It is kept until the sources change, so it may take a while. */
export async function shorter(code: string): Promise<string> {
  return (await minify(code, OPTIONS)).code ?? code;
}

/** Gzip that takes longer to make and is smaller; any browser reads it. */
export async function denseGzip(bytes: Uint8Array): Promise<Uint8Array> {
  // Loaded by who uses it, because it ends the process at the first rejection that nobody handles.
  const { default: zopfli } = await import('@gfx/zopfli');
  return zopfli.gzipAsync(bytes, { numiterations: 15 });
}
