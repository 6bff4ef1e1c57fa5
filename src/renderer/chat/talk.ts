import { useKiosk } from '../app/kiosk-store.ts';
import { complain, go, useView } from '../app/view-store.ts';
import { callKiosk } from '../shared/bridge.ts';
import { beginTurn, clearConfirmation, failTurn, useTurn } from './turn-store.ts';

const longest = 1000;

/** Says something to the agent; a turn still running is cut off first. */
export async function say(text: string): Promise<void> {
  const words = text.trim().slice(0, longest);
  const { session } = useKiosk.getState();
  if (!words || !session) return;
  await interrupt();
  const turnId = crypto.randomUUID();
  beginTurn(turnId, words, session.messages.length);
  useView.setState({ draft: '', keyboard: false });
  if (useView.getState().screen.name !== 'chat') go({ name: 'chat' });
  const answer = await callKiosk('agent.say', { turnId, text: words });
  if (answer.ok) return;
  failTurn(turnId);
  complain({ failure: answer.failure, retry: () => void say(words) });
}

/** Stops the turn that is running, if any. */
export async function interrupt(): Promise<void> {
  const { turn } = useTurn.getState();
  if (turn?.outcome !== 'running') return;
  await callKiosk('agent.cancel', { turnId: turn.turnId });
}

export async function answerConfirmation(accepted: boolean): Promise<void> {
  const { turn } = useTurn.getState();
  if (!turn?.confirmation) return;
  const { confirmationId } = turn.confirmation;
  clearConfirmation();
  const answer = await callKiosk('agent.answer', { turnId: turn.turnId, confirmationId, accepted });
  if (!answer.ok) complain({ failure: answer.failure });
}
