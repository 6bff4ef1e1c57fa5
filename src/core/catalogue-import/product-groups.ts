import { type Headings, type ProductColumn, readProductHeadings } from './headings.ts';
import { type ProductRow, readProductRow } from './product-row.ts';
import { type CsvRecord, type CsvSource, type ReportError, UnusableFile } from './record.ts';

type Progress = (rows: number) => void;

async function* recordsBelowHeading(
  source: CsvSource,
): AsyncGenerator<{ readonly headings: Headings<ProductColumn>; readonly records: readonly CsvRecord[] }> {
  let headings: Headings<ProductColumn> | undefined;
  for await (const batch of source.records()) {
    let records = batch;
    if (headings === undefined) {
      const start = batch.findIndex((record) => 'problem' in record || record.fields.join('').trim() !== '');
      const first = batch[start];
      if (first === undefined) continue;
      if ('problem' in first) throw new UnusableFile(`The heading row cannot be read: ${first.problem}`);
      const read = readProductHeadings(first.fields);
      if (!read.ok) throw new UnusableFile(read.failure.message);
      headings = read.value;
      records = batch.slice(start + 1);
    }
    yield { headings, records };
  }
  if (headings === undefined) throw new UnusableFile('The file is empty.');
}

export interface HandleIndex {
  /** Row on which each handle appears for the last time. */
  readonly lastRows: ReadonlyMap<string, number>;
  /** Handles whose rows are not in one piece. */
  readonly scattered: number;
}

/** The first of two readings of a file. */
export async function indexHandles(source: CsvSource, progress: Progress): Promise<HandleIndex> {
  const lastRows = new Map<string, number>();
  const scattered = new Set<string>();
  let previous = '';
  let rows = 0;
  for await (const { headings, records } of recordsBelowHeading(source)) {
    for (const record of records) {
      const row = readProductRow(headings, record, () => {});
      if (row === undefined) continue;
      if (row.handle !== previous && lastRows.has(row.handle)) scattered.add(row.handle);
      lastRows.set(row.handle, row.row);
      previous = row.handle;
    }
    rows += records.length;
    progress(rows);
  }
  return { lastRows, scattered: scattered.size };
}

/**
 * The second reading: all rows of a product, given as soon as its last one has come. Only products that are spread over the
 * file are held in memory. Rows that cannot be used are reported and left out.
 */
export async function* productGroups(
  source: CsvSource,
  { lastRows }: HandleIndex,
  report: ReportError,
  progress: Progress,
): AsyncGenerator<{ readonly headings: Headings<ProductColumn>; readonly rows: readonly ProductRow[] }> {
  const open = new Map<string, ProductRow[]>();
  let done = 0;
  for await (const { headings, records } of recordsBelowHeading(source)) {
    for (const record of records) {
      const row = readProductRow(headings, record, report);
      if (row === undefined) continue;
      const rows = open.get(row.handle) ?? [];
      rows.push(row);
      if (lastRows.get(row.handle) === row.row) {
        open.delete(row.handle);
        yield { headings, rows };
      } else {
        open.set(row.handle, rows);
      }
    }
    done += records.length;
    progress(done);
  }
}
