import type { OperationBody } from '../../contracts/operation.ts';
import type { Preferences } from '../../contracts/session.ts';
import { isAbout } from '../../core/notes/set-note.ts';
import { applyOperation } from '../../core/operations/apply-operation.ts';
import { lastTouch } from './cart-touches.ts';
import { findHandover, type HandoverFacts, spendHandover } from './handovers.ts';
import { addAlias, endAlias, findAlias, removeAlias, type SessionAlias } from './session-aliases.ts';
import { bindToDevice, findOwner, saveOwner } from './session-bindings.ts';
import type { Submission } from './submission.ts';

type Body<T extends OperationBody['type']> = Extract<OperationBody, { type: T }>;

/** A kiosk's clock may have been behind by so much when it took a code that was just over. */
const lateMs = 5 * 60_000;
/** Whoever showed a code longer ago has left: the kiosk need not see their session any more. */
const presentMs = 24 * 60 * 60_000;

/**
 * Joins the session that a device began from a code with the one behind it. Whose code it was sees there, and on the device, what
 * both sides did. A code that had been used before, here or elsewhere, also brings what was done with it, for its owner may
 * have walked on to another kiosk; but it opens nothing: whoever has a picture of it learns nothing. False where there is
 * nothing to join: a code that the hub does not know (any more), that was over, or whose session is. What the device
 * began with is a guest's session then.
 */
export async function mergeCapsule(
  submission: Submission,
  { sessionId: alias, capsule = '' }: Body<'session-started'>,
): Promise<boolean> {
  const { transaction, device, at } = submission;
  const { sql, now } = transaction;
  const known = await findAlias(sql, alias);
  if (known) return known.deviceId === device.deviceId;
  if (await findOwner(sql, alias)) return false;
  const handover = await findHandover(sql, capsule);
  if (!handover || at > handover.expiresAt + lateMs) return false;
  if (await isOver(submission, handover.sessionId)) return false;
  const { sessionId } = handover;
  const readable = mayRead(submission, handover);
  await spendHandover(transaction, handover.tokenId, device.deviceId);
  const clockBehind = Math.max(0, handover.createdAt - at);
  await addAlias(sql, { alias, deviceId: device.deviceId, sessionId, readable, clockBehind }, now);
  const owner = await findOwner(sql, sessionId);
  if (owner && readable) await saveOwner(sql, { ...owner, storeId: device.storeId }, now);
  transaction.announce({ type: 'handover-used', sessionId });
  // Of nobody: the device too is to look at what is there.
  transaction.announce({ type: 'session-changed', sessionId, by: null });
  return true;
}

function mayRead({ transaction, device }: Submission, handover: HandoverFacts): 0 | 1 {
  // The device itself: it had redeemed the code, and its answer was lost on the way.
  const first = handover.usedAt === null || handover.usedBy === device.deviceId;
  return first && transaction.now <= handover.expiresAt + presentMs ? 1 : 0;
}

async function isOver({ transaction }: Submission, sessionId: string): Promise<boolean> {
  const session = await transaction.shop(null).sessions.find(sessionId);
  return session === undefined || session.endedAt !== null;
}

/** What an operation is about in the hub's own terms; null when it has no effect there (any more). */
export interface Resolved {
  readonly body: OperationBody;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Puts what a device says of an alias in terms of the session that it is. */
export async function resolveAlias(
  submission: Submission,
  alias: SessionAlias,
  body: Exclude<OperationBody, { type: 'session-started' }>,
): Promise<Resolved | null> {
  const { transaction, at: told } = submission;
  const { sql, now } = transaction;
  const { sessionId } = alias;
  const at = Math.min(told + alias.clockBehind, now);
  switch (body.type) {
    case 'session-ended':
      await endAlias(sql, alias.alias, now);
      transaction.announce({ type: 'session-changed', sessionId, by: alias.deviceId });
      return null;
    case 'reservation-released':
      return { body: { ...body, sessionId }, at };
    default:
      break;
  }
  if (await isOver(submission, sessionId)) {
    await beginAnew(submission, alias);
    return { body, at };
  }
  switch (body.type) {
    case 'cart-line-set': {
      // What the shopper did last counts.
      const touched = await lastTouch(sql, sessionId, body.sku);
      return touched !== undefined && touched > at ? null : { body: { ...body, sessionId }, at };
    }
    case 'session-note-set': {
      const notes = (await transaction.shop(null).sessions.find(sessionId))?.notes ?? [];
      const changed = notes.find((note) => isAbout(note, body))?.at;
      return changed !== undefined && Date.parse(changed) > at ? null : { body: { ...body, sessionId }, at };
    }
    case 'preferences-set':
      return { body: { ...body, sessionId, preferences: await joined(submission, sessionId, body) }, at };
    case 'reservation-made':
      return { body: { ...body, sessionId, reservation: { ...body.reservation, sessionId } }, at };
    default:
      return { body: 'sessionId' in body ? { ...body, sessionId } : body, at };
  }
}

/** The session behind the code has ended meanwhile: who is still at the device goes on as a guest. */
async function beginAnew({ transaction, device, at }: Submission, { alias }: SessionAlias): Promise<void> {
  const { sql, now } = transaction;
  await removeAlias(sql, alias);
  await applyOperation(
    transaction.shop(device.deviceId),
    { type: 'session-started', sessionId: alias, language: 'en' },
    at,
  );
  const owner = { sessionId: alias, customerId: null, storeId: device.storeId, origin: device.deviceId };
  await saveOwner(sql, owner, now);
  await bindToDevice(sql, alias, device.deviceId, now);
}

/** The device knew little of the shopper's wishes: what it did not know stays. */
async function joined(
  { transaction }: Submission,
  sessionId: string,
  { preferences }: Body<'preferences-set'>,
): Promise<Preferences> {
  const known = (await transaction.shop(null).sessions.find(sessionId))?.preferences;
  if (!known) return preferences;
  return {
    ...known,
    ...preferences,
    sizes: { ...known.sizes, ...preferences.sizes },
    colours: preferences.colours.length > 0 ? preferences.colours : known.colours,
  };
}
