export function writeWhole(file: string, content: string | Uint8Array, mode?: number): void;
