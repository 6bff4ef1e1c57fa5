import { type CsvRecord, UnusableFile } from '../../core/catalogue-import/record.ts';
import { LineCounter } from './line-counter.ts';
import { type Broken, parseSegment, type Shape } from './parse-segment.ts';

export interface ByteSource {
  /** The bytes from the given offset to the end. Called again after a record that could not be read. */
  open(from: number): AsyncIterable<Uint8Array>;
}

/** A file with more broken quotes than this is something else than CSV. */
const maximumBrokenRecords = 1000;

/**
 * Records of a CSV text by RFC 4180, read strictly, with the line on which each begins. A record with broken quotes is given
 * as a problem, and reading goes on with the line after the one on which it began, so that it takes no other record along.
 */
export async function* readCsv(source: ByteSource): AsyncGenerator<readonly CsvRecord[]> {
  const shape: Shape = { width: 0 };
  let offset = 0;
  let line = 1;
  for (let count = 0; count <= maximumBrokenRecords; count += 1) {
    const lines = new LineCounter(offset, line);
    let broken: Broken | undefined;
    for await (const piece of parseSegment(source.open(offset), lines, shape)) {
      if (piece.records.length > 0) yield piece.records;
      broken = piece.broken;
    }
    if (broken === undefined) return;
    yield [{ row: lines.line, problem: broken.message, field: broken.field }];
    const next = await afterLine(source, lines.offset);
    if (next === undefined) return;
    offset = next;
    line = lines.line + 1;
  }
  throw new UnusableFile(
    `More than ${maximumBrokenRecords} rows have broken quotes (up to row ${line}): export the file as CSV again.`,
  );
}

/** Offset of the line after the one at `offset`; undefined at the end. */
async function afterLine(source: ByteSource, offset: number): Promise<number | undefined> {
  let position = offset;
  for await (const chunk of source.open(offset)) {
    const at = chunk.indexOf(0x0a);
    if (at >= 0) return position + at + 1;
    position += chunk.length;
  }
  return undefined;
}
