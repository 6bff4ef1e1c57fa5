import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../command.ts';
import { createOpenHubData } from '../open-hub-data.ts';
import { createHubImports } from './hub-catalogue.ts';
import { runImport } from './run-import.ts';

const fixtures = fileURLToPath(new URL('../../../test/fixtures/catalogue', import.meta.url));
const fixture = (name: string) => path.join(fixtures, name);
const stores = fileURLToPath(new URL('../../../assets/sample-shop/stores.json', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: readonly string[]) {
  const output: string[] = [];
  const errors: string[] = [];
  const status = await runImport(argv, {
    output: { write: (text) => output.push(text) },
    errors: { write: (text) => errors.push(text) },
    ...createHubImports(createOpenHubData({})),
  });
  return { status, output: output.join(''), errors: errors.join('') };
}

const data = () => path.join(folder, 'data');
const lastLine = (output: string): unknown => JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
const written = (name: string, content: string | Buffer) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
/** Of what is kept; `-shm` is the log's index, in which every reader leaves a mark of how far it read. */
const digest = () =>
  readdirSync(data())
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(data(), name)))
        .digest('hex'),
    ]);

describe('import catalogue', () => {
  it('imports once, and changes nothing the second time', async () => {
    const argv = [
      ...['catalogue', fixture('shopify-old.csv'), '--inventory', fixture('inventory-columns.csv')],
      ...['--stores', stores, '--data', data(), '--json'],
    ];
    const first = await run(...argv);
    expect(lastLine(first.output)).toMatchObject({
      products: 2,
      variants: 5,
      stock: 3,
      created: 14,
      changed: 0,
    });
    const second = await run(...argv);
    expect(lastLine(second.output)).toMatchObject({ created: 0, changed: 0, unchanged: 14 });
    expect(second).toMatchObject({
      status: 1,
      errors: expect.stringMatching(/inventory-columns\.csv: row 1, Old warehouse: No shop is called/),
    });
  });

  it('keeps columns that have no meaning here, where they can be found again', async () => {
    await run('catalogue', fixture('shopify-old.csv'), '--data', data());
    const opened = await createHubImports(createOpenHubData({})).openCatalogue(data(), { make: false });
    expect(await opened?.writer.extras('linen-shirt')).toEqual({
      product: expect.objectContaining({ 'Supplier code': 'S-77' }),
      variants: expect.objectContaining({ 'LS-S-W': { 'Cost per item': '600.00' } }),
    });
    await opened?.close();
  });

  it('gives each sku one number for ever, also when its product gets another handle', async () => {
    const file = (handle: string) => `Handle,Title,SKU,Price\n${handle},Kurta,K-1,10\n`;
    await run('catalogue', written('a.csv', file('a')), '--data', data());
    await run('catalogue', written('b.csv', `${file('b')}c,Cap,C-1,5\n`), '--data', data(), '--json');
    const again = await run(
      'catalogue',
      written('b.csv', `${file('b')}c,Cap,C-1,5\n`),
      '--data',
      data(),
      '--json',
    );
    expect(lastLine(again.output)).toMatchObject({ created: 0, changed: 0, unchanged: 4 });
  });

  it('leaves no trace of a dry run', async () => {
    const argv = ['catalogue', fixture('shopify-new.csv'), '--data', data(), '--json'];
    const dry = await run(...argv, '--dry-run');
    expect(dry).toMatchObject({ status: 0, errors: '' });
    expect(lastLine(dry.output)).toMatchObject({ dryRun: true, products: 2, variants: 3, created: 5 });
    expect(readdirSync(folder)).toEqual([]);

    await run('catalogue', fixture('shopify-old.csv'), '--data', data());
    const before = digest();
    expect(lastLine((await run(...argv, '--dry-run')).output)).toMatchObject({ products: 2, created: 5 });
    expect(digest()).toEqual(before);
  });

  it('says in words what it did', async () => {
    const { status, output, errors } = await run('catalogue', fixture('shopify-new.csv'), '--data', data());
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toMatch(/Imported into .*\n\s+products\s+2\s+new 2.*\n\s+variants\s+3\s+new 3/);
    expect(output).toContain('no errors');
  });

  it.each([
    ['a missing file', () => '/no/such/file.csv', 'there is no such file'],
    ['a folder', () => fixtures, 'it is a folder'],
    ['an empty file', () => written('x.csv', ''), 'it is empty'],
    ['blank lines', () => written('x.csv', '\n \n'), 'it is empty'],
    ['a spreadsheet', () => written('x.csv', Buffer.from([0x50, 0x4b, 3, 4, 20, 0])), 'it is a spreadsheet'],
    ['a picture', () => written('x.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])), 'not a text file'],
    ['UTF-16', () => written('x.csv', Buffer.from('\ufeffHandle,Title', 'utf16le')), 'it is UTF-16'],
    ['a web page', () => written('x.csv', '<!DOCTYPE html><html></html>'), 'it is a web page'],
    ['JSON', () => written('x.csv', '{"a":1}'), 'it is not CSV'],
    ['no handle column', () => written('x.csv', 'Title,Price\na,1\n'), "no column 'Handle'"],
    ['semicolons', () => written('x.csv', 'Handle;Title;Price\na;A;1\n'), "separated by ';'"],
  ])('refuses %s with status 2 and changes nothing', async (_, file, message) => {
    const { status, output, errors } = await run('catalogue', file(), '--data', data(), '--json');
    expect({ status, errors }).toEqual({ status: 2, errors: expect.stringContaining(message) });
    expect(lastLine(output)).toMatchObject({ products: 0, variants: 0, failure: expect.any(String) });
  });

  it('rolls the catalogue back when the inventory file is unusable', async () => {
    const inventory = written('inventory.csv', 'Name,Count\na,1\n');
    const { status } = await run(
      'catalogue',
      fixture('shopify-new.csv'),
      '--inventory',
      inventory,
      '--data',
      data(),
    );
    expect(status).toBe(2);
    const opened = await createHubImports(createOpenHubData({})).openCatalogue(data(), { make: false });
    expect(await opened?.writer.extras('block-print-kurta')).toBeUndefined();
    await opened?.close();
  });

  it.each([
    [['products', 'x.csv'], 'say what to import'],
    [['catalogue'], 'name the CSV file'],
    [['catalogue', 'a.csv', 'b.csv'], 'one catalogue at a time'],
    [['catalogue', 'a.csv', '--currency', 'RUPEES'], 'not a currency code'],
  ])('refuses the words %j', async (argv, message) => {
    await expect(run(...argv)).rejects.toThrow(UsageError);
    await expect(run(...argv)).rejects.toThrow(message);
  });

  it('knows the shops before it takes quantities for one', async () => {
    const { status, errors } = await run(
      ...[
        'catalogue',
        fixture('shopify-old.csv'),
        '--stores',
        stores,
        '--location',
        'paris',
        '--data',
        data(),
      ],
    );
    expect({ status, errors }).toEqual({
      status: 2,
      errors: expect.stringContaining("no shop has the id 'paris'"),
    });
  });
});
