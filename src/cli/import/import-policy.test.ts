import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultStockPolicy } from '../../contracts/stock-policy.ts';
import { defaultStorePolicy } from '../../contracts/store-policy.ts';
import { readStockPolicy } from '../../platform/hub-store/stock-policy.ts';
import { readStorePolicy } from '../../platform/hub-store/store-policy.ts';
import { createOpenHubData } from '../open-hub-data.ts';
import { createHubImports } from './hub-catalogue.ts';
import { importPolicy } from './import-policy.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-policy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = createOpenHubData({});
const data = () => path.join(folder, 'data');

async function importText(text: string) {
  const file = path.join(folder, 'policy.json');
  writeFileSync(file, text);
  const said: string[] = [];
  const write = (line: string) => said.push(line);
  const status = await importPolicy([file, '--data', data()], {
    output: { write },
    errors: { write },
    ...createHubImports(open),
  });
  return { status, said: said.join('') };
}

async function policies() {
  const opened = await open(data(), { make: false });
  if (!opened.ok) return undefined;
  const { hub } = opened.value;
  const read = { stock: await readStockPolicy(hub.sql), store: await readStorePolicy(hub.sql) };
  await hub.close();
  return read;
}

it('one file says what is promised and what is allowed; what it leaves out is as by default', async () => {
  const { status } = await importText(JSON.stringify({ leaseHours: 24, returns: { days: 14 } }));
  expect(status).toBe(0);
  expect(await policies()).toEqual({
    stock: { ...defaultStockPolicy, leaseHours: 24 },
    store: { ...defaultStorePolicy, returns: { ...defaultStorePolicy.returns, days: 14 } },
  });
});

it('of how bags get to shoppers, what is not said is as by default too', async () => {
  await importText(JSON.stringify({ fulfilment: { shipHome: { fee: 0 }, takeNow: { offered: false } } }));
  const { fulfilment } = defaultStorePolicy;
  expect((await policies())?.store.fulfilment).toEqual({
    ...fulfilment,
    takeNow: { offered: false },
    shipHome: { ...fulfilment.shipHome, fee: 0 },
  });
});

it.each([
  ['{"returns": {"day": 14}}', "there is no rule 'returns.day'"],
  ['{"retuns": {"days": 14}}', "there is no rule 'retuns'"],
  ['{"returns": {"days": -1}}', 'returns.days'],
  ['{"cancellations": {"states": ["shipped"]}}', 'cancellations.states.0'],
  ['{"offers": {"perBag": 2}}', 'offers.perBag'],
  ['{"fulfilment": {"shipHome": {"fee": 79.5}}}', 'fulfilment.shipHome.fee'],
  ['{"fulfilment": {"shipHome": {"fromDays": 6}}}', 'fulfilment.shipHome'],
  ['{"fulfilment": {"shipHome": {"price": 1}}}', "there is no rule 'fulfilment.shipHome.price'"],
  ['[]', 'is not a policy'],
  ['{', 'is not JSON'],
])('refuses %s, and changes nothing', async (text, reason) => {
  const { status, said } = await importText(text);
  expect(status).toBe(2);
  expect(said).toContain(reason);
  expect(await policies()).toBeUndefined();
});
