import { stepTurn } from '../chat/turn-store.ts';
import { callKiosk, onKiosk } from '../shared/bridge.ts';
import { showLanguage } from '../shared/i18n.ts';
import { showSession, useKiosk } from './kiosk-store.ts';
import { restartAt, useView } from './view-store.ts';
import { wipe } from './wipe.ts';

/** Screens that stay when main says that there is no session (any more). */
const sessionless = new Set(['attract', 'scan', 'phone', 'thanks', 'staff']);

async function readState(): Promise<void> {
  const answer = await callKiosk('kiosk.state', {});
  if (!answer.ok) return;
  useKiosk.setState({ ...answer.value, ready: true });
  const { session } = answer.value;
  if (session && useView.getState().screen.name === 'attract') {
    useView.setState({ language: session.language });
    showLanguage(session.language);
    restartAt({ name: 'home' });
  }
}

/** Keeps the projections in step with main; the returned function lets go. */
export function followMain(): () => void {
  const leave = [
    onKiosk('session-changed', ({ session }) => {
      showSession(session);
      if (!session && !sessionless.has(useView.getState().screen.name)) wipe();
    }),
    onKiosk('session-ended', () => {
      if (useView.getState().screen.name !== 'thanks') wipe();
    }),
    onKiosk('sync-changed', ({ sync }) => {
      const first = useKiosk.getState().sync.phase !== 'current' && sync.phase === 'current';
      useKiosk.setState({ sync });
      if (first) void readState();
    }),
    onKiosk('store-changed', ({ store }) => useKiosk.setState({ store })),
    onKiosk('agent-stepped', ({ turnId, step }) => stepTurn(turnId, step)),
  ];
  void readState();
  return () => {
    for (const stop of leave) stop();
  };
}
