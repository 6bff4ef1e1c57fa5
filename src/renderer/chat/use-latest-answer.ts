import type { Card } from '../../contracts/card.ts';
import { useKiosk } from '../app/kiosk-store.ts';

/** The agent's last message, for the home screen. */
export function useLatestAnswer(): { readonly text: string; readonly cards: readonly Card[] } | null {
  const messages = useKiosk((kiosk) => kiosk.session?.messages);
  return messages?.findLast((message) => message.role !== 'shopper') ?? null;
}
