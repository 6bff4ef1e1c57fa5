import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { customer, customerOrder } from '../../contracts/customer.ts';
import { offer } from '../../contracts/offer.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { store } from '../../contracts/store.ts';
import { importCatalogue } from '../../core/catalogue-import/import-catalogue.ts';
import { UnusableFile } from '../../core/catalogue-import/record.ts';
import { openCsvFile } from '../../platform/csv/csv-file.ts';
import { catalogueTransaction } from '../../platform/hub-store/catalogue-writer.ts';
import { saveCustomer } from '../../platform/hub-store/customers.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { keepOrder, nextOrderNumber } from '../../platform/hub-store/orders.ts';
import { isFilled, markFilled } from '../../platform/hub-store/sample-mark.ts';
import { sampleShopFolder } from '../folders.ts';

/** Fills a hub that has no shops yet. One that has had any is left alone, whatever was removed since. */
export async function importSampleShop(
  hub: HubDatabase,
  log: Logger,
  folder = sampleShopFolder,
): Promise<Result<void>> {
  if (await isFilled(hub.sql)) return succeed(undefined);
  const began = Date.now();
  try {
    const file = (name: string) => path.join(folder, name);
    const json = async <T extends z.ZodType>(name: string, schema: T): Promise<z.output<T>> =>
      schema.parse(JSON.parse(await readFile(file(name), 'utf8')));
    const [stores, offers, customers, orders, catalogue, inventory] = [
      await json('stores.json', z.array(store)),
      await json('offers.json', z.array(offer)),
      await json('customers.json', z.array(customer)),
      // Order numbers are the hub's to give where the file has none.
      await json('orders.json', z.array(pastOrder)),
      await openCsvFile(file('catalogue.csv')),
      await openCsvFile(file('inventory.csv')),
    ];
    // In one transaction: a half-filled hub would count as filled, and of two that start at once only one fills it.
    const report = await hub.transaction(async (transaction) => {
      if (await isFilled(transaction.sql)) return undefined;
      const writer = catalogueTransaction(transaction);
      const done = await importCatalogue(writer, {
        catalogue,
        inventory,
        stores,
        currency: 'INR',
        quantityStoreId: null,
        dryRun: false,
        progress: () => undefined,
      });
      for (const one of offers) await writer.putOffer(one);
      for (const one of customers) await saveCustomer(transaction.sql, one);
      for (const { customerId, order } of orders) {
        const number = order.number ?? (await nextOrderNumber(transaction.sql));
        await keepOrder(transaction, { ...order, number }, { sessionId: null, customerId });
      }
      await markFilled(transaction);
      return done;
    });
    if (report === undefined) return succeed(undefined);
    log.info(
      { products: report.products, variants: report.variants, stock: report.stock, ms: Date.now() - began },
      'sample shop imported',
    );
    return succeed(undefined);
  } catch (error) {
    if (error instanceof UnusableFile) return fail('invalid', error.message, { reason: 'sample-unusable' });
    if (error instanceof z.ZodError || (error instanceof Error && 'code' in error)) {
      return fail('invalid', `The sample shop in ${folder} cannot be read: ${error.message}`, {
        reason: 'sample-unusable',
      });
    }
    throw error;
  }
}

const pastOrder = customerOrder.extend({
  order: customerOrder.shape.order.extend({ number: customerOrder.shape.order.shape.number.optional() }),
});
