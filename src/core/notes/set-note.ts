import type { BagNote, NoteContent, SessionNote } from '../../contracts/note.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartLine } from '../../contracts/session.ts';

/** Of all workers together, as many as lines of a cart; and as many that were taken back are remembered. */
export const maximumNotes = 30;

interface NoteChange {
  readonly worker: string;
  readonly key: string;
  /** Null takes it back. */
  readonly content: NoteContent | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const isAbout = (note: SessionNote, { worker, key }: Pick<NoteChange, 'worker' | 'key'>): boolean =>
  note.worker === worker && note.key === key;

/**
 * The notes after a change, the last changed one last. Of a full list those go first whose pieces have left the cart; when none
 * has, the change is refused.
 */
export function setNote(
  notes: readonly SessionNote[],
  cart: readonly CartLine[],
  { at, ...change }: NoteChange,
): Result<readonly SessionNote[]> {
  const others = notes.filter((note) => !isAbout(note, change));
  if (change.content === null && others.length === notes.length) return succeed(notes);
  const changed = [...others, { ...change, at: new Date(at).toISOString() }];
  const kept = (list: readonly SessionNote[]) => list.filter((note) => note.content !== null);
  const back = changed.filter((note) => note.content === null).slice(-maximumNotes);
  const full = kept(changed).length > maximumNotes;
  const rest = full
    ? kept(changed).filter((note) => isAbout(note, change) || isLive(note, cart))
    : kept(changed);
  if (rest.length > maximumNotes) {
    return fail('invalid', `A bag has room for ${maximumNotes} notes. Take one back, then add this one.`, {
      reason: 'notes-full',
      details: { maximum: maximumNotes },
    });
  }
  return succeed(changed.filter((note) => rest.includes(note) || back.includes(note)));
}

const isLive = (note: SessionNote, lines: readonly CartLine[]): boolean =>
  note.content?.pieces.every((piece) => lines.some((line) => line.sku === piece.sku)) ?? false;

/** Notes whose pieces are all in the bag, each of no more units than the bag has. */
export function liveNotes(notes: readonly SessionNote[], lines: readonly CartLine[]): readonly BagNote[] {
  const inBag = new Map(lines.map((line) => [line.sku, line.quantity]));
  return notes.flatMap((note) =>
    note.content !== null && isLive(note, lines)
      ? [
          {
            worker: note.worker,
            key: note.key,
            ...note.content,
            pieces: note.content.pieces.map(({ sku, quantity }) => ({
              sku,
              quantity: Math.min(quantity, inBag.get(sku) ?? quantity),
            })),
          },
        ]
      : [],
  );
}

/** Notes of two sessions that become one: the later change of each counts; the oldest go when there are too many. */
export function mergeNotes(
  kept: readonly SessionNote[],
  added: readonly SessionNote[],
): readonly SessionNote[] {
  const all = [...kept, ...added].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = all.filter((note, index) => !all.slice(index + 1).some((later) => isAbout(later, note)));
  const back = last.filter(({ content }) => content === null).slice(-maximumNotes);
  const rest = last.filter(({ content }) => content !== null).slice(-maximumNotes);
  return last.filter((note) => back.includes(note) || rest.includes(note));
}
