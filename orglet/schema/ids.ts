/** Ids that metadata implies: the same for a project wherever it is loaded. */
import { createHash } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** `length` characters of base 62 that depend on `text` only. */
export function hashText(text: string, length: number): string {
  let value = BigInt(`0x${createHash('sha1').update(text).digest('hex')}`);
  let result = '';
  for (let i = 0; i < length; i++) {
    result += BASE62[Number(value % 62n)];
    value /= 62n;
  }
  return result;
}

/** The 18-character form of a 15-character Id: three characters say which letters are upper case. */
export function withChecksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const char = id15[block + i]!;
      if (char >= 'A' && char <= 'Z') bits |= 1 << i;
    }
    suffix += CHECKSUM[bits];
  }
  return id15 + suffix;
}

/** An 18-character Id of a metadata component. The `M` after the server part keeps it apart from Ids of inserted records. */
export const metadataId = (keyPrefix: string, name: string): string => withChecksum(`${keyPrefix}00M${hashText(name, 9)}`);
