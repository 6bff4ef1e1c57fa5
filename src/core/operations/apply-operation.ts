import type { OperationBody } from '../../contracts/operation.ts';
import { assertNever, type Result } from '../../contracts/result.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { applyOffer, setFulfilment, setLine, setPoints } from './cart-operations.ts';
import { setSessionNote } from './note-operations.ts';
import { setPlan } from './plan-operations.ts';
import {
  advanceReservation,
  extendReservation,
  makeReservation,
  moveReservation,
  releaseReservation,
} from './reservation-operations.ts';
import {
  addMessage,
  chooseLanguage,
  endSession,
  giveFeedback,
  setPreferences,
  startSession,
} from './session-operations.ts';
import { correctStock, returnRights, sellStock } from './stock-operations.ts';
import { unwatchStock, watchStock } from './watch-operations.ts';

/**
 * The rules of every change, the same on kiosk and hub. Checks before it writes: a failure has changed nothing. A repeat
 * is harmless. Run it inside one transaction together with its outbox or feed entry.
 *
 * `at` is when the change was decided, in milliseconds since 1970 by the clock of the side that decided it: a hub
 * that hears of a kiosk's hold an hour late passes the operation's own time.
 *
 * `session-ended` ends the session for good. Where a session goes on elsewhere (the hub hears that a kiosk has let go of
 * a phone's session) the caller keeps the operation to itself.
 */
export function applyOperation(
  transaction: ShopTransaction,
  body: OperationBody,
  at: number,
): Promise<Result<void>> {
  switch (body.type) {
    case 'session-started':
      return startSession(transaction, body, at);
    case 'session-ended':
      return endSession(transaction, body, at);
    case 'language-chosen':
      return chooseLanguage(transaction, body);
    case 'preferences-set':
      return setPreferences(transaction, body);
    case 'message-added':
      return addMessage(transaction, body);
    case 'session-note-set':
      return setSessionNote(transaction, body, at);
    case 'plan-set':
      return setPlan(transaction, body);
    case 'feedback-given':
      return giveFeedback(transaction, body);
    case 'cart-line-set':
      return setLine(transaction, body);
    case 'offer-applied':
      return applyOffer(transaction, body, at);
    case 'reservation-made':
      return makeReservation(transaction, body);
    case 'reservation-released':
      return releaseReservation(transaction, body);
    case 'reservation-moved':
      return moveReservation(transaction, body);
    case 'reservation-advanced':
      return advanceReservation(transaction, body, at);
    case 'reservation-extended':
      return extendReservation(transaction, body);
    case 'stock-corrected':
      return correctStock(transaction, body);
    case 'stock-sold':
      return sellStock(transaction, body);
    case 'rights-returned':
      return returnRights(transaction, body);
    case 'fulfilment-set':
      return setFulfilment(transaction, body);
    case 'stock-watched':
      return watchStock(transaction, body, at);
    case 'stock-unwatched':
      return unwatchStock(transaction, body);
    case 'points-set':
      return setPoints(transaction, body);
    default:
      return assertNever(body);
  }
}
