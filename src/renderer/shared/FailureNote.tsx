import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contracts/result.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { callAssociate } from '../session/actions.ts';
import { Button } from './Button.tsx';
import styles from './FailureNote.module.css';
import { failureKeys, worthRetrying } from './failure-words.ts';

export interface FailureNoteProps {
  readonly failure: Failure;
  readonly retry?: () => void;
}

/** What happened, that the bag is kept, one next step, and an associate. */
export function FailureNote({ failure, retry }: FailureNoteProps) {
  const { t } = useTranslation();
  const bagKept = useKiosk((kiosk) => (kiosk.session?.cart.pieces ?? 0) > 0);
  const keys = failureKeys(failure);
  return (
    <div className={styles.note} role="alert" data-testid="error-message" data-kind={failure.kind}>
      <p className={styles.what}>{t(keys.what, keys.values)}</p>
      <p>
        {t(keys.next, keys.values)} {bagKept && t('error.bagKept')}
      </p>
      <div className={styles.steps}>
        {retry && worthRetrying(failure) && (
          <Button kind="pill" onClick={retry} testId="error-retry">
            {t('error.retry')}
          </Button>
        )}
        <Button kind="pill" icon="help" onClick={() => void callAssociate(failure.reason ?? failure.kind)}>
          {t('bar.associate')}
        </Button>
      </div>
    </div>
  );
}
