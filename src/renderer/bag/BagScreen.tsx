import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { Shell } from '../app/Shell.tsx';
import { go } from '../app/view-store.ts';
import { heldForTrial } from '../reserve/held.ts';
import { ReservationCard } from '../reserve/ReservationCard.tsx';
import { tryOn } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { SectionHeading } from '../shared/SectionHeading.tsx';
import { StockAge } from '../shared/StockAge.tsx';
import { Totals } from '../shared/Totals.tsx';
import { BagLine } from './BagLine.tsx';
import { BagNotes } from './BagNotes.tsx';
import styles from './BagScreen.module.css';
import { EmptyBag } from './EmptyBag.tsx';
import { Offers } from './Offers.tsx';

export function BagScreen() {
  const { t } = useTranslation();
  const session = useKiosk((kiosk) => kiosk.session);
  if (!session) return null;
  const { cart, notes, reservations } = session;
  const held = heldForTrial(reservations);
  const heldSkus = new Set(held.map((reservation) => reservation.sku));
  const triable = cart.lines.filter((line) => line.availableHere > 0 && !heldSkus.has(line.sku));
  return (
    <Shell testId="bag">
      <div className={styles.bag}>
        <div className={styles.lines}>
          <SectionHeading top title={t('bag.title')} aside={<StockAge />} />
          {cart.lines.length === 0 ? (
            <EmptyBag />
          ) : (
            <ul>
              {cart.lines.map((line) => (
                <BagLine key={line.sku} line={line} currency={cart.currency} />
              ))}
            </ul>
          )}
          <BagNotes notes={notes} cart={cart} />
          {held.length > 0 && (
            <section>
              <SectionHeading title={t('reserve.held')} />
              {held.map((reservation) => (
                <ReservationCard key={reservation.reservationId} reservation={reservation} />
              ))}
            </section>
          )}
        </div>
        {cart.lines.length > 0 && (
          <aside className={styles.sum}>
            <Offers cart={cart} />
            <Totals {...cart} offerTitle={cart.offer?.title ?? null} />
            <p className={styles.taxes}>{t('bag.taxes')}</p>
            <Button kind="primary" icon="phone" testId="pay" onClick={() => go({ name: 'pay' })}>
              {t('bag.pay')}
            </Button>
            {triable.length > 0 && (
              <Button
                kind="plain"
                icon="hanger"
                testId="bag-try-on"
                onClick={() => void tryOn(triable.map((line) => line.sku))}
              >
                {t('bag.tryOn', { count: triable.length })}
              </Button>
            )}
          </aside>
        )}
      </div>
    </Shell>
  );
}
