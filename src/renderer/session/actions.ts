import type { ProductSummary } from '../../contracts/catalogue.ts';
import { type Language, maximumLineQuantity } from '../../contracts/primitives.ts';
import type { ReservationView } from '../../contracts/reservation.ts';
import type { Failure } from '../../contracts/result.ts';
import type { SessionView } from '../../contracts/session.ts';
import { showCart, showSession, useKiosk } from '../app/kiosk-store.ts';
import { complain, go, notify, restartAt, useView } from '../app/view-store.ts';
import { resetTurn } from '../chat/turn-store.ts';
import { callKiosk } from '../shared/bridge.ts';
import { showLanguage } from '../shared/i18n.ts';

/** Shows a session that main just opened, in the language chosen here or else the one that it came with. */
export function enterSession(session: SessionView): void {
  const { language, languageChosen } = useView.getState();
  resetTurn();
  showSession(session);
  restartAt({ name: 'home' });
  if (languageChosen && language !== session.language) {
    void chooseLanguage(language);
    return;
  }
  useView.setState({ language: session.language });
  showLanguage(session.language);
}

/** Opens a session for a shopper who wants to look around. False where that failed; the screen says why. */
export async function startGuest(): Promise<boolean> {
  const answer = await callKiosk('session.start-guest', { language: useView.getState().language });
  if (!answer.ok) {
    complain({ failure: answer.failure, retry: () => void startGuest() });
    return false;
  }
  enterSession(answer.value);
  return true;
}

export async function chooseLanguage(language: Language): Promise<void> {
  useView.setState({ language, languageChosen: true });
  showLanguage(language);
  if (!useKiosk.getState().session) return;
  const answer = await callKiosk('session.set-language', { language });
  if (answer.ok) showSession(answer.value);
  else complain({ failure: answer.failure });
}

/** Absolute quantity; 0 takes the line out. */
export async function setQuantity(sku: string, quantity: number): Promise<Failure | null> {
  const answer = await callKiosk('cart.set-line', { sku, quantity });
  if (!answer.ok) {
    complain({ failure: answer.failure, retry: () => void setQuantity(sku, quantity) });
    return answer.failure;
  }
  showCart(answer.value);
  return null;
}

const inBag = (sku: string): number =>
  useKiosk.getState().session?.cart.lines.find((line) => line.sku === sku)?.quantity ?? 0;

export async function addToBag(sku: string, title: string): Promise<void> {
  const failure = await setQuantity(sku, Math.min(maximumLineQuantity, inBag(sku) + 1));
  if (!failure) notify({ key: 'notice.added', values: { title } });
}

export async function addAll(items: readonly ProductSummary[]): Promise<void> {
  for (const item of items) {
    if (inBag(item.sku) > 0) continue;
    if (await setQuantity(item.sku, 1)) return;
  }
  notify({ key: 'notice.addedAll', values: { count: items.length } });
}

async function hold(sku: string): Promise<ReservationView | Failure> {
  const answer = await callKiosk('reservation.make', { sku, quantity: 1 });
  if (!answer.ok) return answer.failure;
  const made = answer.value;
  useKiosk.setState(({ session }) =>
    session
      ? {
          session: {
            ...session,
            reservations: [
              ...session.reservations.filter((other) => other.reservationId !== made.reservationId),
              made,
            ],
          },
        }
      : { session },
  );
  return made;
}

/** Has the pieces brought to a fitting room. Pieces held before a failure stay held. */
export async function tryOn(skus: readonly string[]): Promise<void> {
  let last: ReservationView | null = null;
  for (const sku of skus) {
    const outcome = await hold(sku);
    if ('kind' in outcome && 'message' in outcome) {
      if (last) go({ name: 'reservations', reservationId: last.reservationId });
      complain({ failure: outcome, retry: () => void tryOn(skus.slice(skus.indexOf(sku))) });
      return;
    }
    last = outcome;
  }
  if (last) go({ name: 'reservations', reservationId: last.reservationId });
}

export async function letGo(reservationId: string): Promise<void> {
  const answer = await callKiosk('reservation.cancel', { reservationId });
  if (!answer.ok) {
    complain({ failure: answer.failure, retry: () => void letGo(reservationId) });
    return;
  }
  useKiosk.setState(({ session }) =>
    session
      ? {
          session: {
            ...session,
            reservations: session.reservations.map((other) =>
              other.reservationId === reservationId ? answer.value : other,
            ),
          },
        }
      : { session },
  );
  notify({ key: 'notice.letGo', values: { title: answer.value.title } });
}

export async function callAssociate(reason: string): Promise<void> {
  const answer = await callKiosk('associate.call', { reason: reason.slice(0, 200) });
  notify({ key: answer.ok ? 'notice.associate' : 'notice.associateOffline' });
}

export const openProduct = (item: { readonly handle: string; readonly sku: string }): void =>
  go({ name: 'product', handle: item.handle, sku: item.sku });
