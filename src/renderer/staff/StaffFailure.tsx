import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contracts/result.ts';
import styles from './StaffFailure.module.css';
import { staffFailureKey } from './staff-words.ts';

export function StaffFailure({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation();
  return (
    <p className={styles.failure} role="alert" data-testid="error-message">
      {t(staffFailureKey(failure))}
    </p>
  );
}
