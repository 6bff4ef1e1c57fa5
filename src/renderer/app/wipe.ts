import { resetTurn } from '../chat/turn-store.ts';
import { showLanguage } from '../shared/i18n.ts';
import { showSession } from './kiosk-store.ts';
import { resetView, type Screen } from './view-store.ts';

/** Forgets the shopper on this side of the bridge: projections, drafts, chat in progress, language, text size. */
export function wipe(screen: Screen = { name: 'attract' }): void {
  showSession(null);
  resetTurn();
  resetView(screen);
  showLanguage('en');
  globalThis.getSelection?.()?.removeAllRanges();
}
