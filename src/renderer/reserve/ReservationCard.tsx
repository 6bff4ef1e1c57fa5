import { useTranslation } from 'react-i18next';
import { isActive, type ReservationView } from '../../contracts/reservation.ts';
import { go } from '../app/view-store.ts';
import { letGo } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { Picture } from '../shared/Picture.tsx';
import { HoldState } from './HoldState.tsx';
import styles from './ReservationCard.module.css';

export function ReservationCard({ reservation }: { readonly reservation: ReservationView }) {
  const { t } = useTranslation();
  const { title, size, number, fittingRoom } = reservation;
  const name = [title, size].filter(Boolean).join(', ');
  return (
    <article className={styles.card} data-testid="reservation-card">
      <button
        type="button"
        className={styles.picture}
        aria-label={t('reserve.show', { title })}
        onClick={() => go({ name: 'reservations', reservationId: reservation.reservationId })}
      >
        <Picture source={reservation.image} alt="" />
      </button>
      <div className={styles.words}>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p>
          {fittingRoom === null
            ? t('reserve.number', { number })
            : t('reserve.numberRoom', { number, room: fittingRoom })}
        </p>
        <HoldState reservation={reservation} />
      </div>
      {isActive(reservation) && (
        <div className={styles.actions}>
          <Button
            kind="pill"
            onClick={() => go({ name: 'product', handle: reservation.handle, sku: reservation.sku })}
          >
            {t('reserve.otherSize')}
          </Button>
          <Button
            kind="pill"
            testId="reservation-cancel"
            onClick={() => void letGo(reservation.reservationId)}
          >
            {t('reserve.letGo')}
          </Button>
        </div>
      )}
    </article>
  );
}
