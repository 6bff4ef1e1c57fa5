import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { product } from '../../src/contracts/catalogue.ts';
import { customer, customerOrder } from '../../src/contracts/customer.ts';
import { offer } from '../../src/contracts/offer.ts';
import { store } from '../../src/contracts/store.ts';
import { importCatalogue } from '../../src/core/catalogue-import/import-catalogue.ts';
import type { ImportReport } from '../../src/core/catalogue-import/report.ts';
import { MemoryCatalogue } from '../../src/core/catalogue-import/testing/memory-catalogue.ts';
import { parseIllustrationUri } from '../../src/core/illustration/index.ts';
import { openCsvFile } from '../../src/platform/csv/csv-file.ts';
import { generate } from './generate.ts';

const committed = fileURLToPath(new URL('../../assets/sample-shop', import.meta.url));
const text = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');
const json = (name: string): unknown => JSON.parse(text(committed, name));

const shop = new MemoryCatalogue();
let report: ImportReport;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-sample-'));
  report = await importCatalogue(shop, {
    catalogue: await openCsvFile(path.join(committed, 'catalogue.csv')),
    inventory: await openCsvFile(path.join(committed, 'inventory.csv')),
    stores: z.array(store).parse(json('stores.json')),
    currency: 'INR',
    quantityStoreId: null,
    dryRun: false,
    progress: () => {},
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const here = (sku: string) => shop.stock.get(`hyd-banjara ${sku}`);
const variantsOf = (handle: string) => shop.products.get(handle)?.variants ?? [];

describe('the sample shop', () => {
  it('is what the generator writes', async () => {
    await generate(folder, 0);
    expect(readdirSync(folder)).toEqual(readdirSync(committed));
    for (const name of readdirSync(committed))
      expect(text(folder, name) === text(committed, name), name).toBe(true);
  });

  it('is imported without an error', () => {
    expect(report).toMatchObject({ errors: [], notes: [], skipped: 0 });
    expect(report.products).toBeGreaterThanOrEqual(400);
    expect(report.variants).toBeGreaterThanOrEqual(4000);
  });

  it('keeps to the contracts', () => {
    expect(z.array(offer).parse(json('offers.json')).length).toBeGreaterThanOrEqual(6);
    expect(z.array(customer).parse(json('customers.json'))).toHaveLength(40);
    const shops = z.array(store).parse(json('stores.json'));
    expect([shops.length, new Set(shops.map(({ city }) => city)).size]).toEqual([4, 3]);
    for (const { variants, ...rest } of shop.products.values()) {
      const numbered = variants.map((variant) => ({ ...variant, number: 1, handle: rest.handle }));
      expect(() => product.parse({ ...rest, variants: numbered })).not.toThrow();
    }
  });

  it('names only pictures that can be drawn, in the colour and pattern that are meant', () => {
    const sources = [...shop.products.values()].flatMap(({ images, variants }) => [
      ...images.map(({ source }) => source),
      ...variants.map(({ image }) => image ?? 'none'),
    ]);
    const wrong = [...new Set(sources)].filter((source) => {
      const spec = parseIllustrationUri(source);
      return spec === undefined || source !== `illustration:${spec.garment}/${spec.colour}/${spec.pattern}`;
    });
    expect(wrong).toEqual([]);
  });

  it('has past orders of real pieces, by known customers, that add up', () => {
    const orders = z.array(customerOrder).parse(json('orders.json'));
    const ids = new Set(
      z
        .array(customer)
        .parse(json('customers.json'))
        .map(({ customerId }) => customerId),
    );
    const skus = new Set(
      [...shop.products.values()].flatMap(({ variants }) => variants.map(({ sku }) => sku)),
    );
    for (const { customerId, order } of orders) {
      expect(ids.has(customerId)).toBe(true);
      for (const line of order.lines) expect(skus.has(line.sku)).toBe(true);
      const subtotal = order.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
      expect(order).toMatchObject({ subtotal, total: subtotal - order.discount });
      expect(order.events.at(-1)?.state).toBe(order.state);
    }
    expect(new Set(orders.map(({ order }) => order.number)).size).toBe(orders.length);
    expect([...new Set(orders.map(({ order }) => order.state))].sort()).toEqual(
      ['cancelled', 'delivered', 'handed-over', 'packed', 'placed', 'returned', 'shipped'].sort(),
    );
  });

  it('has in Banjara Hills what the demo asks for', () => {
    expect(variantsOf('indigo-block-print-kurta').map(({ sku, size }) => [size, here(sku)?.onHand])).toEqual([
      ['XS', 2],
      ['S', 3],
      ['M', 4],
      ['L', 2],
      ['XL', 1],
      ['XXL', 0],
    ]);
    const stock = (handle: string) =>
      variantsOf(handle).reduce((sum, { sku }) => sum + (here(sku)?.onHand ?? 0), 0);
    expect([stock('indigo-block-print-dupatta'), stock('brass-jhumkas')]).toEqual([5, 6]);
    const blackJeans = [...shop.products.values()]
      .filter(({ productType }) => productType === 'Jeans')
      .flatMap(({ variants }) => variants)
      .filter(
        ({ colour, price, sku }) => colour === 'Black' && price < 200_000 && (here(sku)?.onHand ?? 0) > 0,
      );
    expect(blackJeans.length).toBeGreaterThan(5);
  });
});
