import { isActive } from '../../contracts/reservation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import type { SessionView } from '../../contracts/session.ts';
import { cartView } from '../cart/cart-view.ts';
import { liveNotes } from '../notes/set-note.ts';
import { reservationViews } from '../reservations/reservation-view.ts';
import { knownCustomer } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, OpenedCode, Sessions } from '../shop.ts';
import type { ShopParts } from './parts.ts';
import { continueOnPhone } from './phone-link.ts';
import { gatherPricing } from './pricing.ts';
import { gatherReservations } from './reservation-facts.ts';

export function createSessions(parts: ShopParts): Sessions {
  const { operations, environment, inTurn } = parts;
  return {
    view: (actor) => sessionView(parts, actor),
    async start(language, code) {
      const sessionId = environment.newId();
      const started = await operations.execute({
        type: 'session-started',
        sessionId,
        language,
        ...(code && startedFrom(code)),
      });
      return started.ok ? succeed({ sessionId }) : started;
    },
    setLanguage: ({ sessionId }, language) =>
      operations.execute({ type: 'language-chosen', sessionId, language }),
    setPreferences: ({ sessionId }, preferences) =>
      operations.execute({ type: 'preferences-set', sessionId, preferences }),
    addMessage: ({ sessionId }, message) =>
      operations.execute({
        type: 'message-added',
        sessionId,
        message: {
          ...message,
          messageId: environment.newId(),
          at: new Date(environment.now()).toISOString(),
        },
      }),
    continueOnPhone: (actor) => continueOnPhone(parts, actor),
    // In turn, so that a hold being made is not made for a session that is gone.
    end: ({ sessionId }, reason) =>
      inTurn(sessionId, () => operations.execute({ type: 'session-ended', sessionId, reason })),
  };
}

const startedFrom = ({ tokenId, session: { cart, sizes, colours } }: OpenedCode) => ({
  capsule: tokenId,
  bag: { cart, sizes, colours },
});

async function sessionView(parts: ShopParts, actor: Actor): Promise<Result<SessionView>> {
  const facts = await parts.store.read(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    if (!session.ok) return session;
    return succeed({
      session: session.value,
      messages: await transaction.sessions.messages(actor.sessionId),
      payment: (await transaction.sessions.payment(actor.sessionId)) ?? null,
    });
  });
  if (!facts.ok) return facts;
  const pricing = await gatherPricing(parts, actor);
  if (!pricing.ok) return pricing;
  const reservations = await gatherReservations(parts, actor.sessionId);
  const { session, messages, payment } = facts.value;
  const cart = cartView(pricing.value);
  return succeed({
    sessionId: session.sessionId,
    storeId: actor.storeId,
    language: session.language,
    trust: session.trust,
    customer: knownCustomer(session),
    preferences: session.preferences,
    cart,
    notes: liveNotes(session.notes, cart.lines),
    plan: session.plan,
    messages,
    reservations: reservationViews(reservations).filter((view) => isActive(view)),
    payment,
  });
}
