import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Headings, ProductColumn } from './headings.ts';
import { cell, headingOf, type ProductRow } from './product-row.ts';
import type { ReportError } from './record.ts';

/** Pictures come over https, or are drawn by Aisle itself; anything else would be read from the kiosk's own disk. */
export function parseImageSource(text: string): Result<string> {
  if (text.length > 2048) return fail('invalid', 'The picture address is longer than 2,048 characters.');
  if (/^illustration:[a-z0-9/_-]+$/i.test(text)) return succeed(text);
  if (/^https:\/\/[^\s/]+\/?\S*$/i.test(text)) return succeed(text);
  return fail(
    'invalid',
    `'${text.slice(0, 60)}' is not a picture address: write one that begins with https://`,
  );
}

/** Pictures of a product in the order of `Image Position`, then of the file; each once. Bad ones are reported. */
export function readImages(
  headings: Headings<ProductColumn>,
  rows: readonly ProductRow[],
  title: string,
  report: ReportError,
): readonly { readonly source: string; readonly alt: string }[] {
  const found = new Map<
    string,
    { readonly source: string; readonly alt: string; readonly position: number }
  >();
  for (const row of rows) {
    const text = cell(headings, row, 'imageSource');
    if (text === '') continue;
    const source = parseImageSource(text);
    if (!source.ok) {
      report({ row: row.row, column: headingOf(headings, 'imageSource'), message: source.failure.message });
      continue;
    }
    if (found.has(source.value)) continue;
    const position = Number.parseInt(cell(headings, row, 'imagePosition'), 10);
    found.set(source.value, {
      source: source.value,
      alt: cell(headings, row, 'imageAlt') || title,
      position: Number.isNaN(position) ? Number.MAX_SAFE_INTEGER : position,
    });
  }
  return [...found.values()]
    .sort((one, other) => one.position - other.position)
    .map(({ source, alt }) => ({ source, alt }));
}
