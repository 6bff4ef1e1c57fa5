import { parseArgs } from 'node:util';
import { UsageError } from '../command.ts';

export interface ImportOptions {
  readonly catalogue: string;
  readonly inventory: string | null;
  readonly stores: string | null;
  readonly location: string | null;
  readonly data: string;
  readonly currency: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export const importHelp = `Reads a retailer's files into a hub's data.

Usage: aisle import catalogue FILE.csv [--inventory FILE.csv] [--stores FILE.json] [--location STORE]
                       [--currency CODE] [--data DIR] [--dry-run] [--json]
       aisle import policy FILE.json [--data DIR]

  FILE.csv              products as Shopify exports them, with old or new headings, UTF-8, commas
  --inventory FILE.csv  stock by location as Shopify exports it; locations are matched with the shops' names
  --stores FILE.json    shops to add or change: an array as in assets/sample-shop/stores.json (default: stores.json
                        beside the catalogue, where there is one); without any shop, one is made for each location
  --location STORE      shop id that the catalogue's own inventory column belongs to (default: the only shop)
  --currency CODE       currency of the prices, ISO 4217 (default INR; the files name none)
  --data DIR            the hub's data (default .aisle/hub); made when it is not there. With DATABASE_URL in the
                        environment the hub's data is there, and this says nothing
  --dry-run             checks everything and says what would change; changes nothing
  --json                the last line on stdout is the report as one JSON object

A policy is one object; what it leaves out is as shown:
  {"leaseHours": 72, "scarce": "hub", "safety": {"units": 0, "byStore": {}, "byProductType": {}, "bySku": {}}}
  leaseHours            how long a kiosk goes on promising without a word from the hub
  scarce                who promises pieces that are too few to share: "hub", or "lead", the shop's first kiosk
  safety                units held back from promises; the most particular rule counts

It may also say, and shoppers are told and held to it:
  {"currency": "INR",
   "holds": {"trialMinutes": 20, "tryOnMinutes": 30, "paymentMinutes": 15, "paymentGraceMinutes": 2,
             "unitsOfOnePiece": 3, "pieces": 6},
   "fulfilment": {"takeNow": {"offered": true}, "pickUp": {"offered": true, "readyMinutes": 120, "keptDays": 5},
     "shipFromShop": {"offered": true, "fee": 14900, "freeFrom": null, "fromDays": 1, "toDays": 2},
     "shipHome": {"offered": true, "fee": 7900, "freeFrom": 199900, "fromDays": 3, "toDays": 5}},
   "stockAlerts": {"days": 30, "pieces": 20},
   "cancellations": {"states": ["placed", "packed"], "hours": null},
   "changes": {"states": ["placed"], "hours": null},
   "returns": {"days": 30, "refunds": ["original", "gift-card"]}, "exchanges": {"days": 30}}
  holds                 how long, and how many pieces of one kind and in all, one shopper can have waiting
  fulfilment            how paid bags get to shoppers: fees in minor units of the currency, free for goods of so much or more
                        (null: never), days from payment to door; say the fees too when you say another currency
  stockAlerts           how long, and for how many pieces at once, one customer waits to hear that they are back
  cancellations, changes  in which states of an order, and how many hours after it was placed; null: any time
  returns, exchanges    days after it was delivered or handed over; 0: never

A row that is wrong is left out and reported with its row (the line it begins on, the heading is 1) and column; all others are
imported. A bad price, option or SKU leaves the variant out; with a bad barcode, compare-at price or picture it is
kept without. Nothing is removed: products that the file does not have stay. Importing a file again changes nothing.

Exit status: 0 all imported, 1 imported but some rows had errors, 2 nothing imported (file or options unusable).
`;

/** Throws `UsageError` for anything but a usable command line. */
export function readImportOptions(argv: readonly string[]): ImportOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      inventory: { type: 'string' },
      stores: { type: 'string' },
      location: { type: 'string' },
      currency: { type: 'string', default: 'INR' },
      data: { type: 'string', default: '.aisle/hub' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [what, file, ...rest] = positionals;
  if (what !== 'catalogue')
    throw new UsageError(`say what to import: 'import catalogue FILE.csv' or 'import policy FILE.json'.`);
  if (file === undefined) throw new UsageError('name the CSV file to import.');
  if (rest.length > 0) throw new UsageError(`one catalogue at a time; '${rest[0]}' is too much.`);
  const currency = values.currency.toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    throw new UsageError(`'${values.currency}' is not a currency code, such as INR or EUR.`);
  }
  if (values.data === '') throw new UsageError('--data wants a folder.');
  return {
    catalogue: file,
    inventory: values.inventory ?? null,
    stores: values.stores ?? null,
    location: values.location ?? null,
    data: values.data,
    currency,
    dryRun: values['dry-run'],
    json: values.json,
  };
}
