// Reads what a Java class file says about its members (JVM specification, chapter 4), and the entries of a zip file.
import { inflateRawSync } from 'node:zlib';

/** Entries of a zip file: name → bytes. */
export function* zipEntries(zip) {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== 0x06054b50) end--;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    if (!name.endsWith('/')) yield [name, method === 8 ? inflateRawSync(bytes) : bytes];
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/** Class file → {name, access, super, interfaces, signature, fields, methods, annotations, innerAccess}. */
export function readClass(bytes) {
  let at = 8;
  const u1 = () => bytes[at++];
  const u2 = () => bytes.readUInt16BE((at += 2) - 2);
  const u4 = () => bytes.readUInt32BE((at += 4) - 4);
  const pool = [null];
  for (let count = u2(), i = 1; i < count; i++) {
    const tag = u1();
    if (tag === 1) {
      const length = u2();
      pool[i] = bytes.toString('utf8', at, at + length);
      at += length;
    } else if (tag === 5 || tag === 6) {
      at += 8;
      i++;
    } else if (tag === 7 || tag === 8 || tag === 16 || tag === 19 || tag === 20) pool[i] = { ref: u2() };
    else if (tag === 15) at += 3;
    else at += 4;
  }
  const className = (index) => (index === 0 ? null : pool[pool[index].ref]);
  const access = u2();
  const name = className(u2());
  const superName = className(u2());
  const interfaces = Array.from({ length: u2() }, () => className(u2()));

  function elementValue() {
    const tag = String.fromCharCode(u1());
    if (tag === 'e') {
      u2();
      return pool[u2()];
    }
    if (tag === '[') return Array.from({ length: u2() }, elementValue);
    if (tag === '@') return annotation();
    return pool[u2()];
  }
  function annotation() {
    const type = pool[u2()];
    const values = {};
    for (let n = u2(); n > 0; n--) {
      const key = pool[u2()];
      values[key] = elementValue();
    }
    return { type, values };
  }
  function attributes(target) {
    for (let n = u2(); n > 0; n--) {
      const attribute = pool[u2()];
      const end = u4() + at;
      if (attribute === 'Signature') target.signature = pool[u2()];
      else if (attribute === 'RuntimeVisibleAnnotations') {
        target.annotations = Array.from({ length: u2() }, annotation);
      } else if (attribute === 'InnerClasses') {
        for (let m = u2(); m > 0; m--) {
          const inner = className(u2());
          u2();
          u2();
          const flags = u2();
          if (inner === name) target.innerAccess = flags;
        }
      }
      at = end;
    }
    return target;
  }
  const members = () =>
    Array.from({ length: u2() }, () => {
      const flags = u2();
      const memberName = pool[u2()];
      return attributes({ access: flags, name: memberName, descriptor: pool[u2()] });
    });
  const fields = members();
  const methods = members();
  return attributes({ name, access, superName, interfaces, fields, methods });
}
