import type { SessionView } from '../../contracts/session.ts';

/** Which greeting fits the session: key in kiosk.json and the count in it. */
export function welcomeKey(session: SessionView): { readonly key: string; readonly count: number } {
  const { lines, pieces } = session.cart;
  if (session.trust === 'guest') {
    return pieces > 0 ? { key: 'home.guestBag', count: pieces } : { key: 'home.guest', count: 0 };
  }
  if (pieces === 0) return { key: 'home.back', count: 0 };
  const here = lines.filter((line) => line.availableHere >= line.quantity);
  if (here.length === lines.length) return { key: 'home.backAllHere', count: pieces };
  const piecesHere = here.reduce((sum, line) => sum + line.quantity, 0);
  return piecesHere === 0
    ? { key: 'home.backNoneHere', count: pieces }
    : { key: 'home.backSomeHere', count: piecesHere };
}
