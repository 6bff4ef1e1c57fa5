import { useTranslation } from 'react-i18next';
import type { ReservationView } from '../../contracts/reservation.ts';
import { useFormat } from '../shared/use-format.ts';
import { HoldClock } from './HoldClock.tsx';

/** Where the piece is and how long it is held: waiting, on its way, with the shopper, or no longer held. */
export function HoldState({ reservation }: { readonly reservation: ReservationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, fittingRoom: room, createdAt, expiresAt } = reservation;
  const clock = <HoldClock createdAt={createdAt} expiresAt={expiresAt} />;
  if (state === 'requested') return clock;
  const words =
    state === 'picked' && room !== null
      ? t('reserve.state.pickedRoom', { room })
      : t(`reserve.state.${state}`, { time: format.time(expiresAt) });
  return (
    <>
      <p data-testid="hold-state">{words}</p>
      {state === 'picked' && clock}
    </>
  );
}
