import { useTranslation } from 'react-i18next';
import type { Payment } from '../../contracts/payment.ts';
import { restartAt } from '../app/view-store.ts';
import { leaveNow } from '../end/leave.ts';
import { Button } from '../shared/Button.tsx';
import { Icon } from '../shared/Icon.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './Paid.module.css';

export function Paid({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.paid} role="status" data-testid="payment-paid">
      <span className={styles.mark}>
        <Icon name="check" />
      </span>
      <h1>{t('paid.title')}</h1>
      <p className={styles.amount}>{format.money(payment.amount, payment.currency)}</p>
      {payment.orderNumber && (
        <p className={styles.order} data-testid="order-number">
          {t('paid.order', { number: payment.orderNumber })}
        </p>
      )}
      <p>{t('paid.text')}</p>
      <div className={styles.next}>
        <Button kind="plain" testId="paid-more" onClick={() => restartAt({ name: 'home' })}>
          {t('paid.more')}
        </Button>
        <Button kind="primary" testId="paid-done" onClick={() => void leaveNow()}>
          {t('paid.done')}
        </Button>
      </div>
    </section>
  );
}
