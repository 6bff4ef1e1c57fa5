import { slug } from '../../src/core/catalogue-import/slug.ts';
import { gtinCheckDigit } from '../../src/core/gtin.ts';
import { colours, formatIllustrationUri } from '../../src/core/illustration/index.ts';
import { between, randomFor } from './random.ts';
import { accessoryLines } from './vocabulary/accessories.ts';
import { childrenLines } from './vocabulary/children.ts';
import { menLines } from './vocabulary/men.ts';
import { type Cloth, type Cut, type Line, sizeCharts } from './vocabulary/types.ts';
import { womenLines } from './vocabulary/women.ts';

export interface SampleVariant {
  readonly sku: string;
  readonly barcode: string;
  readonly colour: string;
  readonly size: string;
  /** 0 for the best-selling size, growing to the ends of the chart. */
  readonly sizeDistance: number;
  readonly image: string;
}

export interface SampleProduct {
  readonly handle: string;
  readonly title: string;
  readonly line: Line;
  readonly cloth: Cloth;
  readonly cut: Cut;
  readonly tags: readonly string[];
  /** Rupees. */
  readonly price: number;
  /** Rupees; null where the price was never higher. */
  readonly compareAt: number | null;
  readonly images: readonly { readonly source: string; readonly alt: string }[];
  readonly variants: readonly SampleVariant[];
}

export const lines: readonly Line[] = [...womenLines, ...menLines, ...childrenLines, ...accessoryLines];

/** Stays as it is: the demo and its tests buy it at full price. */
const neverReduced = new Set(['indigo-block-print-kurta', 'indigo-block-print-dupatta', 'brass-jhumkas']);

/** Names of places stay capitalised inside a title. */
const properNames =
  /^(Bagru|Sanganeri|Pochampally|Chanderi|Banarasi|Mangalgiri|Maheshwari|Oxford|Breton|Madras|French)\b/;

/** `Indigo block-print` and `men's kurta` make `Men's indigo block-print kurta`. */
function titleOf(cloth: Cloth, cut: Cut): string {
  const owner = /^(men's|children's|girls'|boys') (.+)$/.exec(cut.name);
  if (!owner) return `${cloth.name} ${cut.name}`;
  const [, whose = '', what = ''] = owner;
  const name = properNames.test(cloth.name)
    ? cloth.name
    : cloth.name.charAt(0).toLowerCase() + cloth.name.slice(1);
  return `${whose.charAt(0).toUpperCase()}${whose.slice(1)} ${name} ${what}`;
}

/** GS1 prefix 200 to 299 is for use inside a chain, so these can be nobody else's. */
function barcodeOf(number: number): string {
  const body = `2${String(number).padStart(11, '0')}`;
  return `${body}${gtinCheckDigit(body)}`;
}

/** About one price in six is reduced; it still ends on 99 or 49. */
function pricesOf(
  handle: string,
  full: number,
): { readonly price: number; readonly compareAt: number | null } {
  const random = randomFor(`price ${handle}`);
  if (neverReduced.has(handle) || random() > 0.17) return { price: full, compareAt: null };
  const step = full < 1000 ? 50 : 100;
  const reduced = Math.round((full * (0.62 + random() * 0.2)) / step) * step - 1;
  return { price: reduced, compareAt: full };
}

function tagsOf(line: Line, cloth: Cloth, cut: Cut, handle: string): readonly string[] {
  const random = randomFor(`tags ${handle}`);
  const plain = cloth.pattern === 'linen' ? 'plain' : cloth.pattern.replace('-', ' ');
  return [
    `department:${line.department}`,
    `fabric:${cloth.fabric}`,
    `pattern:${plain}`,
    ...cloth.occasions.map((occasion) => `occasion:${occasion}`),
    ...(cut.fit === 'free' ? [] : [`fit:${cut.fit}`]),
    `look:${slug(cloth.name)}`,
    ...(random() < 0.12 ? ['new'] : []),
    ...(random() < 0.1 || neverReduced.has(handle) ? ['bestseller'] : []),
  ];
}

const colourName = (key: string): string => {
  const colour = colours[key];
  if (!colour) throw new Error(`The palette has no colour '${key}'`);
  return colour.name;
};

function makeProduct(line: Line, cloth: Cloth, cut: Cut, code: string, edition: string): SampleProduct {
  const title = edition === '' ? titleOf(cloth, cut) : `${titleOf(cloth, cut)} ${edition}`;
  const handle = slug(title);
  const full = cut.price + cloth.adds - (line.department === 'children' ? Math.min(cloth.adds, 300) : 0);
  const sizes: readonly string[] = sizeCharts[line.sizes];
  const middle = (sizes.length - 1) / 2;
  const barcodes = randomFor(`barcodes ${handle}`);
  const imageOf = (colour: string) =>
    formatIllustrationUri({ garment: cut.garment, colour, pattern: cloth.pattern });
  const variants = cloth.colours.flatMap((colour) =>
    sizes.map((size, index) => {
      const sku = `${code}-${colour.slice(0, 4).toUpperCase()}-${size.replace(/[^A-Za-z0-9]/g, '').toUpperCase()}`;
      return {
        sku: size === 'Free size' ? sku.replace(/-FREESIZE$/, '') : sku,
        // A few pieces have no barcode, as in real shops.
        barcode: barcodes() < 0.04 ? '' : barcodeOf(between(randomFor(`gtin ${sku}`), 1, 99_999_999_999)),
        colour: colourName(colour),
        size,
        sizeDistance: Math.floor(Math.abs(index - middle)),
        image: imageOf(colour),
      };
    }),
  );
  return {
    handle,
    title,
    line,
    cloth,
    cut,
    tags: tagsOf(line, cloth, cut, handle),
    ...pricesOf(handle, full),
    images: cloth.colours.map((colour) => ({
      source: imageOf(colour),
      alt: `${title} in ${colourName(colour).toLowerCase()}`,
    })),
    variants,
  };
}

/** Style names that tell the editions of the benchmark's range apart. */
const editions = [
  ...['', 'Asha', 'Bela', 'Chitra', 'Devika', 'Esha', 'Falguni', 'Gauri', 'Hema', 'Indu', 'Jaya', 'Kamala'],
  ...['Lata', 'Mira', 'Nalini', 'Oja', 'Padma', 'Radha', 'Sarita', 'Tara', 'Uma', 'Veda', 'Yamini', 'Zoya'],
];

/** The range, one product after the other; again under new style names until there are `minimumVariants`. */
export function* makeProducts(minimumVariants: number): Generator<SampleProduct> {
  let variants = 0;
  for (let round = 0; round === 0 || variants < minimumVariants; round += 1) {
    const edition = editions[round] ?? `No. ${round}`;
    for (const line of lines) {
      let count = 0;
      for (const cut of line.cuts) {
        for (const cloth of line.cloths) {
          if (round > 0 && variants >= minimumVariants) return;
          count += 1;
          const code = `${line.code}${String(count).padStart(2, '0')}${round === 0 ? '' : `-${round}`}`;
          const product = makeProduct(line, cloth, cut, code, edition);
          variants += product.variants.length;
          yield product;
        }
      }
    }
  }
}
