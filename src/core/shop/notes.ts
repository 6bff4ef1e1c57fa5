import type { BagNote, NoteContent } from '../../contracts/note.ts';
import { noteContent } from '../../contracts/note.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { isAbout, liveNotes } from '../notes/set-note.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, Notes } from '../shop.ts';
import type { ShopParts } from './parts.ts';

export function createNotes(parts: ShopParts): Notes {
  return {
    list: (actor, worker) => list(parts, actor, worker),
    set: (actor, worker, key, content) =>
      parts.inTurn(actor.sessionId, () => set(parts, actor, worker, key, content)),
  };
}

const sessionOf = ({ store }: ShopParts, actor: Actor) =>
  store.read((transaction) => openSession(transaction, actor.sessionId));

async function list(parts: ShopParts, actor: Actor, worker: string): Promise<Result<readonly BagNote[]>> {
  const session = await sessionOf(parts, actor);
  if (!session.ok) return session;
  const { notes, cart } = session.value;
  return succeed(liveNotes(notes, cart).filter((note) => note.worker === worker));
}

async function set(
  parts: ShopParts,
  actor: Actor,
  worker: string,
  key: string,
  content: NoteContent | null,
): Promise<Result<void>> {
  const session = await sessionOf(parts, actor);
  if (!session.ok) return session;
  const parsed = noteContent.nullable().safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail('invalid', `This note cannot be kept: ${issue?.path.join('.')}: ${issue?.message}`, {
      reason: 'note-malformed',
    });
  }
  const before = session.value.notes.find((note) => isAbout(note, { worker, key }))?.content ?? null;
  if (JSON.stringify(before) === JSON.stringify(parsed.data)) return succeed(undefined);
  return parts.operations.execute({
    type: 'session-note-set',
    sessionId: actor.sessionId,
    worker,
    key,
    content: parsed.data,
  });
}
