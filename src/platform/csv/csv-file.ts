import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type CsvSource, UnusableFile } from '../../core/catalogue-import/record.ts';
import { type ByteSource, readCsv } from './read-csv.ts';

const codes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read; check its permissions',
  EPERM: 'it may not be read; check its permissions',
  EISDIR: 'it is a folder',
};

const reason = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return codes[code] ?? `the system says ${code}`;
};

function refuseForeignBytes(bytes: Uint8Array): void {
  const begins = (...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UnusableFile('it is a spreadsheet or an archive; save it as CSV UTF-8');
  }
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) {
    throw new UnusableFile('it is UTF-16; save it as CSV UTF-8');
  }
  if (bytes.includes(0)) throw new UnusableFile('it is not a text file; export the catalogue as CSV');
  const head = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  if (/^(<!doctype|<html|<\?xml)/i.test(head)) {
    throw new UnusableFile('it is a web page, not CSV; download the export itself');
  }
  if (/^(%PDF-|\{|\[)/.test(head)) throw new UnusableFile('it is not CSV; export the catalogue as CSV');
}

/** A CSV file on disk, looked at before anything is read from it. Throws `UnusableFile` that says what to do. */
export async function openCsvFile(path: string): Promise<CsvSource> {
  try {
    if ((await stat(path)).isDirectory()) throw new UnusableFile('it is a folder');
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
      if (buffer.subarray(0, bytesRead).toString().trim() === '') throw new UnusableFile('it is empty');
      refuseForeignBytes(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    const why = error instanceof UnusableFile ? error.message : reason(error);
    throw new UnusableFile(`${path} cannot be imported: ${why}.`);
  }
  const bytes: ByteSource = {
    open: (from) => createReadStream(path, { start: from, highWaterMark: 262_144 }),
  };
  return { records: () => readCsv(bytes) };
}
