import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../../src/cli/command.ts';
import { searchQuery } from '../../../src/contracts/catalogue.ts';
import { customer, customerOrder } from '../../../src/contracts/customer.ts';
import { offer } from '../../../src/contracts/offer.ts';
import { sampleShopFolder } from '../../../src/hub/folders.ts';
import { createMcpToolCatalogue } from '../../../src/platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../../../src/workers/all.ts';
import { type OpenedShop, openShop } from '../shop/open-shop.ts';
import { makeTemplate } from '../shop/templates.ts';

async function inSampleShop(work: (opened: OpenedShop) => Promise<string>): Promise<string> {
  const opened = await openShop(await makeTemplate('sample'), { language: 'en' });
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** What a writer of dialogues has to know of the sample shop, and nothing of any planner. */
export const describeShop = (): Promise<string> =>
  inSampleShop(async (opened) => {
    const sections = [
      ['The kiosk stands in', opened.actor.storeId],
      ['Tools and their arguments', await toolsOf(opened)],
      ['Words of the catalogue', await wordsOf(opened)],
      ['Offers', offers()],
      ['Shops', await storesOf(opened)],
      ['Customers with orders', customers()],
      [
        'Pieces: handle, title, garment, department, price in rupees, fabric, occasions, colours, sizes; * not here',
        await piecesOf(opened),
      ],
    ] as const;
    return sections.map(([title, text]) => `## ${title}\n${text}\n`).join('\n');
  });

/** What a search shows, in its order. */
export const findInShop = (text: string): Promise<string> =>
  inSampleShop(async ({ shop, actor }) => {
    const found = await shop.browsing.search(actor.storeId, { ...queryOf(text), limit: 6 });
    const lines = found.items.map(({ handle, title, sku, price, colours, sizesHere }, index) =>
      [`${index + 1}. ${handle}`, title, sku, price / 100, colours.join('/'), sizesHere.join('/')].join(
        ' | ',
      ),
    );
    return `${[`${found.total} found`, ...lines].join('\n')}\n`;
  });

function queryOf(text: string): z.output<typeof searchQuery> {
  try {
    return searchQuery.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`--find wants arguments of search_catalog as JSON, not '${text}'.`);
  }
}

async function toolsOf({ shop }: OpenedShop): Promise<string> {
  const catalogue = await createMcpToolCatalogue(createWorkers(shop));
  const tools = await catalogue.list();
  await catalogue.close();
  return tools
    .map(({ worker, name, effect, description, inputSchema }) => {
      const names = Object.keys((inputSchema.properties ?? {}) as object).join(', ');
      return `${worker} / ${name} (${effect}): ${names === '' ? 'no arguments' : names}\n    ${description}`;
    })
    .join('\n');
}

async function wordsOf({ shop }: OpenedShop): Promise<string> {
  return Object.entries(await shop.browsing.vocabulary())
    .map(([name, values]) => {
      const words = values.map((value) =>
        typeof value === 'string' ? value : `${value.word} (${value.productType})`,
      );
      return `${name}: ${words.join(', ')}`;
    })
    .join('\n');
}

async function storesOf({ shop }: OpenedShop): Promise<string> {
  const stores = await shop.stock.stores();
  return stores
    .map(({ storeId, name, city, address }) => [storeId, name, city, address].join(' | '))
    .join('\n');
}

const read = <T extends z.ZodType>(name: string, schema: T): z.output<T> =>
  schema.parse(JSON.parse(readFileSync(path.join(sampleShopFolder, name), 'utf8')));

const offers = (): string =>
  read('offers.json', z.array(offer))
    .map(({ code, title, description }) => [code, title, description].join(' | '))
    .join('\n');

function customers(): string {
  const orders = read('orders.json', z.array(customerOrder));
  return read('customers.json', z.array(customer))
    .flatMap(({ customerId, name, loyalty }) => {
      const own = orders
        .filter((row) => row.customerId === customerId)
        .map(({ order }) => `${order.number} ${order.state}`);
      return own.length === 0
        ? []
        : [[name, loyalty.tier, `${loyalty.points} points`, own.join(', ')].join(' | ')];
    })
    .join('\n');
}

async function piecesOf({ shop, actor }: OpenedShop): Promise<string> {
  const { total } = await shop.browsing.search(actor.storeId, { limit: 1 });
  const lines: string[] = [];
  while (lines.length < total) {
    const { items } = await shop.browsing.search(actor.storeId, { limit: 24, offset: lines.length });
    if (items.length === 0) break;
    for (const item of items) {
      const found = await shop.browsing.product(item.handle);
      if (!found.ok) throw new Error(found.failure.message);
      const { attributes } = found.value;
      const sizes = item.sizes.map((size) => (item.sizesHere.includes(size) ? size : `${size}*`));
      lines.push(
        [
          item.handle,
          item.title,
          item.productType,
          item.department,
          item.price / 100,
          (attributes.fabric ?? []).join('/'),
          (attributes.occasion ?? []).join('/'),
          item.colours.join('/'),
          sizes.join('/'),
        ].join(' | '),
      );
    }
  }
  return lines.sort().join('\n');
}
