import { type Operation, type OperationBody, sessionOf } from '../../contracts/operation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { applyOperation } from '../../core/operations/apply-operation.ts';
import { decideExtended, decideMade, decideReleased, decideStep } from './decide-reservation.ts';
import type { Device } from './devices.ts';
import type { HubTransaction } from './hub-database.ts';
import { mergeCapsule, type Resolved, resolveAlias } from './merge-capsule.ts';
import { isUnheard } from './recovery.ts';
import { findAlias, type SessionAlias } from './session-aliases.ts';
import { bindToDevice, findOwner, isBound, saveOwner, unbindFromDevice } from './session-bindings.ts';
import type { Sql } from './sql.ts';
import { foreignSession, foreignStore, type Submission, speaksFor } from './submission.ts';

type Body<T extends OperationBody['type']> = Extract<OperationBody, { type: T }>;

/**
 * Decides what a device has done. Gives what took effect, in the hub's own terms; null where nothing did, because it is known
 * already or the shopper has changed the same thing since.
 */
export async function decide(
  transaction: HubTransaction,
  device: Device,
  operation: Operation,
): Promise<Result<Resolved | null>> {
  const { sql, now } = transaction;
  const aliases = await aliasesIn(sql, operation.body);
  if (aliases.some((one) => one.deviceId !== device.deviceId)) return foreignSession();
  const submission: Submission = {
    transaction,
    device,
    at: Math.min(Date.parse(operation.at), now),
    again: await isUnheard(sql, device.deviceId),
    aliases,
  };
  const resolved = await resolve(submission, operation.body);
  if (resolved === null) return succeed(null);
  const decided = await decideBody({ ...submission, at: resolved.at }, resolved.body);
  return decided.ok ? succeed(resolved) : decided;
}

/** Sessions that the operation names by a device's own name. */
async function aliasesIn(sql: Sql, body: OperationBody): Promise<readonly SessionAlias[]> {
  const names = [sessionOf(body), body.type === 'reservation-moved' ? body.fromSessionId : null];
  const found: SessionAlias[] = [];
  for (const name of names) {
    const alias = name === null ? undefined : await findAlias(sql, name);
    if (alias) found.push(alias);
  }
  return found;
}

async function resolve(submission: Submission, told: OperationBody): Promise<Resolved | null> {
  if (told.type === 'session-started') {
    if (told.capsule !== undefined && (await mergeCapsule(submission, told))) return null;
    // A code that leads nowhere proves nobody.
    const { capsule: _, ...guest } = told;
    return { body: guest, at: submission.at };
  }
  const named = (name: string | null) => submission.aliases.find((one) => one.alias === name);
  const from = told.type === 'reservation-moved' ? named(told.fromSessionId) : undefined;
  const body = told.type === 'reservation-moved' && from ? { ...told, fromSessionId: from.sessionId } : told;
  const alias = named(sessionOf(body));
  return alias ? resolveAlias(submission, alias, body) : { body, at: submission.at };
}

/** A device speaks for the sessions that are or were open on it, for holds that it made itself, and for its shop. */
async function decideBody(submission: Submission, body: OperationBody): Promise<Result<void>> {
  const { transaction, device } = submission;
  if ('storeId' in body && body.storeId !== device.storeId) return foreignStore();
  switch (body.type) {
    case 'session-started':
      return decideStarted(submission, body);
    case 'session-ended':
      return decideEnded(submission, body);
    case 'reservation-made':
      return decideMade(submission, body);
    case 'reservation-released':
      return decideReleased(submission, body);
    case 'reservation-advanced':
      return decideStep(submission, body);
    case 'reservation-extended':
      return decideExtended(submission, body);
    case 'rights-returned':
    case 'stock-sold':
      return decideFact(submission, body);
    case 'reservation-moved':
      if (!(await speaksFor(submission, body.fromSessionId))) return foreignSession();
      break;
    case 'stock-corrected':
      return applyOperation(transaction.shop(device.deviceId), body, submission.at);
    default:
      break;
  }
  if (!(await speaksFor(submission, body.sessionId))) return foreignSession();
  return applyOperation(transaction.shop(device.deviceId), body, submission.at);
}

/** What has happened in the shop is not for the hub to refuse. */
async function decideFact(
  { transaction, device }: Submission,
  body: Body<'rights-returned'> | Body<'stock-sold'>,
): Promise<Result<void>> {
  const { stock } = transaction.shop(device.deviceId);
  if (body.type === 'stock-sold') await stock.sell(body.storeId, body.sku, body.quantity);
  else await stock.returnRights(body.storeId, body.sku, body.quantity);
  return succeed(undefined);
}

async function decideStarted(
  { transaction, device, at }: Submission,
  body: Body<'session-started'>,
): Promise<Result<void>> {
  const { sql, now } = transaction;
  const { sessionId } = body;
  const known = await findOwner(sql, sessionId);
  if (known && !(await isBound(sql, sessionId, device.deviceId))) return foreignSession();
  const started = await applyOperation(transaction.shop(device.deviceId), body, at);
  if (!started.ok) return started;
  const owner = { sessionId, customerId: null, storeId: device.storeId, origin: device.deviceId };
  if (!known) await saveOwner(sql, owner, now);
  await bindToDevice(sql, sessionId, device.deviceId, now);
  return succeed(undefined);
}

async function decideEnded(submission: Submission, body: Body<'session-ended'>): Promise<Result<void>> {
  const { transaction, device, at } = submission;
  const { sql, now } = transaction;
  if (!(await speaksFor(submission, body.sessionId))) return foreignSession();
  await unbindFromDevice(sql, body.sessionId, device.deviceId, now);
  // A session that came from a phone, or that belongs to a customer, goes on there.
  const owner = await findOwner(sql, body.sessionId);
  if (owner && (owner.origin === 'web' || owner.customerId !== null)) return succeed(undefined);
  return applyOperation(transaction.shop(device.deviceId), body, at);
}
