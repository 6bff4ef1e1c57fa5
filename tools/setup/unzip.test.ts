import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from './unzip.mjs';

interface Packed {
  readonly name: string;
  readonly content: string;
  readonly mode?: number;
  readonly method?: 0 | 8;
  readonly checksum?: number;
}

/** A zip file as other tools write it: local headers and data, the directory, the end. */
function zip(files: readonly Packed[]): Buffer {
  const data: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o644, method = 8, checksum = crc32(content) } of files) {
    const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(checksum, 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    data.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...data, ...directory, end]);
}

let folder: string;
let archive: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-unzip-'));
  archive = join(folder, 'archive.zip');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const everything = (name: string) => name;

test('unpacks what is wanted, under the name it is given, with its permissions', async () => {
  writeFileSync(
    archive,
    zip([
      { name: 'App/', content: '', method: 0 },
      { name: 'App/App', content: 'program '.repeat(500), mode: 0o100755 },
      { name: 'App/locales/hi.pak', content: 'stored', method: 0 },
      { name: 'App/empty', content: '', method: 0 },
      { name: 'App/resources/app/index.js', content: 'not wanted' },
    ]),
  );
  const fractions: number[] = [];
  const place = (name: string) =>
    name.includes('resources') ? undefined : name.slice(4).replace(/^App$/, 'electron');
  const count = await unzip(archive, join(folder, 'out'), place, (fraction) => fractions.push(fraction));

  expect(count).toBe(3);
  expect(readFileSync(join(folder, 'out/electron'), 'utf8')).toBe('program '.repeat(500));
  expect(statSync(join(folder, 'out/electron')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(folder, 'out/locales/hi.pak'), 'utf8')).toBe('stored');
  expect(readFileSync(join(folder, 'out/empty'), 'utf8')).toBe('');
  expect(fractions.at(-1)).toBe(1);
});

test('refuses damaged content, links, paths that leave the folder, and what is no zip', async () => {
  const refusal = async (content: Buffer) => {
    writeFileSync(archive, content);
    return unzip(archive, join(folder, 'out'), everything).then(
      () => 'accepted',
      (error: Error) => error.message,
    );
  };
  expect(await refusal(zip([{ name: 'a', content: 'x', checksum: 1 }]))).toContain('checksum differs');
  expect(await refusal(zip([{ name: 'a', content: '/etc/passwd', mode: 0o120777 }]))).toContain('links');
  expect(await refusal(zip([{ name: '../a', content: 'x' }]))).toContain('leaves the target folder');
  expect(await refusal(Buffer.from('<html>not found</html>'))).toContain('not a zip file');
});
