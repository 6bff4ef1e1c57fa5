import { useTranslation } from 'react-i18next';
import type { ChatMessage } from '../../contracts/session.ts';
import { ConfirmCard } from './ConfirmCard.tsx';
import { MessageView } from './MessageView.tsx';
import { useTurn } from './turn-store.ts';
import { WorkingLine } from './WorkingLine.tsx';

/** The turn in progress, until main's own messages take its place. */
export function LiveTurn({ messages }: { readonly messages: readonly ChatMessage[] }) {
  const { t } = useTranslation();
  const turn = useTurn((state) => state.turn);
  if (!turn) return null;
  const since = messages.slice(turn.baseline);
  const askedShown = since.some((message) => message.role === 'shopper');
  const answerShown = turn.outcome !== 'running' && since.some((message) => message.role === 'agent');
  const silent = turn.text === '' && turn.cards.length === 0;
  return (
    <>
      {!askedShown && <MessageView speaker="shopper" text={turn.said} cards={[]} channel="kiosk" />}
      {!answerShown && !silent && (
        <MessageView
          speaker="agent"
          text={turn.text}
          cards={turn.cards}
          channel="kiosk"
          working={turn.outcome === 'running'}
        />
      )}
      {turn.outcome === 'running' && !turn.confirmation && (silent || turn.working) && (
        <WorkingLine worker={turn.working} />
      )}
      {turn.confirmation && <ConfirmCard confirmation={turn.confirmation} />}
      {turn.outcome === 'cancelled' && <p role="status">{t('chat.stopped')}</p>}
      {turn.outcome === 'failed' && silent && (
        <MessageView speaker="agent" text={t('chat.failed')} cards={[]} channel="kiosk" />
      )}
    </>
  );
}
