import type { IncomingVariant } from '../ports/catalogue-writer.ts';
import { parseBarcode } from './barcode.ts';
import type { Headings, ProductColumn } from './headings.ts';
import { parseImageSource } from './images.ts';
import { colourOf, readOptions, sizeOf } from './options.ts';
import { parsePrice } from './price.ts';
import { cell, headingOf, type ProductRow } from './product-row.ts';
import type { ReportError } from './record.ts';
import { madeSku } from './slug.ts';

export interface VariantContext {
  readonly headings: Headings<ProductColumn>;
  readonly optionNames: readonly string[];
  /** Decimals of the currency. */
  readonly digits: number;
  readonly report: ReportError;
  /** Row of the variant of this product that has these options already. */
  readonly rowOfOptions: (key: string) => number | undefined;
  /** Row of the variant of any product that has this sku already. */
  readonly rowOfSku: (sku: string) => number | undefined;
}

export interface ReadVariant {
  readonly variant: Omit<IncomingVariant, 'extra'>;
  readonly optionsKey: string;
}

const skuPattern = /^[^\p{C}]{1,64}$/u;

/** The sku that the row writes, or the one made from handle and options. Spreadsheets' apostrophe is taken off. */
export function skuOfRow(
  headings: Headings<ProductColumn>,
  row: ProductRow,
  names: readonly string[],
): string {
  const written = cell(headings, row, 'sku').replace(/^'/, '');
  if (written !== '') return written;
  const { options } = readOptions(headings, row, names);
  return madeSku(
    row.handle,
    options.map((option) => option.value),
  );
}

/**
 * One variant. Price, options and sku must be right, otherwise it is left out; with a bad barcode, compare-at price or
 * picture it is kept without. Everything wrong is reported.
 */
export function readVariant(context: VariantContext, row: ProductRow): ReadVariant | undefined {
  const { headings } = context;
  const read = (column: ProductColumn) => cell(headings, row, column);
  const report = (column: ProductColumn, message: string): undefined => {
    context.report({ row: row.row, column: headingOf(headings, column), message });
    return undefined;
  };

  const priceText = read('price');
  if (priceText === '') return report('price', 'The price is missing; the variant is left out.');
  const price = parsePrice(priceText, context.digits);
  if (!price.ok) return report('price', `${price.failure.message}; the variant is left out.`);

  const { options, missing } = readOptions(headings, row, context.optionNames);
  if (missing !== null) return report(missing, 'The option has no value; the variant is left out.');
  const optionsKey = JSON.stringify(options.map((option) => option.value.toLowerCase()));
  const twin = context.rowOfOptions(optionsKey);
  if (twin !== undefined) {
    const said = options.map((option) => option.value).join(' / ') || 'no options';
    return report(
      'option1Value',
      `Row ${twin} is the same variant (${said.slice(0, 80)}); row ${twin} is kept.`,
    );
  }
  const sku = skuOfRow(headings, row, context.optionNames);
  if (!skuPattern.test(sku)) {
    return report('sku', 'A SKU has 1 to 64 visible characters; the variant is left out.');
  }
  const holder = context.rowOfSku(sku);
  if (holder !== undefined) {
    return report('sku', `Row ${holder} has the SKU '${sku}' already; row ${holder} is kept.`);
  }

  const compareAtText = read('compareAtPrice');
  const compareAt = compareAtText === '' ? null : parsePrice(compareAtText, context.digits);
  if (compareAt && !compareAt.ok) {
    report('compareAtPrice', `${compareAt.failure.message}; the variant is kept without it.`);
  }
  const barcodeText = read('barcode');
  const barcode = barcodeText === '' ? null : parseBarcode(barcodeText);
  if (barcode && !barcode.ok) {
    report('barcode', `${barcode.failure.message}; the variant is kept without a barcode.`);
  }
  const imageText = read('variantImage');
  const image = imageText === '' ? null : parseImageSource(imageText);
  if (image && !image.ok) report('variantImage', image.failure.message);

  return {
    optionsKey,
    variant: {
      sku,
      barcode: barcode?.ok ? barcode.value : null,
      size: sizeOf(options),
      colour: colourOf(options),
      options,
      price: price.value,
      // Not above the price, it is no saving to speak of.
      compareAtPrice: compareAt?.ok && compareAt.value > price.value ? compareAt.value : null,
      image: image?.ok ? image.value : null,
    },
  };
}
