import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { Shell } from '../app/Shell.tsx';
import { back } from '../app/view-store.ts';
import { heldForTrial } from '../reserve/held.ts';
import { ReservationCard } from '../reserve/ReservationCard.tsx';
import { Button } from '../shared/Button.tsx';
import { callKiosk } from '../shared/bridge.ts';
import { FailureNote } from '../shared/FailureNote.tsx';
import { SectionHeading } from '../shared/SectionHeading.tsx';
import { Skeleton } from '../shared/Skeleton.tsx';
import { LinkOver } from './LinkOver.tsx';
import { Paid } from './Paid.tsx';
import { PaymentLink } from './PaymentLink.tsx';
import styles from './PayScreen.module.css';
import { usePayment } from './use-payment.ts';

export function PayScreen() {
  const { t } = useTranslation();
  const { payment, failure, silent, again } = usePayment();
  const reservations = useKiosk((kiosk) => kiosk.session?.reservations);
  const held = heldForTrial(reservations ?? []);
  if (payment?.state === 'paid') {
    return (
      <Shell backTo="none" testId="pay-screen">
        <Paid payment={payment} />
      </Shell>
    );
  }
  const notNow = (): void => {
    if (payment?.state === 'open') void callKiosk('payment.cancel', {});
    back();
  };
  return (
    <Shell
      backTo="none"
      testId="pay-screen"
      topEnd={
        <Button kind="pill" icon="close" testId="pay-not-now" onClick={notNow}>
          {t('pay.notNow')}
        </Button>
      }
    >
      <div className={styles.pay}>
        <h1>{t('pay.title')}</h1>
        {failure && <FailureNote failure={failure} retry={again} />}
        {!payment && !failure && <Skeleton />}
        {payment?.state === 'open' && <PaymentLink payment={payment} silent={silent} onExpired={again} />}
        {(payment?.state === 'expired' || payment?.state === 'cancelled') && <LinkOver onAgain={again} />}
        {held.length > 0 && (
          <section>
            <SectionHeading title={t('reserve.held')} />
            {held.map((each) => (
              <ReservationCard key={each.reservationId} reservation={each} />
            ))}
          </section>
        )}
        <p className={styles.promise}>{t('pay.promise')}</p>
      </div>
    </Shell>
  );
}
