import { useTranslation } from 'react-i18next';
import type { ReservationView } from '../../contracts/reservation.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { Shell } from '../app/Shell.tsx';
import { go, restartAt } from '../app/view-store.ts';
import { Button } from '../shared/Button.tsx';
import { SectionHeading } from '../shared/SectionHeading.tsx';
import { useFormat } from '../shared/use-format.ts';
import { heldForTrial } from './held.ts';
import { ReservationCard } from './ReservationCard.tsx';
import styles from './ReservationsScreen.module.css';

/** The number to say in the fitting rooms, large; below it every piece that waits there. */
export function ReservationsScreen({ reservationId }: { readonly reservationId: string | null }) {
  const { t } = useTranslation();
  const reservations = useKiosk((kiosk) => kiosk.session?.reservations);
  const held = heldForTrial(reservations ?? []);
  const main = held.find((each) => each.reservationId === reservationId) ?? held[0];
  return (
    <Shell testId="reservations">
      {main ? (
        <section className={styles.main}>
          <div>
            <p className={styles.lead}>{t('reserve.title')}</p>
            <h1 className={styles.number} data-testid="reservation-number">
              {main.number}
            </h1>
          </div>
          <p className={styles.room}>
            {main.fittingRoom === null ? t('reserve.anyRoom') : t('reserve.room', { room: main.fittingRoom })}
          </p>
          <Whereabouts reservation={main} />
        </section>
      ) : (
        <section className={styles.none}>
          <h1>{t('reserve.noneTitle')}</h1>
          <p>{t('reserve.noneText')}</p>
        </section>
      )}
      {held.length > 0 && <SectionHeading title={t('reserve.held')} />}
      {held.map((each) => (
        <ReservationCard key={each.reservationId} reservation={each} />
      ))}
      <div className={styles.next}>
        <Button
          kind="plain"
          icon="home"
          testId="reservation-home"
          onClick={() => restartAt({ name: 'home' })}
        >
          {t('reserve.goOn')}
        </Button>
        <Button kind="primary" icon="bag" testId="reservation-bag" onClick={() => go({ name: 'bag' })}>
          {t('bag.open')}
        </Button>
      </div>
    </Shell>
  );
}

/** What happens with the piece now, in a sentence. */
function Whereabouts({ reservation }: { readonly reservation: ReservationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, fittingRoom: room, expiresAt } = reservation;
  if (state === 'handed-over') return <p>{t('reserve.withYou', { time: format.time(expiresAt) })}</p>;
  if (state !== 'picked') return <p>{t('reserve.brought')}</p>;
  return <p>{room === null ? t('reserve.onItsWayAny') : t('reserve.onItsWay', { room })}</p>;
}
