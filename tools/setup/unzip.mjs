import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';

/*
 * A reader for the zip files that setup itself downloads, because a bare Debian has no `unzip` and setup may use
 * nothing but Node. Zip64, encryption and links are refused: the runtime's archive has none of them.
 * Offsets below are from the format's specification, PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE_MASK = 0o170000;
const LINK_TYPE = 0o120000;

/**
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive, with `/`; a folder's ends in `/`
 * @property {number} method
 * @property {number} checksum CRC-32 of the unpacked bytes
 * @property {number} packedSize bytes
 * @property {number} size bytes
 * @property {number} mode Unix type and permissions; 0 where the archive has none
 * @property {number} headerOffset
 */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<ZipEntry[]>}
 */
async function readEntries(file) {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, END_SIZE + LONGEST_COMMENT));
  await file.read(tail, 0, tail.length, size - tail.length);
  let end = tail.length - END_SIZE;
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1;
  if (end < 0) throw new Error('not a zip file, or cut short');

  const count = tail.readUInt16LE(end + 10);
  const directorySize = tail.readUInt32LE(end + 12);
  const directoryOffset = tail.readUInt32LE(end + 16);
  if (directoryOffset === 0xffffffff || count === 0xffff) throw new Error('zip64 is not supported');

  const directory = Buffer.alloc(directorySize);
  await file.read(directory, 0, directorySize, directoryOffset);
  /** @type {ZipEntry[]} */
  const entries = [];
  for (let index = 0, at = 0; index < count; index += 1) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('damaged zip directory');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      checksum: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      headerOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {string} archive
 * @param {import('node:fs/promises').FileHandle} file
 * @param {ZipEntry} entry
 * @param {string} target
 */
async function writeEntry(archive, file, entry, target) {
  if ((entry.mode & FILE_TYPE_MASK) === LINK_TYPE) throw new Error(`${entry.name}: links are not supported`);
  const permissions = entry.mode & 0o777 || 0o644;
  await mkdir(dirname(target), { recursive: true });
  const header = Buffer.alloc(LOCAL_HEADER_SIZE);
  await file.read(header, 0, LOCAL_HEADER_SIZE, entry.headerOffset);
  const start = entry.headerOffset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);

  let checksum = 0;
  const check = new Transform({
    transform(chunk, _encoding, done) {
      checksum = crc32(chunk, checksum);
      done(null, chunk);
    },
  });
  const output = createWriteStream(target, { mode: permissions });
  if (entry.packedSize === 0) {
    await pipeline([], output);
  } else {
    const input = createReadStream(archive, { start, end: start + entry.packedSize - 1 });
    if (entry.method === DEFLATED) await pipeline(input, createInflateRaw(), check, output);
    else if (entry.method === STORED) await pipeline(input, check, output);
    else throw new Error(`${entry.name}: compression method ${entry.method} is not supported`);
  }
  if (checksum !== entry.checksum) throw new Error(`${entry.name}: checksum differs, the archive is damaged`);
}

/**
 * Unpacks a zip file, with permissions, checking every file's checksum.
 *
 * @param {string} archive
 * @param {string} folder made where missing
 * @param {(name: string) => string | undefined} place gives the path under `folder` for an entry's name, or undefined
 *   to leave it out
 * @param {(fraction: number) => void} [onProgress] 0 to 1, of the bytes to write
 * @returns {Promise<number>} how many files were written
 * @throws {Error} for a damaged or unsupported archive, or a path that leaves `folder`
 */
export async function unzip(archive, folder, place, onProgress) {
  const root = resolve(folder);
  const file = await open(archive, 'r');
  try {
    const wanted = (await readEntries(file)).flatMap((entry) => {
      const path = entry.name.endsWith('/') ? undefined : place(entry.name);
      if (path === undefined) return [];
      const target = resolve(root, path);
      if (!target.startsWith(root + sep)) throw new Error(`${entry.name}: leaves the target folder`);
      return [{ entry, target }];
    });
    const total = wanted.reduce((sum, { entry }) => sum + entry.size, 0);
    let written = 0;
    for (const { entry, target } of wanted) {
      await writeEntry(archive, file, entry, target);
      written += entry.size;
      onProgress?.(total === 0 ? 1 : written / total);
    }
    return wanted.length;
  } finally {
    await file.close();
  }
}
