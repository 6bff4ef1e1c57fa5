import type { ExtraColumns, IncomingProduct, IncomingVariant } from '../ports/catalogue-writer.ts';
import { sortExtras } from './extra-columns.ts';
import type { Headings, ProductColumn } from './headings.ts';
import { textOfHtml } from './html-text.ts';
import { readImages } from './images.ts';
import { namesVariant, optionNames } from './options.ts';
import { cell, extraCells, headingOf, type ProductRow } from './product-row.ts';
import type { ReportError } from './record.ts';
import { readSizeChart } from './size-chart.ts';
import { attributesOf, departmentOf, metafieldAttributes, readTags } from './tags.ts';
import { readVariant, skuOfRow } from './variant.ts';

export interface ProductContext {
  readonly headings: Headings<ProductColumn>;
  readonly currency: string;
  /** Decimals of the currency. */
  readonly digits: number;
  readonly report: ReportError;
  /** Sku to row, over all products of the file so far; this product's are added. */
  readonly skus: Map<string, number>;
}

export type ReadProduct =
  | {
      readonly outcome: 'read';
      readonly product: IncomingProduct;
      /** `Inventory quantity` of the variants, as written; '' where empty. */
      readonly quantities: readonly { readonly row: number; readonly sku: string; readonly text: string }[];
      /** Skus of rows that were left out. */
      readonly leftOut: readonly string[];
    }
  | { readonly outcome: 'not-for-sale'; readonly status: string; readonly leftOut: readonly string[] }
  | { readonly outcome: 'refused'; readonly leftOut: readonly string[] };

const statuses = new Set(['active', 'draft', 'archived', 'unlisted']);

/** `active`, or why the product is not for sale. Without a `Status` column, `Published` decides. */
function statusOf(
  read: (column: ProductColumn) => string,
  report: (column: ProductColumn, message: string) => void,
): string | undefined {
  const status = read('status').toLowerCase();
  if (status !== '') {
    if (statuses.has(status)) return status;
    report(
      'status',
      `'${status.slice(0, 40)}' is no status: write active, draft or archived. The product is left out.`,
    );
    return undefined;
  }
  return /^(false|no|0)$/i.test(read('published')) ? 'unpublished' : 'active';
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

function titleFromHandle(handle: string): string {
  const words = handle.replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `Apparel > Tops > Shirts` is a shirt. */
function lastCategory(extra: ExtraColumns): string {
  const heading = Object.keys(extra).find((name) =>
    /^(product|standard product) (category|type)$/i.test(name),
  );
  const category = heading === undefined ? '' : (extra[heading] ?? '');
  return category.split('>').at(-1)?.trim() ?? '';
}

/** One product of all rows that carry its handle, in the file's order; there is at least one. */
export function readProduct(context: ProductContext, rows: readonly ProductRow[]): ReadProduct {
  const { headings, report, skus } = context;
  const first = rows[0];
  if (first === undefined) throw new Error('A product has at least one row');
  const read = (column: ProductColumn) => {
    const row = rows.find((candidate) => cell(headings, candidate, column) !== '');
    return row ? cell(headings, row, column) : '';
  };
  const names = optionNames(headings, rows);
  // A product of one row is a variant even when nothing says so: its missing price is then reported.
  const variantRows = rows.filter((row) => namesVariant(headings, row));
  const candidates = variantRows.length > 0 ? variantRows : [first];
  const allSkus = () => candidates.map((row) => skuOfRow(headings, row, names));

  const status = statusOf(read, (column, message) =>
    report({ row: first.row, column: headingOf(headings, column), message }),
  );
  if (status === undefined) return { outcome: 'refused', leftOut: allSkus() };
  if (status !== 'active') return { outcome: 'not-for-sale', status, leftOut: allSkus() };

  let title = spaced(read('title'));
  if (title === '') {
    title = titleFromHandle(first.handle);
    report({
      row: first.row,
      column: headingOf(headings, 'title'),
      message: `The product '${first.handle.slice(0, 60)}' has no title; it is shown as '${title.slice(0, 60)}'.`,
    });
  }

  const cellsOfRows = rows.map((row) => extraCells(headings, row));
  const extras = sortExtras(cellsOfRows);
  const extraOfRow = new Map(rows.map((row, position) => [row, extras.rows[position] ?? {}]));
  const rowsByOptions = new Map<string, number>();
  const variants: IncomingVariant[] = [];
  const quantities: { row: number; sku: string; text: string }[] = [];
  const leftOut: string[] = [];
  for (const row of candidates) {
    const result = readVariant(
      {
        headings,
        optionNames: names,
        digits: context.digits,
        report,
        rowOfOptions: (key) => rowsByOptions.get(key),
        rowOfSku: (sku) => skus.get(sku),
      },
      row,
    );
    if (result === undefined) {
      leftOut.push(skuOfRow(headings, row, names));
      continue;
    }
    const { variant, optionsKey } = result;
    rowsByOptions.set(optionsKey, row.row);
    skus.set(variant.sku, row.row);
    variants.push({ ...variant, extra: extraOfRow.get(row) ?? {} });
    quantities.push({ row: row.row, sku: variant.sku, text: cell(headings, row, 'quantity') });
  }
  if (variants.length === 0) return { outcome: 'refused', leftOut };

  const chart = readSizeChart(read('sizeChart'));
  if (!chart.ok) {
    const column = headingOf(headings, 'sizeChart');
    report({ row: first.row, column, message: `${chart.failure.message} The product is there without it.` });
  }
  const tags = readTags(read('tags'));
  const firstCells = cellsOfRows[0] ?? {};
  const attributes = { ...metafieldAttributes(firstCells), ...attributesOf(tags) };
  return {
    outcome: 'read',
    quantities,
    leftOut,
    product: {
      handle: first.handle,
      title,
      description: textOfHtml(read('body')),
      brand: spaced(read('vendor')),
      productType: spaced(read('type')) || lastCategory(firstCells),
      department: departmentOf(tags, attributes, firstCells),
      tags,
      attributes,
      currency: context.currency,
      images: readImages(headings, rows, title, report),
      ...(chart.ok && chart.value && { sizeChart: chart.value }),
      variants,
      extra: extras.product,
    },
  };
}
