import type { Headings, ProductColumn } from './headings.ts';
import { cell, type ProductRow } from './product-row.ts';

export interface Option {
  readonly name: string;
  readonly value: string;
}

const slots = [
  ['option1Name', 'option1Value'],
  ['option2Name', 'option2Value'],
  ['option3Name', 'option3Value'],
] as const;

const sizeNames = /^(size|sizes|größe|taille|talla|माप|साइज़|مقاس|المقاس)$/i;
const colourNames = /^(colou?rs?|shade|farbe|couleur|रंग|لون|اللون)$/i;
const sizeValues =
  /^(x{0,4}s|m|x{0,4}l|[2-6]xl|free size|one size|\d{1,3}(\.5)?|(uk|us|eu) ?\d{1,2}(\.5)?|\d{1,2}[-–]\d{1,2} ?(y|years|m|months)?)$/i;

/** Option names of a product, from the first row that gives any; '' for slots without a name. */
export function optionNames(
  headings: Headings<ProductColumn>,
  rows: readonly ProductRow[],
): readonly string[] {
  return slots.map(([name]) => {
    const row = rows.find((candidate) => cell(headings, candidate, name) !== '');
    return row ? cell(headings, row, name) : '';
  });
}

/** A name for values that came without one, because the row that names them is missing or broken. */
function guessedName(value: string, position: number): string {
  return sizeValues.test(value) ? 'Size' : `Option ${position + 1}`;
}

/**
 * Option values of a row. Shopify writes products without options as `Title` = `Default Title`: none, then.
 * `missing` names the first option of the product that the row leaves empty.
 */
export function readOptions(
  headings: Headings<ProductColumn>,
  row: ProductRow,
  names: readonly string[],
): { readonly options: readonly Option[]; readonly missing: ProductColumn | null } {
  const options: Option[] = [];
  let missing: ProductColumn | null = null;
  slots.forEach(([, column], position) => {
    const value = cell(headings, row, column).replace(/\s+/g, ' ');
    const name = names[position] ?? '';
    if (value === '') {
      const isDefault = name.toLowerCase() === 'title';
      if (name !== '' && !isDefault) missing ??= column;
      return;
    }
    if (name.toLowerCase() === 'title' && value.toLowerCase() === 'default title') return;
    if (value.toLowerCase() === 'default title') return;
    options.push({ name: name || guessedName(value, position), value });
  });
  return { options, missing };
}

/** Whether the row says anything about a variant, rather than only adding a picture. */
export function namesVariant(headings: Headings<ProductColumn>, row: ProductRow): boolean {
  return (['sku', 'price', 'barcode', 'option1Value', 'option2Value', 'option3Value'] as const).some(
    (column) => cell(headings, row, column) !== '',
  );
}

const optionCalled = (options: readonly Option[], pattern: RegExp): string | null =>
  options.find((option) => pattern.test(option.name.trim()))?.value ?? null;

export const sizeOf = (options: readonly Option[]): string | null => optionCalled(options, sizeNames);
export const colourOf = (options: readonly Option[]): string | null => optionCalled(options, colourNames);
