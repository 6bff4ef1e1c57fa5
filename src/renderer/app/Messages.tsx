import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import { FailureNote } from '../shared/FailureNote.tsx';
import { Icon } from '../shared/Icon.tsx';
import styles from './Messages.module.css';
import { useView } from './view-store.ts';

const noticeMs = 6_000;

const clear = (): void => useView.setState({ notice: null, trouble: null });

/** What just happened, or what went wrong: a strip above the bottom bar. */
export function Messages() {
  const { t } = useTranslation();
  const notice = useView((view) => view.notice);
  const trouble = useView((view) => view.trouble);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(clear, noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);

  return (
    <div className={styles.messages} aria-live="polite">
      {notice && (
        <p className={styles.notice} data-testid="notice">
          <Icon name="check" />
          <span>{t(notice.key, { ...notice.values })}</span>
        </p>
      )}
      {trouble && (
        <div className={styles.trouble}>
          <FailureNote failure={trouble.failure} {...(trouble.retry ? { retry: trouble.retry } : {})} />
          <Button kind="pill" icon="close" label={t('error.dismiss')} onClick={clear} />
        </div>
      )}
    </div>
  );
}
