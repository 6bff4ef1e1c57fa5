import { type CsvError, Parser } from 'csv-parse';
import { type CsvRecord, UnusableFile } from '../../core/catalogue-import/record.ts';
import { LineCounter } from './line-counter.ts';

export interface ByteSource {
  /** The bytes from the given offset to the end. Called again after a record that could not be read. */
  open(from: number): AsyncIterable<Uint8Array>;
}

/** Longer records come from a quote that is never closed. Shopify's descriptions end at 512 KiB. */
const maximumRecordBytes = 1_048_576;
/** A file with more broken quotes than this is something else than CSV. */
const maximumBrokenRecords = 1000;

const advice: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE:
    'A double quote stands inside a text that does not begin with one: put the text into quotes and double those inside.',
  CSV_INVALID_CLOSING_QUOTE:
    'A double quote inside a quoted text is not doubled, or the quotes of this row are never closed.',
  CSV_QUOTE_NOT_CLOSED: 'A double quote is opened and never closed.',
  CSV_MAX_RECORD_SIZE: 'A double quote is opened and not closed within the next 1 MiB.',
};

interface Piece {
  readonly records: readonly CsvRecord[];
  /** Set when the record after these could not be read: where the next line begins, and its number. */
  readonly broken?: { readonly field: number | null; readonly message: string };
}

/**
 * Records of a CSV text by RFC 4180, read strictly, with the line on which each begins. A record with broken quotes is given
 * as a problem, and reading goes on with the line after the one on which it began, so that it takes no other record along.
 */
export async function* readCsv(source: ByteSource): AsyncGenerator<readonly CsvRecord[]> {
  let offset = 0;
  let line = 1;
  for (let broken = 0; ; broken += 1) {
    if (broken > maximumBrokenRecords) {
      throw new UnusableFile(
        `More than ${maximumBrokenRecords} rows have broken quotes (up to row ${line}): export the file as CSV again.`,
      );
    }
    const lines = new LineCounter(offset, line);
    let problem: Piece['broken'];
    for await (const piece of parseFrom(source, offset, lines)) {
      if (piece.records.length > 0) yield piece.records;
      problem = piece.broken;
    }
    if (problem === undefined) return;
    yield [{ row: lines.line, problem: problem.message, field: problem.field }];
    const next = await afterLine(source, lines.offset);
    if (next === undefined) return;
    offset = next;
    line = lines.line + 1;
  }
}

async function* parseFrom(source: ByteSource, offset: number, lines: LineCounter): AsyncGenerator<Piece> {
  let records: CsvRecord[] = [];
  const parser = new Parser({
    bom: offset === 0,
    max_record_size: maximumRecordBytes,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    on_record: (fields: string[], { bytes }) => {
      records.push({ row: lines.line, fields });
      lines.endRecord(offset + bytes);
      return null;
    },
  });
  let failure: CsvError | undefined;
  parser.on('error', (error: CsvError) => {
    failure = error;
  });
  parser.resume();
  const settle = (act: (done: (error?: unknown) => void) => void) =>
    new Promise<void>((resolve) => act(() => resolve()));
  for await (const chunk of source.open(offset)) {
    lines.feed(chunk);
    await settle((done) => parser.write(chunk, done));
    yield { records };
    records = [];
    if (failure) break;
  }
  if (!failure) {
    await settle((done) => {
      parser.once('end', done);
      parser.once('error', done);
      parser.end();
    });
    yield { records };
  }
  if (failure) yield { records: [], broken: describe(failure) };
}

function describe(error: CsvError): NonNullable<Piece['broken']> {
  const message = advice[error.code];
  // Anything else is a mistake in how the parser is used here.
  if (message === undefined) throw error;
  const column: unknown = 'column' in error ? error.column : null;
  return { message, field: typeof column === 'number' ? column : null };
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
