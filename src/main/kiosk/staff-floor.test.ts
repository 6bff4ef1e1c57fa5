import { expect, test } from 'vitest';
import { validGtin14 } from '../../core/gtin.ts';
import { fixtureProducts } from '../../core/testing/fixture-catalogue.ts';
import { createTestShop, testStoreId } from '../../core/testing/test-shop.ts';
import { StaffFloor } from './staff-floor.ts';

async function open() {
  const { shop, guest, operations } = createTestShop();
  const audit: unknown[] = [];
  const floor = new StaffFloor({
    shop,
    storeId: () => testStoreId,
    audit: (event, facts) => audit.push([event, facts]),
  });
  const variant = fixtureProducts
    .flatMap(({ variants }) => variants)
    .find(({ barcode }) => barcode !== null && validGtin14(barcode) !== undefined);
  if (!variant) throw new Error('The fixture has no piece whose barcode has a right check digit.');
  return { shop, guest, operations, audit, floor, variant };
}

test('a trial goes through its steps, and each is written down with its id alone', async () => {
  const { shop, guest, floor, audit, variant } = await open();
  const actor = await guest();
  const held = await shop.holds.reserveForTrial(actor, variant.sku, 1);
  if (!held.ok) throw new Error(held.failure.message);
  const { reservationId, number } = held.value;
  expect(await floor.tasks()).toMatchObject({ value: [{ reservationId, number, state: 'requested' }] });
  for (const to of ['picked', 'handed-over', 'returned'] as const) {
    expect(await floor.advance(reservationId, to)).toMatchObject({ ok: true });
  }
  expect(await floor.tasks()).toEqual({ ok: true, value: [] });
  expect(audit).toEqual(
    ['picked', 'handed-over', 'returned'].map((to) => [
      `reservation ${to}`,
      { reservationId, outcome: 'done' },
    ]),
  );
  expect(JSON.stringify(audit)).not.toContain(actor.sessionId);
});

test('a step that cannot be is refused in words, and written down as refused', async () => {
  const { floor, audit } = await open();
  const reservationId = '019a0000-0000-7000-8000-000000000001';
  expect(await floor.advance(reservationId, 'picked')).toMatchObject({ failure: { reason: 'task-unknown' } });
  expect(audit).toEqual([['reservation picked', { reservationId, outcome: 'task-unknown' }]]);
});

test('a piece is found by SKU in any case, by barcode and by GS1 link', async () => {
  const { floor, variant } = await open();
  const wanted = { ok: true, value: { sku: variant.sku } };
  for (const text of [
    variant.sku,
    ` ${variant.sku.toLowerCase()} `,
    `${variant.barcode}`,
    `https://id.gs1.org/01/${variant.barcode}`,
  ])
    expect(await floor.find(text)).toMatchObject(wanted);
  expect(await floor.find('nothing like it')).toMatchObject({ failure: { reason: 'sku-unknown' } });
  expect(await floor.find('4006381333931')).toMatchObject({ failure: { reason: 'barcode-unknown' } });
});

test('a recount changes the figure by the difference, and the answer shows it with what is held', async () => {
  const { shop, guest, floor, audit, variant } = await open();
  await shop.holds.reserveForTrial(await guest(), variant.sku, 1);
  const before = await floor.find(variant.sku);
  if (!before.ok) throw new Error(before.failure.message);
  expect(before.value.held).toBe(1);
  const shown = before.value.onHand;
  const count = { counted: shown + 3, shown, reason: 'found' } as const;
  expect(await floor.correct(variant.sku, count)).toMatchObject({
    value: { sku: variant.sku, onHand: shown + 3, held: 1 },
  });
  expect(audit).toEqual([['stock corrected', { sku: variant.sku, ...count, outcome: 'done' }]]);
  expect(await floor.correct('NO-SUCH-SKU', count)).toMatchObject({ failure: { reason: 'not-kept-here' } });
});
