import type { SampleProduct } from './products.ts';
import { sizeChartOf } from './size-charts.ts';
import { stockOf } from './stock.ts';

/** Shopify's product headings of today, then two of the retailer's own, as real files have them. */
const catalogueHeadings = [
  ...['Title', 'URL handle', 'Description', 'Vendor', 'Product category', 'Type', 'Tags'],
  ...['Published on online store', 'Status', 'SKU', 'Barcode'],
  ...['Option1 name', 'Option1 value', 'Option2 name', 'Option2 value'],
  ...['Price', 'Compare-at price', 'Charge tax', 'Inventory tracker', 'Continue selling when out of stock'],
  ...['Product image URL', 'Image position', 'Image alt text', 'Variant image URL', 'SEO title'],
  ...['Google Shopping / Gender', 'Google Shopping / Age group', 'Care', 'Made for', 'Size chart'],
] as const;

const inventoryHeadings = [
  ...['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value', 'SKU'],
  ...['Location', 'Bin name', 'Available (not editable)', 'On hand (current)', 'On hand (new)'],
] as const;

type Cells<H extends string> = Partial<Record<H, string>>;

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const lineOf = (values: readonly string[]) => `${values.map(cell).join(',')}\n`;

const row = <H extends string>(headings: readonly H[], cells: Cells<H>) =>
  lineOf(headings.map((heading) => cells[heading] ?? ''));

export const catalogueHeader = lineOf(catalogueHeadings);
export const inventoryHeader = lineOf(inventoryHeadings);

const genders = { women: 'female', men: 'male', children: 'unisex', unisex: 'unisex' } as const;

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function descriptionOf({ cloth, cut }: SampleProduct): string {
  return `${cloth.says}, ${cut.says}. ${cloth.place}`;
}

/** One row a variant, product columns on the first one only, pictures on the first rows. */
export function catalogueRows(product: SampleProduct): string {
  const { line, cut } = product;
  const first: Cells<(typeof catalogueHeadings)[number]> = {
    Title: product.title,
    Description: `<p>${escapeHtml(descriptionOf(product))}</p>`,
    Vendor: line.brand,
    'Product category': line.category,
    Type: line.type,
    Tags: product.tags.join(', '),
    'Published on online store': 'TRUE',
    Status: 'active',
    'Option1 name': 'Colour',
    'Option2 name': 'Size',
    'SEO title': `${product.title} | Marigold`,
    'Google Shopping / Gender': genders[line.department],
    'Google Shopping / Age group': line.department === 'children' ? 'kids' : 'adult',
    Care: line.care,
    'Made for': `${cut.fit} fit`,
    'Size chart': sizeChartOf(line),
  };
  return product.variants
    .map((variant, index) => {
      const image = product.images[index];
      return row(catalogueHeadings, {
        ...(index === 0 ? first : {}),
        'URL handle': product.handle,
        SKU: variant.sku,
        Barcode: variant.barcode,
        'Option1 value': variant.colour,
        'Option2 value': variant.size,
        Price: `${product.price}.00`,
        'Compare-at price': product.compareAt === null ? '' : `${product.compareAt}.00`,
        'Charge tax': 'TRUE',
        'Inventory tracker': 'shopify',
        'Continue selling when out of stock': 'DENY',
        ...(image
          ? {
              'Product image URL': image.source,
              'Image position': String(index + 1),
              'Image alt text': image.alt,
            }
          : {}),
        'Variant image URL': variant.image,
      });
    })
    .join('');
}

export function inventoryRows(product: SampleProduct): string {
  return product.variants
    .flatMap((variant) =>
      stockOf(product, variant).map((stock) =>
        row(inventoryHeadings, {
          Handle: product.handle,
          Title: product.title,
          'Option1 Name': 'Colour',
          'Option1 Value': variant.colour,
          'Option2 Name': 'Size',
          'Option2 Value': variant.size,
          SKU: variant.sku,
          Location: stock.storeName,
          'Bin name': stock.rail,
          'Available (not editable)': String(stock.onHand),
          'On hand (current)': String(stock.onHand),
        }),
      ),
    )
    .join('');
}
