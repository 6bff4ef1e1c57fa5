import { useTranslation } from 'react-i18next';
import type { Payment } from '../../contracts/payment.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { complain, notify } from '../app/view-store.ts';
import { callAssociate } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { callKiosk } from '../shared/bridge.ts';
import { QrImage } from '../shared/QrImage.tsx';
import { useFormat } from '../shared/use-format.ts';
import { useNow } from '../shared/use-now.ts';
import { LinkOver } from './LinkOver.tsx';
import styles from './PaymentLink.module.css';

export interface PaymentLinkProps {
  readonly payment: Payment;
  readonly silent: boolean;
  readonly onExpired: () => void;
}

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '');

async function sendToPhone(): Promise<void> {
  const answer = await callKiosk('payment.send', {});
  if (answer.ok) notify({ key: 'notice.linkSent' });
  else complain({ failure: answer.failure, retry: () => void sendToPhone() });
}

export function PaymentLink({ payment, silent, onExpired }: PaymentLinkProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = useKiosk((kiosk) => kiosk.session?.trust === 'restored' && kiosk.session.customer !== null);
  const { redeemed } = payment;
  const left = Date.parse(payment.expiresAt) - useNow();
  if (left <= 0) return <LinkOver onAgain={onExpired} />;
  return (
    <>
      <section className={styles.link}>
        <div className={styles.code}>
          <QrImage text={payment.url} label={t('pay.qrLabel')} testId="payment-qr" />
        </div>
        <div className={styles.words}>
          <p className={styles.amount} data-testid="payment-amount">
            {format.money(payment.amount, payment.currency)}
          </p>
          <p className={styles.soft}>
            {payment.discount > 0
              ? t('pay.piecesSaved', {
                  count: payment.pieces,
                  saved: format.money(payment.discount, payment.currency),
                })
              : t('pay.pieces', { count: payment.pieces })}
          </p>
          {redeemed && (
            <p className={styles.soft} data-testid="payment-points">
              {t('member.points', { count: redeemed.points, points: format.number(redeemed.points) })}{' '}
              {format.money(-redeemed.worth, payment.currency)}
            </p>
          )}
          <p className={styles.url} dir="ltr" data-testid="payment-link" data-url={payment.url}>
            {withoutScheme(payment.url)}
          </p>
          <p className={styles.waiting} role="timer" data-silent={silent}>
            <span aria-hidden="true" />
            {t('pay.waiting', { left: format.countdown(left) })}
          </p>
          {silent && (
            <p className={styles.silent} role="status" data-testid="payment-silent">
              {t('pay.silent')}
            </p>
          )}
        </div>
      </section>
      <div className={styles.others}>
        {known && (
          <Button kind="plain" icon="send" testId="payment-send" onClick={() => void sendToPhone()}>
            {t('pay.send')}
          </Button>
        )}
        <Button
          kind="plain"
          icon="help"
          testId="payment-associate"
          onClick={() => void callAssociate('payment')}
        >
          {t('pay.withAssociate')}
        </Button>
      </div>
    </>
  );
}
