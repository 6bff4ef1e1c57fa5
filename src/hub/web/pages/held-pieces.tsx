/** @jsxImportSource hono/jsx */
import type { ReservationView } from '../../../contracts/reservation.ts';
import { Picture } from '../components/product-card.tsx';
import { clockTime, type PageContext } from '../page-context.ts';

export interface HeldProps {
  readonly context: PageContext;
  readonly held: readonly ReservationView[];
}

export function HeldPieces({ context, held }: HeldProps) {
  const { t } = context;
  return (
    <section id="held">
      <h2>{t('held.title')}</h2>
      <ul class="bag-lines">
        {held.map((hold) => (
          <li class="bag-line held" key={hold.reservationId}>
            <Picture source={hold.image} alt="" />
            <div class="bag-line-words">
              <p class="card-title">
                {hold.title}
                {hold.size ? `, ${hold.size}` : ''}
              </p>
              <p class="soft">
                {t('held.number', { number: hold.number })}
                {hold.fittingRoom === null ? '' : ` · ${t('held.room', { room: hold.fittingRoom })}`}
              </p>
              <p class="soft">{whereabouts(context, hold)}</p>
            </div>
            <form method="post" action="/holds/cancel">
              <input type="hidden" name="reservationId" value={hold.reservationId} />
              <button class="button small" type="submit">
                {t('held.let-go')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a held piece is: waiting until a time, on its way, or with the shopper. */
function whereabouts({ t, language, store }: PageContext, hold: ReservationView): string {
  const time = clockTime(language, hold.expiresAt, store.timeZone);
  if (hold.state === 'handed-over') return t('held.with-you', { time });
  if (hold.state !== 'picked') return t('held.until', { time });
  return hold.fittingRoom === null
    ? t('held.on-its-way-any')
    : t('held.on-its-way', { room: hold.fittingRoom });
}
