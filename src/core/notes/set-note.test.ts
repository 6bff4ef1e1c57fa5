import { describe, expect, it } from 'vitest';
import type { SessionNote } from '../../contracts/note.ts';
import { liveNotes, maximumNotes, mergeNotes, setNote } from './set-note.ts';

const minute = (count: number) => Date.UTC(2026, 10, 22, 12, count);
const about = (sku: string, text = '', quantity = 1) => ({
  title: 'Gift wrap',
  text,
  pieces: [{ sku, quantity }],
});
const note = (key: string, at: number, content: SessionNote['content'] = about(key)): SessionNote => ({
  worker: 'gift-wrap',
  key,
  at: new Date(at).toISOString(),
  content,
});
const change = (key: string, at: number, content: SessionNote['content'] = about(key)) => ({
  worker: 'gift-wrap',
  key,
  at,
  content,
});
const cartOf = (...skus: readonly string[]) => skus.map((sku) => ({ sku, quantity: 2 }));
const many = Array.from({ length: maximumNotes }, (_, index) => note(`piece-${index}`, minute(index)));

describe('a note', () => {
  it('is kept whole under its worker and key: the last change counts', () => {
    const first = setNote([], [], change('kurta', minute(1), about('kurta', 'For Asha')));
    const second = setNote(
      first.ok ? first.value : [],
      [],
      change('kurta', minute(2), about('kurta', 'For Ravi')),
    );
    expect(second).toEqual({ ok: true, value: [note('kurta', minute(2), about('kurta', 'For Ravi'))] });
  });

  it('of another worker under the same key is another one', () => {
    const set = setNote([note('kurta', minute(1))], [], {
      ...change('kurta', minute(2)),
      worker: 'alterations',
    });
    expect(set.ok && set.value.map(({ worker }) => worker)).toEqual(['gift-wrap', 'alterations']);
  });

  it('that is taken back is remembered as such; one that never was is not', () => {
    expect(setNote([note('kurta', minute(1))], [], change('kurta', minute(2), null))).toEqual({
      ok: true,
      value: [note('kurta', minute(2), null)],
    });
    expect(setNote([], [], change('kurta', minute(2), null))).toEqual({ ok: true, value: [] });
  });

  it('finds no room among as many as there may be, unless one of them is about nothing any more', () => {
    const cart = cartOf(...many.map(({ key }) => key));
    expect(setNote(many, cart, change('one-more', minute(50)))).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', reason: 'notes-full' },
    });
    expect(setNote(many, cart, change('piece-3', minute(50))).ok).toBe(true);
    const left = setNote(many, cart.slice(1), change('one-more', minute(50)));
    expect(left.ok && left.value.map(({ key }) => key)).toEqual([
      ...many.slice(1).map(({ key }) => key),
      'one-more',
    ]);
  });

  it('that was taken back does not use up room without end', () => {
    let notes: readonly SessionNote[] = [];
    for (let index = 0; index < 2 * maximumNotes; index += 1) {
      for (const content of [about('kurta'), null]) {
        const set = setNote(notes, [], change(`piece-${index}`, minute(index), content));
        if (set.ok) notes = set.value;
      }
    }
    expect(notes).toHaveLength(maximumNotes);
  });
});

describe('notes of a bag', () => {
  const both = note('kurta', minute(1), {
    title: 'Gift wrap',
    text: '',
    pieces: [
      { sku: 'kurta', quantity: 3 },
      { sku: 'box', quantity: 1 },
    ],
  });

  it('are those whose pieces are all in it, of no more units than it has', () => {
    expect(liveNotes([both], cartOf('kurta', 'box'))).toEqual([
      {
        worker: 'gift-wrap',
        key: 'kurta',
        title: 'Gift wrap',
        text: '',
        pieces: [
          { sku: 'kurta', quantity: 2 },
          { sku: 'box', quantity: 1 },
        ],
      },
    ]);
    expect(liveNotes([both], cartOf('kurta'))).toEqual([]);
    expect(liveNotes([both], cartOf('box'))).toEqual([]);
    expect(liveNotes([note('kurta', minute(1), null)], cartOf('kurta'))).toEqual([]);
  });
});

describe('notes of two sessions that become one', () => {
  it('are of each the later, taken back or not', () => {
    const kept = [note('a', minute(1)), note('b', minute(5), null), note('c', minute(1))];
    const added = [note('a', minute(3), null), note('b', minute(2)), note('d', minute(4))];
    const merged = mergeNotes(kept, added);
    expect(merged).toEqual([
      note('c', minute(1)),
      note('a', minute(3), null),
      note('d', minute(4)),
      note('b', minute(5), null),
    ]);
  });

  it('are no more than one session may have', () => {
    const others = many.map(({ key }, index) => note(`other-${key}`, minute(30 + index)));
    expect(mergeNotes(others, many)).toEqual(others);
  });
});
