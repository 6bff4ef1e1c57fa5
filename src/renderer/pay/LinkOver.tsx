import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import styles from './LinkOver.module.css';

export function LinkOver({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <section className={styles.over} data-testid="payment-over">
      <h2>{t('pay.overTitle')}</h2>
      <p>{t('pay.overText')}</p>
      <Button kind="primary" onClick={onAgain} testId="payment-again">
        {t('pay.newCode')}
      </Button>
    </section>
  );
}
