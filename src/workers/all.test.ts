import { describe, expect, it } from 'vitest';
import type { WorkerPlan } from '../core/agent/tool.ts';
import { createWorkers, readWorkersOff } from './all.ts';
import { inOrder } from './in-order.ts';
import { createFakeShop } from './testing/fake-shop.ts';

const plan = (name: string, place: number): WorkerPlan => ({ name, title: name, place, tools: () => [] });
const { shop } = createFakeShop();
const names = (off?: readonly string[]) => createWorkers(shop, off).map(({ name }) => name);

describe('the workers', () => {
  it('are the folders, in the order that models have learned', () => {
    expect(names().slice(0, 8)).toEqual([
      'recommendation',
      'inventory',
      'store-availability',
      'cart',
      'payment',
      'loyalty-offers',
      'fulfilment',
      'post-purchase',
    ]);
  });

  it('come by their place and then by name, wherever their files stand', () => {
    const modules = {
      './b/worker.ts': { worker: plan('b', 2) },
      './c/worker.ts': { worker: plan('c', 1) },
      './a/worker.ts': { worker: plan('a', 2) },
    };
    expect(inOrder(modules).map(({ name }) => name)).toEqual(['c', 'a', 'b']);
  });

  it('are refused with the path when a file exports none, or one of another name', () => {
    expect(() => inOrder({ './a/worker.ts': {} })).toThrow('./a/worker.ts exports no worker');
    expect(() => inOrder({ './a/worker.ts': { worker: plan('b', 1) } })).toThrow('call it as its folder');
  });
});

describe('AISLE_WORKERS_OFF', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['cart', ['cart']],
    [' cart, payment ,', ['cart', 'payment']],
  ])('%j names %j', (AISLE_WORKERS_OFF, off) => {
    expect(readWorkersOff({ AISLE_WORKERS_OFF })).toEqual({ ok: true, value: off });
  });

  it('takes workers away and leaves the others in their order', () => {
    expect(names(['inventory', 'cart'])).toEqual(
      names().filter((name) => name !== 'inventory' && name !== 'cart'),
    );
  });

  it('says which names it does not know, and which there are', () => {
    const read = readWorkersOff({ AISLE_WORKERS_OFF: 'cart,carts' });
    expect(read).toMatchObject({ ok: false, failure: { kind: 'invalid', reason: 'worker-unknown' } });
    expect(read.ok ? '' : read.failure.message).toMatch(/no worker carts\. .*recommendation, inventory/);
  });
});
