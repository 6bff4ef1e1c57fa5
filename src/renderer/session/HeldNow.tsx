import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { heldForTrial } from '../reserve/held.ts';
import { ReservationCard } from '../reserve/ReservationCard.tsx';
import { SectionHeading } from '../shared/SectionHeading.tsx';

export function HeldNow() {
  const { t } = useTranslation();
  const reservations = useKiosk((kiosk) => kiosk.session?.reservations);
  const held = heldForTrial(reservations ?? []);
  if (held.length === 0) return null;
  return (
    <section>
      <SectionHeading title={t('reserve.held')} />
      {held.slice(0, 2).map((reservation) => (
        <ReservationCard key={reservation.reservationId} reservation={reservation} />
      ))}
    </section>
  );
}
