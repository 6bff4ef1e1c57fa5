import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import styles from './ConfirmCard.module.css';
import { answerConfirmation } from './talk.ts';
import type { Confirmation } from './turn-store.ts';

/** Nothing is reserved, paid or changed before this is answered. */
export function ConfirmCard({ confirmation }: { readonly confirmation: Confirmation }) {
  const { t } = useTranslation();
  return (
    <section
      className={styles.confirm}
      role="alertdialog"
      aria-label={t('chat.confirmLabel')}
      data-testid="confirm"
    >
      <p>
        <bdi>{confirmation.summary}</bdi>
      </p>
      <div className={styles.answers}>
        <Button kind="plain" testId="confirm-no" onClick={() => void answerConfirmation(false)}>
          {t('chat.no')}
        </Button>
        <Button kind="primary" testId="confirm-yes" onClick={() => void answerConfirmation(true)}>
          {t('chat.yes')}
        </Button>
      </div>
    </section>
  );
}
