import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { Shell } from '../app/Shell.tsx';
import styles from './ChatScreen.module.css';
import { Composer } from './Composer.tsx';
import { LiveTurn } from './LiveTurn.tsx';
import { MessageView } from './MessageView.tsx';
import { Suggestions } from './Suggestions.tsx';
import { useTurn } from './turn-store.ts';

/** The conversation, this shop's part and what came before it on phone or web. */
export function ChatScreen() {
  const { t } = useTranslation();
  const messages = useKiosk((kiosk) => kiosk.session?.messages ?? null);
  const turn = useTurn((state) => state.turn);
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows whatever is added to the conversation
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [messages?.length, turn]);
  return (
    <Shell dock={<Composer />} testId="chat">
      <h1 className="unseen">{t('chat.log')}</h1>
      <div className={styles.chat} role="log" aria-label={t('chat.log')}>
        {messages?.map((message) => (
          <MessageView
            key={message.messageId}
            speaker={message.role}
            text={message.text}
            cards={message.cards}
            channel={message.channel}
          />
        ))}
        <LiveTurn messages={messages ?? []} />
        <Suggestions />
        <div ref={end} />
      </div>
    </Shell>
  );
}
