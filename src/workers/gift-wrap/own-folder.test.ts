import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { WorkerPlan } from '../../core/agent/tool.ts';
import { createMcpToolCatalogue } from '../../platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../all.ts';
import { inOrder } from '../in-order.ts';
import { createFakeShop } from '../testing/fake-shop.ts';

const sources = path.resolve(import.meta.dirname, '../..');

it('is found, with its tools in every MCP server, and all others are the same without its folder', async () => {
  const others = import.meta.glob<{ readonly worker: WorkerPlan }>(
    ['../*/worker.ts', '!./worker.ts', '!../gift-wrap/*'],
    {
      eager: true,
    },
  );
  const { shop } = createFakeShop();
  const listOf = async (off: readonly string[]) => {
    const catalogue = await createMcpToolCatalogue(createWorkers(shop, off));
    const listed = await catalogue.list();
    await catalogue.close();
    return { listed, spoken: [...catalogue.spoken.keys()], words: [...catalogue.words.keys()] };
  };
  const [all, without] = [await listOf([]), await listOf(['gift-wrap'])];
  expect(inOrder(others).flatMap((plan) => plan.tools(shop).map(({ name }) => name))).toEqual(
    without.listed.map(({ name }) => name),
  );
  // What models have read of the others stays word for word and in its order.
  expect(all.listed.filter(({ worker }) => worker !== 'gift-wrap')).toEqual(without.listed);
  const own = all.listed.filter(({ worker }) => worker === 'gift-wrap');
  expect(own.map(({ name, effect }) => [name, effect])).toEqual([
    ['get_gift_wrap_options', 'read'],
    ['add_gift_wrap', 'write'],
    ['remove_gift_wrap', 'write'],
  ]);
  expect(all.spoken.filter((name) => !without.spoken.includes(name))).toEqual(['gift-wrap']);
  expect(all.words.filter((name) => !without.words.includes(name))).toEqual(['gift-wrap']);
});

it('is named by no source outside of its folder', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.tsx?$/u.test(file) &&
      !/\.test\.tsx?$/u.test(file) &&
      !file.startsWith(path.join('workers', 'gift-wrap')),
  );
  expect(files.length).toBeGreaterThan(500);
  const naming = files.filter((file) =>
    /gift[-_]?wrap/iu.test(readFileSync(path.join(sources, file), 'utf8')),
  );
  expect(naming).toEqual([]);
});
