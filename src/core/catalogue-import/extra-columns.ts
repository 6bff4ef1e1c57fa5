import type { ExtraColumns } from '../ports/catalogue-writer.ts';

const variantHeading =
  /^(variant |cost per item|charge tax|tax code|weight |inventory |continue selling|requires shipping|fulfillment service|unit price )/i;

export interface SortedExtras {
  readonly product: ExtraColumns;
  /** One for each row, in order. */
  readonly rows: readonly ExtraColumns[];
}

/**
 * Whose a column is. Shopify writes a product's columns on its first row only: a column that is filled on a later row, or that
 * Shopify knows as a variant's, belongs to the variants; any other to the product.
 */
export function sortExtras(rows: readonly ExtraColumns[]): SortedExtras {
  const variantColumns = new Set<string>();
  rows.forEach((extras, position) => {
    for (const heading of Object.keys(extras)) {
      if (position > 0 || variantHeading.test(heading)) variantColumns.add(heading);
    }
  });
  const pick = (extras: ExtraColumns, ofVariant: boolean): ExtraColumns =>
    Object.fromEntries(Object.entries(extras).filter(([name]) => variantColumns.has(name) === ofVariant));
  return { product: pick(rows[0] ?? {}, false), rows: rows.map((extras) => pick(extras, true)) };
}
