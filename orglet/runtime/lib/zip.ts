/** Compression.ZipWriter and ZipReader: the ZIP format (APPNOTE 6.3), stored and deflated entries. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { STRING, types } from '../types.js';
import { ApexList } from '../values/list.js';
import { ApexMap } from '../values/map.js';
import { StandardObject } from '../values/object.js';
import { ApexBlob, ApexDatetime } from '../values/scalars.js';
import { need } from './args.js';
import { constantOf, defineEnum } from './enums.js';

defineEnum('Compression.Method', ['DEFLATED', 'STORED']);
defineEnum('Compression.Level', ['BEST_COMPRESSION', 'BEST_SPEED', 'DEFAULT_LEVEL', 'NO_COMPRESSION']);

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

class ZipEntry extends StandardObject {
  readonly name: string;
  readonly packed: Buffer;
  readonly deflated: boolean;
  readonly size: number;
  readonly crc: number;
  readonly modified: number;
  comment: string | null = null;

  constructor(name: string, packed: Buffer, deflated: boolean, size: number, crc: number, modified: number) {
    super();
    this.name = name;
    this.packed = packed;
    this.deflated = deflated;
    this.size = size;
    this.crc = crc;
    this.modified = modified;
  }

  content(): ApexBlob {
    const bytes = this.deflated ? inflateRawSync(this.packed) : this.packed;
    if (crc32(bytes) !== this.crc) raise('Compression.ZipException', `CRC mismatch in ${this.name}`);
    return new ApexBlob(new Uint8Array(bytes));
  }
}

const dosTime = (ms: number): [time: number, date: number] => {
  const at = new Date(ms);
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return [time, (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()];
};

const fromDos = (time: number, date: number): number =>
  Date.UTC((date >> 9) + 1980, ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);

/** The fields that local and central headers share, from "version needed" on. */
function header(entry: ZipEntry, name: Buffer): Buffer {
  const out = Buffer.alloc(26);
  const [time, date] = dosTime(entry.modified);
  out.writeUInt16LE(20, 0);
  out.writeUInt16LE(0x0800, 2); // names are UTF-8
  out.writeUInt16LE(entry.deflated ? 8 : 0, 4);
  out.writeUInt16LE(time, 6);
  out.writeUInt16LE(date, 8);
  out.writeUInt32LE(entry.crc, 10);
  out.writeUInt32LE(entry.packed.length, 14);
  out.writeUInt32LE(entry.size, 18);
  out.writeUInt16LE(name.length, 22);
  return out;
}

function archive(entries: ZipEntry[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const common = header(entry, name);
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(LOCAL);
    body.push(signature, common, name, entry.packed);
    const central = Buffer.alloc(6);
    central.writeUInt32LE(CENTRAL);
    central.writeUInt16LE(20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(central, common, tail, name);
    at += 30 + name.length + entry.packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, central, end]);
}

function readArchive(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) return raise('Compression.ZipException', 'Not a ZIP archive');
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    if (bytes.readUInt32LE(at) !== CENTRAL) raise('Compression.ZipException', 'Damaged ZIP directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const modified = fromDos(bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = new ZipEntry(
      name,
      packed,
      bytes.readUInt16LE(at + 10) === 8,
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 16),
      modified,
    );
    at += 46 + nameLength + extra + comment;
    return entry;
  });
}

class ZipWriter extends StandardObject {
  readonly entries: ZipEntry[] = [];
  deflate = true;
  level = 'DEFAULT_LEVEL';

  add(name: string, data: ApexBlob): ZipEntry {
    const content = Buffer.from(need(data).bytes);
    const levels: Record<string, number> = { BEST_COMPRESSION: 9, BEST_SPEED: 1, NO_COMPRESSION: 0 };
    const packed = this.deflate ? deflateRawSync(content, { level: levels[this.level] ?? -1 }) : content;
    const entry = new ZipEntry(need(name), packed, this.deflate, content.length, crc32(content), Date.now());
    this.entries.push(entry);
    return entry;
  }

  find(name: string): ZipEntry | null {
    return this.entries.find((entry) => entry.name === name) ?? null;
  }
}

class ZipReader extends StandardObject {
  readonly entries: ZipEntry[];
  constructor(data: ApexBlob) {
    super();
    this.entries = readArchive(Buffer.from(need(data).bytes));
  }

  find(name: string): ZipEntry | null {
    return this.entries.find((entry) => entry.name === need(name)) ?? null;
  }
}

const ENTRY = types.std('Compression.ZipEntry');
const entriesOf = (self: ZipWriter | ZipReader) => new ApexList(ENTRY, [...self.entries]);
const entryMap = (self: ZipWriter | ZipReader) => {
  const map = new ApexMap(STRING, ENTRY);
  for (const entry of self.entries) map.put(entry.name, entry);
  return map;
};
const found = (self: ZipReader, target: ZipEntry | string): ZipEntry =>
  (typeof need(target) === 'string' ? self.find(target as string) : (target as ZipEntry)) ??
  raise('Compression.ZipException', `No such entry: ${String(target)}`);

defineClass('Compression.ZipEntry', {
  instance: ZipEntry,
  methods: {
    getcompressedsize: (self: ZipEntry) => BigInt(self.packed.length),
    getcomment: (self: ZipEntry) => self.comment,
    getcontent: (self: ZipEntry) => self.content(),
    getcrc: (self: ZipEntry) => BigInt(self.crc),
    getlastmodifiedtime: (self: ZipEntry) => new ApexDatetime(self.modified),
    getmethod: (self: ZipEntry) => constantOf('Compression.Method', self.deflated ? 'DEFLATED' : 'STORED'),
    getname: (self: ZipEntry) => self.name,
    getuncompressedsize: (self: ZipEntry) => BigInt(self.size),
    isdirectory: (self: ZipEntry) => self.name.endsWith('/'),
    setcomment: (self: ZipEntry, comment: string) => {
      self.comment = comment;
    },
  },
});

defineClass('Compression.ZipWriter', {
  instance: ZipWriter,
  ctor: () => new ZipWriter(),
  methods: {
    addentry: (self: ZipWriter, name: string | ZipEntry, data?: ApexBlob) =>
      typeof name === 'string' ? self.add(name, need(data!)) : (self.entries.push(need(name)), name),
    getarchive: (self: ZipWriter) => new ApexBlob(new Uint8Array(archive(self.entries))),
    getentries: entriesOf,
    getentriesmap: entryMap,
    getentry: (self: ZipWriter, name: string) => self.find(name),
    getentrynames: (self: ZipWriter) =>
      new ApexList(
        STRING,
        self.entries.map((entry) => entry.name),
      ),
    removeentry: (self: ZipWriter, name: string) => {
      const at = self.entries.findIndex((entry) => entry.name === name);
      return at < 0 ? null : self.entries.splice(at, 1)[0];
    },
    setlevel: (self: ZipWriter, level: { name: string }) => {
      self.level = need(level).name;
    },
    setmethod: (self: ZipWriter, method: { name: string }) => {
      self.deflate = need(method).name === 'DEFLATED';
    },
  },
});

defineClass('Compression.ZipReader', {
  instance: ZipReader,
  ctor: (data: ApexBlob) => new ZipReader(data),
  methods: {
    extract: (self: ZipReader, target: ZipEntry | string) => found(self, target).content(),
    extractentry: (self: ZipReader, target: ZipEntry | string) => found(self, target),
    getentries: entriesOf,
    getentriesmap: entryMap,
    getentry: (self: ZipReader, name: string) => self.find(name),
    getentrynames: (self: ZipReader) =>
      new ApexList(
        STRING,
        self.entries.map((entry) => entry.name),
      ),
  },
});
