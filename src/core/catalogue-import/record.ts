/** One record of a CSV file. `row` is the line on which it begins; the heading row of a file is 1. */
export type CsvRecord =
  | { readonly row: number; readonly fields: readonly string[] }
  /** A record that could not be read; `field` counts from 0. */
  | { readonly row: number; readonly problem: string; readonly field: number | null };

/** A CSV file that can be read more than once, from the start, without holding it in memory. */
export interface CsvSource {
  /** In batches, in the file's order. Throws `UnusableFile` when it is no CSV file at all. */
  records(): AsyncIterable<readonly CsvRecord[]>;
}

/** The file as a whole cannot be imported; the message says what to do. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}

/** What was wrong with a row and what became of it, for the person who keeps the file. */
export interface RowError {
  readonly row: number;
  /** The heading as the file writes it; null where the whole row is concerned. */
  readonly column: string | null;
  readonly message: string;
}

export type ReportError = (error: RowError) => void;
