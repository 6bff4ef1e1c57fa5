import type { ExtraColumns } from '../ports/catalogue-writer.ts';
import type { Headings, ProductColumn } from './headings.ts';
import type { CsvRecord, ReportError } from './record.ts';
import { slug } from './slug.ts';

/** A readable record of a product file, by column. */
export interface ProductRow {
  readonly row: number;
  readonly handle: string;
  readonly fields: readonly string[];
}

export function cell(headings: Headings<ProductColumn>, row: ProductRow, column: ProductColumn): string {
  const position = headings.known.get(column);
  return position === undefined ? '' : (row.fields[position] ?? '').trim();
}

/** The heading as the file writes it; null where the file has no such column. */
export function headingOf(headings: Headings<ProductColumn>, column: ProductColumn): string | null {
  const position = headings.known.get(column);
  return position === undefined ? null : (headings.all[position] ?? null);
}

/** Cells of the columns that Aisle has no meaning for, empty ones left out. */
export function extraCells(headings: Headings<ProductColumn>, row: ProductRow): ExtraColumns {
  const entries: [string, string][] = [];
  for (const position of headings.extra) {
    const value = (row.fields[position] ?? '').trim();
    if (value !== '') entries.push([headings.all[position] ?? `Column ${position + 1}`, value]);
  }
  return Object.fromEntries(entries);
}

const isBlank = (fields: readonly string[]) => fields.every((field) => field.trim() === '');

/**
 * What a record says about which product; undefined for blank lines, and for records that cannot be used, which are
 * reported. Short rows count as filled up with empty cells: some exports leave trailing commas out.
 */
export function readProductRow(
  headings: Headings<ProductColumn>,
  record: CsvRecord,
  report: ReportError,
): ProductRow | undefined {
  const { row } = record;
  if ('problem' in record) {
    const column = record.field === null ? null : (headings.all[record.field] ?? null);
    report({ row, column, message: record.problem });
    return undefined;
  }
  const { fields } = record;
  if (isBlank(fields)) return undefined;
  if (!isBlank(fields.slice(headings.all.length))) {
    report({
      row,
      column: null,
      message: `The row has ${fields.length} columns, the heading ${headings.all.length}: put texts with commas into double quotes.`,
    });
    return undefined;
  }
  const mangled = fields.findIndex((field) => field.includes('\uFFFD'));
  if (mangled >= 0) {
    report({
      row,
      column: headings.all[mangled] ?? null,
      message: 'The text is not UTF-8: save the file as CSV UTF-8 and import it again.',
    });
    return undefined;
  }
  const partial = { row, handle: '', fields };
  const handle = slug(cell(headings, partial, 'handle') || cell(headings, partial, 'title')).slice(0, 255);
  if (handle === '') {
    report({
      row,
      column: headingOf(headings, 'handle'),
      message: 'The row names no product: fill in its handle.',
    });
    return undefined;
  }
  return { row, handle, fields };
}
