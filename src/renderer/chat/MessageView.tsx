import { useTranslation } from 'react-i18next';
import type { Card } from '../../contracts/card.ts';
import type { Channel } from '../../contracts/primitives.ts';
import type { ChatMessage } from '../../contracts/session.ts';
import { AgentMark } from './AgentMark.tsx';
import { CardView } from './CardView.tsx';
import styles from './MessageView.module.css';

export interface MessageViewProps {
  readonly speaker: ChatMessage['role'];
  readonly text: string;
  readonly cards: readonly Card[];
  readonly channel: Channel;
  readonly working?: boolean;
}

export function MessageView({ speaker, text, cards, channel, working = false }: MessageViewProps) {
  const { t } = useTranslation();
  const from = channel === 'whatsapp' || channel === 'web' ? t(`chat.from.${channel}`) : null;
  if (speaker === 'shopper') {
    return (
      <div className={styles.shopper}>
        {from && <span className={styles.from}>{from}</span>}
        <p>
          <bdi>{text}</bdi>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.agent} data-testid="agent-message">
      <AgentMark working={working} />
      <div className={styles.body}>
        {speaker === 'associate' && <span className={styles.from}>{t('chat.associate')}</span>}
        {text && (
          <p className={styles.text}>
            <bdi>{text}</bdi>
          </p>
        )}
        {cards.map((card, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cards of one message have no other identity
          <CardView key={place} card={card} />
        ))}
      </div>
    </div>
  );
}
