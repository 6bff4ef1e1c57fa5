import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogueHeader, catalogueRows, inventoryHeader, inventoryRows } from './csv.ts';
import { customers } from './customers.ts';
import { offers } from './offers.ts';
import { makeOrders } from './orders.ts';
import { makeProducts, type SampleProduct } from './products.ts';
import { stores } from './stores.ts';
import { giftPackaging } from './vocabulary/accessories.ts';

const help = `Writes the sample retailer Marigold: catalogue.csv, inventory.csv, stores.json, customers.json, offers.json,
orders.json. The same every time.

Usage: npm run sample-shop -- [--variants N] [--out DIR]

  --variants N   repeat the range under new style names until there are N variants (default: the range as it is)
  --out DIR      folder to write to (default assets/sample-shop; with --variants it must be given)
`;

async function writeLines(file: string, chunks: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const chunk of chunks) if (!stream.write(chunk)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

function* rows(header: string, of: (product: SampleProduct) => string, variants: number): Generator<string> {
  yield header;
  for (const product of makeProducts(variants)) yield of(product);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** Writes all files of the sample shop into a folder, which is made where it is missing. */
export async function generate(folder: string, variants: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const products = [...makeProducts(0)].filter(({ line }) => line.type !== giftPackaging);
  const file = (name: string) => path.join(folder, name);
  await writeLines(file('catalogue.csv'), rows(catalogueHeader, catalogueRows, variants));
  await writeLines(file('inventory.csv'), rows(inventoryHeader, inventoryRows, variants));
  await writeFile(file('stores.json'), json(stores));
  await writeFile(file('customers.json'), json(customers));
  await writeFile(file('offers.json'), json(offers));
  await writeFile(file('orders.json'), json(makeOrders(customers, products)));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      variants: { type: 'string', default: '0' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const variants = Number(values.variants);
  if (!/^\d{1,7}$/.test(values.variants) || (variants > 0 && values.out === undefined)) {
    process.stderr.write(`--variants wants a number below 10,000,000, and then --out a folder.\n${help}`);
    return 2;
  }
  const folder = values.out ?? fileURLToPath(new URL('../../assets/sample-shop', import.meta.url));
  await generate(folder, variants);
  process.stdout.write(`${folder}\n`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
