import type { SqlValue } from '../connection.ts';
import type { Pages } from './pages.ts';

/** A row as it lies in a page. */
export interface RawRow {
  /** Null for tables without rowid. */
  readonly rowid: number | null;
  readonly values: readonly SqlValue[];
}

const tableLeaf = 0x0d;
const indexLeaf = 0x0a;
/** Longer than any row of ours: a length beyond it is damage. */
const longestRow = 16_000_000;

/**
 * Rows of a page that is a leaf of some table or index; nothing for other pages. A row that makes no sense (it lies in
 * damaged bytes, or goes on in a page that is gone) is left out.
 */
export function* rowsOfPage(
  pages: Pages,
  number: number,
  page: Buffer | undefined = pages.read(number),
): Generator<RawRow> {
  if (page === undefined) return;
  const start = number === 1 ? 100 : 0;
  const kind = page[start];
  if (kind !== tableLeaf && kind !== indexLeaf) return;
  const cells = page.readUInt16BE(start + 3);
  for (let cell = 0; cell < cells; cell += 1) {
    const pointer = start + 8 + cell * 2;
    if (pointer + 2 > page.length) return;
    try {
      yield readCell(pages, page, page.readUInt16BE(pointer), kind === tableLeaf);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    }
  }
}

function readCell(pages: Pages, page: Buffer, at: number, inTable: boolean): RawRow {
  const length = readVarint(page, at);
  const rowid = inTable ? readVarint(page, length.end) : undefined;
  const payload = readPayload(pages, page, {
    at: rowid?.end ?? length.end,
    length: length.value,
    inTable,
  });
  return { rowid: rowid?.value ?? null, values: readRecord(payload) };
}

/** A row's bytes: what lies in the page, then what goes on in a chain of overflow pages. */
function readPayload(
  pages: Pages,
  page: Buffer,
  { at, length, inTable }: { readonly at: number; readonly length: number; readonly inTable: boolean },
): Buffer {
  if (length > longestRow) throw new RangeError('A row of impossible length');
  const { size } = pages;
  const most = inTable ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23;
  if (length <= most) return slice(page, at, length);
  const least = Math.floor(((size - 12) * 32) / 255) - 23;
  const spilled = least + ((length - least) % (size - 4));
  const local = spilled <= most ? spilled : least;
  const parts = [slice(page, at, local)];
  let missing = length - local;
  let next = page.readUInt32BE(at + local);
  while (missing > 0) {
    const overflow = pages.read(next);
    if (overflow === undefined) throw new RangeError('A row goes on in a page that is gone');
    const part = slice(overflow, 4, Math.min(missing, size - 4));
    parts.push(part);
    missing -= part.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function slice(bytes: Buffer, at: number, length: number): Buffer {
  if (at + length > bytes.length) throw new RangeError('A row reaches out of its page');
  return bytes.subarray(at, at + length);
}

function readRecord(payload: Buffer): readonly SqlValue[] {
  const header = readVarint(payload, 0);
  const values: SqlValue[] = [];
  let body = header.value;
  for (let at = header.end; at < header.value; ) {
    const type = readVarint(payload, at);
    at = type.end;
    const { value, length } = readValue(payload, body, type.value);
    values.push(value);
    body += length;
  }
  if (body !== payload.length) throw new RangeError('A row is longer than its columns');
  return values;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Bytes of the integers of serial types 0 to 6. */
const integerLengths = [0, 1, 2, 3, 4, 6, 8];

function readValue(
  payload: Buffer,
  at: number,
  type: number,
): { readonly value: SqlValue; readonly length: number } {
  if (type === 0) return { value: null, length: 0 };
  if (type === 8 || type === 9) return { value: type - 8, length: 0 };
  if (type === 7) return { value: payload.readDoubleBE(at), length: 8 };
  const bytes = integerLengths[type];
  if (bytes === 8) return { value: Number(payload.readBigInt64BE(at)), length: 8 };
  if (bytes !== undefined) return { value: payload.readIntBE(at, bytes), length: bytes };
  // Odd types from 13 are text; the even ones, bytes, are in no table that is saved.
  if (type < 13 || type % 2 === 0) throw new TypeError('A value that is no text or number');
  const length = (type - 13) / 2;
  return { value: utf8.decode(slice(payload, at, length)), length };
}

/** SQLite's variable-length integer: seven bits a byte, the highest first; the ninth byte has eight. */
function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(at + index);
    value = index === 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (index === 8 || byte < 0x80) return { value, end: at + index + 1 };
  }
  throw new RangeError('A number without an end');
}
