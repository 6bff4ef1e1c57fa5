import type { Operation, OperationBody } from '../../contracts/operation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { applyOperation } from '../../core/operations/apply-operation.ts';
import { decideMade, decideReleased, decideStep } from './decide-reservation.ts';
import type { Device } from './devices.ts';
import type { HubTransaction } from './hub-database.ts';
import { isUnheard } from './recovery.ts';
import { bindToDevice, findOwner, isBound, saveOwner, unbindFromDevice } from './session-bindings.ts';
import { foreignSession, foreignStore, type Submission } from './submission.ts';

type Body<T extends OperationBody['type']> = Extract<OperationBody, { type: T }>;

/** A device speaks for the sessions that are or were open on it, for holds that it made itself, and for its shop. */
export async function decide(
  transaction: HubTransaction,
  device: Device,
  { body, at }: Operation,
): Promise<Result<void>> {
  const submission: Submission = {
    transaction,
    device,
    at: Math.min(Date.parse(at), transaction.now),
    again: await isUnheard(transaction.sql, device.deviceId),
  };
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
    case 'rights-returned':
    case 'stock-sold':
      return decideFact(submission, body);
    case 'reservation-moved':
      if (!(await isBoundHere(submission, body.fromSessionId))) return foreignSession();
      break;
    case 'stock-corrected':
      return applyOperation(transaction.shop(device.deviceId), body, submission.at);
    default:
      break;
  }
  if (!(await isBoundHere(submission, body.sessionId))) return foreignSession();
  return applyOperation(transaction.shop(device.deviceId), body, submission.at);
}

const isBoundHere = ({ transaction, device }: Submission, sessionId: string): Promise<boolean> =>
  isBound(transaction.sql, sessionId, device.deviceId);

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
  if (!(await isBoundHere(submission, body.sessionId))) return foreignSession();
  await unbindFromDevice(sql, body.sessionId, device.deviceId, now);
  // A session that came from a phone, or that belongs to a customer, goes on there.
  const owner = await findOwner(sql, body.sessionId);
  if (owner && (owner.origin === 'web' || owner.customerId !== null)) return succeed(undefined);
  return applyOperation(transaction.shop(device.deviceId), body, at);
}
