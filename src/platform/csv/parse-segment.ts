import { type CsvError, Parser } from 'csv-parse';
import type { CsvRecord } from '../../core/catalogue-import/record.ts';
import type { LineCounter } from './line-counter.ts';

/** Longer records come from a quote that is never closed. Shopify's descriptions end at 512 KiB. */
const maximumRecordBytes = 1_048_576;
/** Heading rows narrower than this say too little to tell a row from a sentence. */
const narrowest = 5;

const neverClosed =
  'A double quote inside a quoted text is not doubled, or the quotes of this row are never closed.';
const advice: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE:
    'A double quote stands inside a text that does not begin with one: put the text into quotes and double those inside.',
  CSV_INVALID_CLOSING_QUOTE: neverClosed,
  CSV_QUOTE_NOT_CLOSED: 'A double quote is opened and never closed.',
  CSV_MAX_RECORD_SIZE: 'A double quote is opened and not closed within the next 1 MiB.',
};

/** Why a record could not be read; `field` counts from 0. */
export interface Broken {
  readonly field: number | null;
  readonly message: string;
}

export interface Piece {
  readonly records: readonly CsvRecord[];
  /** Set on the last piece when the record after these could not be read. */
  readonly broken?: Broken;
}

/** The file's heading row, once it has been read. */
export interface Shape {
  width: number;
}

/**
 * The field that swallowed other rows, because its closing quote is missing and one further down took its place: one of its
 * lines has exactly as many columns as the heading. Commas of prose are followed by a space and do not count.
 */
function swallowing(fields: readonly string[], width: number): number {
  if (width < narrowest) return -1;
  return fields.findIndex(
    (field) =>
      field.includes('\n') &&
      field.split('\n').some((line) => (line.trimEnd().match(/,(?! )/g)?.length ?? 0) === width - 1),
  );
}

function describe(error: CsvError): Broken {
  const message = advice[error.code];
  // Anything else is a mistake in how the parser is used here.
  if (message === undefined) throw error;
  const column: unknown = 'column' in error ? error.column : null;
  return { message, field: typeof column === 'number' ? column : null };
}

/** Records up to the end or to the first one that cannot be read; `lines` then stands at that one. */
export async function* parseSegment(
  chunks: AsyncIterable<Uint8Array>,
  lines: LineCounter,
  shape: Shape,
): AsyncGenerator<Piece> {
  const offset = lines.offset;
  let records: CsvRecord[] = [];
  let broken: Broken | undefined;
  const parser = new Parser({
    bom: offset === 0,
    max_record_size: maximumRecordBytes,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    on_record: (fields: string[], { bytes }) => {
      if (broken) return null;
      const swallower = swallowing(fields, shape.width);
      if (swallower >= 0) {
        broken = { field: swallower, message: neverClosed };
        return null;
      }
      if (shape.width < 2) shape.width = fields.length;
      records.push({ row: lines.line, fields });
      lines.endRecord(offset + bytes);
      return null;
    },
  });
  parser.on('error', (error: CsvError) => {
    broken ??= describe(error);
  });
  parser.resume();
  const settle = (act: (done: () => void) => void) => new Promise<void>(act);
  for await (const chunk of chunks) {
    lines.feed(chunk);
    await settle((done) => parser.write(chunk, () => done()));
    yield { records };
    records = [];
    if (broken) break;
  }
  if (!broken) {
    await settle((done) => {
      parser.once('end', done);
      parser.once('error', done);
      parser.end();
    });
    yield { records };
  }
  if (broken) yield { records: [], broken };
}
