/** Ids that metadata implies: the same for a project wherever it is loaded. */
import { createHash } from 'node:crypto';
import { toId18 } from '../runtime/lib/id.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

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

/** An 18-character Id of a metadata component. The `M` after the server part keeps it apart from Ids of inserted records. */
export const metadataId = (keyPrefix: string, name: string): string => toId18(`${keyPrefix}00M${hashText(name, 9)}`);
