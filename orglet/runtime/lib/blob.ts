/** System.Blob, System.EncodingUtil and System.Crypto. */
import { isUtf8 } from 'node:buffer';
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  getCiphers,
  hash,
  randomBytes,
  randomInt,
  timingSafeEqual,
  type KeyObject,
  X509Certificate,
} from 'node:crypto';
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { equals, hashCode } from '../values/equality.js';
import { ApexBlob } from '../values/scalars.js';
import { need, raiseString } from './args.js';
import { pdfOf } from './pdf.js';

const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(new Uint8Array(bytes));
const securityError = (message: string): never => raise('System.SecurityException', message);
const invalid = (message: string): never => raise('System.InvalidParameterValueException', message);

/** Texts of large Blobs: those of static resources are asked for again and again. */
const texts = new WeakMap<Uint8Array, string>();
const LARGE = 4096;

/** A null receiver is told as a null argument, as the platform does for Blobs. */
function toText(self: ApexBlob | null): string {
  const { bytes } = need(self);
  let text = texts.get(bytes);
  if (text !== undefined) return text;
  if (!isUtf8(bytes)) return raiseString('BLOB is not a valid UTF-8 string');
  text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (bytes.length > LARGE) texts.set(bytes, text);
  return text;
}

defineClass('System.Blob', {
  instance: ApexBlob,
  statics: {
    valueof: (value: string) => ApexBlob.fromText(need(value)),
    topdf: (html: string) => blob(pdfOf(need(html))),
  },
  methods: {
    size: (self: ApexBlob | null) => need(self).bytes.length,
    tostring: toText,
    equals: (self: ApexBlob, other: unknown) => equals(self, other),
    hashcode: hashCode,
  },
});

function charset(name: string): string {
  const known = need(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (known === 'utf8') return 'utf8';
  if (known === 'iso88591' || known === 'latin1' || known === 'usascii') return 'latin1';
  if (known === 'utf16') return 'utf16';
  return raise('System.IllegalArgumentException', `Unsupported encoding: ${name}`);
}

function encodedBytes(value: string, encoding: string): Buffer {
  if (encoding !== 'utf16') return Buffer.from(value, encoding as BufferEncoding);
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(value, 'utf16le').swap16()]);
}

/** java.net.URLEncoder. */
function urlEncode(value: string, encoding: string): string {
  const set = charset(encoding);
  let out = '';
  for (const char of need(value)) {
    if (/[A-Za-z0-9.\-*_]/.test(char)) out += char;
    else if (char === ' ') out += '+';
    else for (const byte of encodedBytes(char, set)) out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

function urlDecode(value: string, encoding: string): string {
  const set = charset(encoding);
  return need(value)
    .replaceAll('+', ' ')
    .replace(/(?:%[^%]{0,2})+/g, (run) => {
      const match = /^((?:%[0-9a-fA-F]{2})+)(.*)$/s.exec(run);
      if (!match)
        return raise('System.IllegalArgumentException', `URLDecoder: Illegal hex characters in escape (%) pattern`);
      const bytes = Buffer.from(match[1]!.replaceAll('%', ''), 'hex');
      return (set === 'utf16' ? bytes.swap16().toString('utf16le') : bytes.toString(set as BufferEncoding)) + match[2];
    });
}

defineClass('System.EncodingUtil', {
  statics: {
    base64encode: (value: ApexBlob) => Buffer.from(need(value).bytes).toString('base64'),
    base64decode: (value: string) => blob(Buffer.from(need(value), 'base64')),
    base64urlencode: (value: ApexBlob) => Buffer.from(need(value).bytes).toString('base64url'),
    base64urldecode: (value: string) => blob(Buffer.from(need(value), 'base64url')),
    converttohex: (value: ApexBlob) => Buffer.from(need(value).bytes).toString('hex'),
    convertfromhex: (value: string) => {
      if (!/^(?:[0-9a-fA-F]{2})*$/.test(need(value)))
        return raise('System.IllegalArgumentException', `Invalid hex: ${value}`);
      return blob(Buffer.from(value, 'hex'));
    },
    urlencode: urlEncode,
    urldecode: urlDecode,
  },
});

const DIGESTS: Record<string, string> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512',
};
const HMACS: Record<string, string> = { hmacmd5: 'md5', hmacsha1: 'sha1', hmacsha256: 'sha256', hmacsha512: 'sha512' };

const digestName = (name: string): string =>
  DIGESTS[need(name).toLowerCase()] ?? invalid(`Invalid digest algorithm: ${name}`);
const hmacName = (name: string): string => HMACS[need(name).toLowerCase()] ?? invalid(`Invalid MAC algorithm: ${name}`);

function mac(algorithm: string, input: ApexBlob, key: ApexBlob): Buffer {
  return createHmac(hmacName(algorithm), need(key).bytes).update(need(input).bytes).digest();
}

/** Bytes of a managed or given initialization vector. */
const IV_BYTES = 16;

function cipherName(algorithm: string, key: ApexBlob): string {
  const match = /^AES(128|192|256)(?:-GCM)?$/i.exec(need(algorithm));
  if (!match) return invalid(`Invalid algorithm: ${algorithm}`);
  const bits = Number(match[1]);
  if (need(key).bytes.length * 8 !== bits) return invalid(`Invalid private key. Must be ${bits / 8} bytes.`);
  const name = `aes-${bits}-cbc`;
  return getCiphers().includes(name) ? name : invalid(`Invalid algorithm: ${algorithm}`);
}

function encrypt(algorithm: string, key: ApexBlob, iv: Uint8Array, clear: ApexBlob): Buffer {
  const cipher = createCipheriv(cipherName(algorithm, key), key.bytes, checkedIv(iv));
  return Buffer.concat([cipher.update(need(clear).bytes), cipher.final()]);
}

function decrypt(algorithm: string, key: ApexBlob, iv: Uint8Array, data: Uint8Array): ApexBlob {
  const decipher = createDecipheriv(cipherName(algorithm, key), key.bytes, checkedIv(iv));
  try {
    return blob(Buffer.concat([decipher.update(data), decipher.final()]));
  } catch (error) {
    const detail = error instanceof Error && /wrong final block length/i.test(error.message);
    return securityError(
      detail
        ? 'Input length must be multiple of 16 when decrypting with padded cipher'
        : 'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.',
    );
  }
}

function checkedIv(iv: Uint8Array): Uint8Array {
  return iv.length === IV_BYTES ? iv : invalid('Invalid initialization vector. Must be 16 bytes.');
}

function privateKey(key: ApexBlob): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(need(key).bytes), format: 'der', type: 'pkcs8' });
  } catch (error) {
    return invalid(`Invalid private key: ${(error as Error).message}`);
  }
}

function publicKey(key: ApexBlob): KeyObject {
  const bytes = Buffer.from(need(key).bytes);
  try {
    return createPublicKey({ key: bytes, format: 'der', type: 'spki' });
  } catch {
    try {
      return new X509Certificate(bytes).publicKey;
    } catch (error) {
      return invalid(`Invalid public key: ${(error as Error).message}`);
    }
  }
}

const SIGNATURES: Record<string, string> = {
  rsa: 'RSA-SHA1',
  'rsa-sha1': 'RSA-SHA1',
  'rsa-sha256': 'RSA-SHA256',
  'rsa-sha384': 'RSA-SHA384',
  'rsa-sha512': 'RSA-SHA512',
  'ecdsa-sha256': 'SHA256',
  'ecdsa-sha384': 'SHA384',
  'ecdsa-sha512': 'SHA512',
};
const signatureName = (name: string): string =>
  SIGNATURES[need(name).toLowerCase()] ?? invalid(`Invalid algorithm: ${name}`);

const isKey = (value: unknown): value is ApexBlob => value instanceof ApexBlob;

function withCertificate(name: string): never {
  return raise('System.NoDataFoundException', `Data not found. The certificate ${name} does not exist`);
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

function randomLong(): bigint {
  return randomBytes(8).readBigInt64BE();
}

defineClass('System.Crypto', {
  statics: {
    generatedigest: (algorithm: string, input: ApexBlob) =>
      blob(hash(digestName(algorithm), need(input).bytes, 'buffer')),
    generatemac: (algorithm: string, input: ApexBlob, key: ApexBlob) => blob(mac(algorithm, input, key)),
    verifyhmac: (algorithm: string, input: ApexBlob, key: ApexBlob, expected: ApexBlob) =>
      same(mac(algorithm, input, key), need(expected).bytes),
    generateaeskey: (bits: number) => {
      if (![128, 192, 256].includes(need(bits))) invalid('Invalid key size. Must be 128, 192 or 256 bits.');
      return blob(randomBytes(bits / 8));
    },
    encrypt: (algorithm: string, key: ApexBlob, iv: ApexBlob, clear: ApexBlob) =>
      blob(encrypt(algorithm, key, need(iv).bytes, clear)),
    decrypt: (algorithm: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob) =>
      decrypt(algorithm, key, need(iv).bytes, need(data).bytes),
    encryptwithmanagediv: (algorithm: string, key: ApexBlob, clear: ApexBlob) => {
      const iv = randomBytes(IV_BYTES);
      return blob(Buffer.concat([iv, encrypt(algorithm, key, iv, clear)]));
    },
    decryptwithmanagediv: (algorithm: string, key: ApexBlob, data: ApexBlob) => {
      const { bytes } = need(data);
      if (bytes.length < IV_BYTES) return invalid('Invalid initialization vector. Must be 16 bytes.');
      return decrypt(algorithm, key, bytes.slice(0, IV_BYTES), bytes.slice(IV_BYTES));
    },
    getrandominteger: () => randomInt(-2147483648, 2147483648),
    getrandomlong: randomLong,
    sign: (algorithm: string, input: ApexBlob, key: ApexBlob) =>
      blob(createSign(signatureName(algorithm)).update(need(input).bytes).sign(privateKey(key))),
    signwithcertificate: (_algorithm: string, _input: ApexBlob, name: string) => withCertificate(name),
    verify: (algorithm: string, data: ApexBlob, signature: ApexBlob, key: ApexBlob | string) => {
      if (!isKey(key)) return withCertificate(key);
      return createVerify(signatureName(algorithm))
        .update(need(data).bytes)
        .verify(publicKey(key), need(signature).bytes);
    },
  },
});
