import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { go } from '../app/view-store.ts';
import { AgentMark } from '../chat/AgentMark.tsx';
import { Button } from '../shared/Button.tsx';
import styles from './Welcome.module.css';
import { welcomeKey } from './welcome-key.ts';

const textKeys = {
  guest: 'home.guestText',
  capsule: 'home.capsuleText',
  restored: 'home.restoredText',
} as const;

/** A greeting made from what is in the session, and the agent's last words. */
export function Welcome({ message }: { readonly message: string | null }) {
  const { t } = useTranslation();
  const session = useKiosk((kiosk) => kiosk.session);
  if (!session) return null;
  const { key, count } = welcomeKey(session);
  return (
    <section className={styles.welcome}>
      <AgentMark />
      <div className={styles.words}>
        <h1>{t(key, { count })}</h1>
        <p>
          <bdi>{message ?? t(textKeys[session.trust])}</bdi>
        </p>
        {session.messages.length > 0 && (
          <div>
            <Button kind="pill" icon="chat" testId="open-chat" onClick={() => go({ name: 'chat' })}>
              {t('home.openChat')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
