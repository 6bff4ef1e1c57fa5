import { describe, expect, it } from 'vitest';
import { createTestShop } from '../testing/test-shop.ts';

const content = (text: string, sku = 'kurta') => ({
  title: 'Gift wrap',
  text,
  pieces: [{ sku, quantity: 1 }],
});

describe('notes of a shop', () => {
  it('are refused when they are no note, or of a session that is over', async () => {
    const { shop, guest } = createTestShop();
    const actor = await guest();
    for (const bad of [content('x'.repeat(301)), content('two\nlines'), { ...content(''), pieces: [] }]) {
      expect(await shop.notes.set(actor, 'gift-wrap', 'kurta', bad)).toMatchObject({
        ok: false,
        failure: { kind: 'invalid', reason: 'note-malformed' },
      });
    }
    await shop.sessions.end(actor, 'shopper');
    expect(await shop.notes.set(actor, 'gift-wrap', 'kurta', content('For Asha'))).toMatchObject({
      ok: false,
      failure: { reason: 'session-ended' },
    });
  });

  it('are each session’s own, and each worker’s', async () => {
    const { shop, guest, catalogue } = createTestShop();
    const [one, other] = [await guest(), await guest()];
    const sku = (await catalogue.search(one.storeId, { inStock: true })).items[0]?.sku ?? '';
    for (const actor of [one, other]) await shop.carts.setLine(actor, sku, 1);
    await shop.notes.set(one, 'gift-wrap', sku, content('For Asha', sku));
    expect(await shop.notes.list(one, 'gift-wrap')).toMatchObject({
      ok: true,
      value: [{ text: 'For Asha' }],
    });
    expect(await shop.notes.list(one, 'alterations')).toEqual({ ok: true, value: [] });
    expect(await shop.notes.list(other, 'gift-wrap')).toEqual({ ok: true, value: [] });
    const view = await shop.sessions.view(one);
    expect(view.ok && view.value.notes.map(({ text }) => text)).toEqual(['For Asha']);
  });

  it('are written once, however often the same is said, and gone with null', async () => {
    const { shop, guest, operations } = createTestShop();
    const actor = await guest();
    const before = operations.executed.length;
    await shop.notes.set(actor, 'gift-wrap', 'kurta', content('For Asha'));
    await shop.notes.set(actor, 'gift-wrap', 'kurta', content('For Asha'));
    await shop.notes.set(actor, 'gift-wrap', 'kurta', null);
    await shop.notes.set(actor, 'gift-wrap', 'kurta', null);
    expect(operations.executed.slice(before).map((body) => body.type)).toEqual([
      'session-note-set',
      'session-note-set',
    ]);
  });
});
