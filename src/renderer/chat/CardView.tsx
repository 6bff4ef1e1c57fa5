import { useTranslation } from 'react-i18next';
import type { Card } from '../../contracts/card.ts';
import { assertNever } from '../../contracts/result.ts';
import { go } from '../app/view-store.ts';
import { ReservationCard } from '../reserve/ReservationCard.tsx';
import { openProduct } from '../session/actions.ts';
import { LookCard } from '../session/LookCard.tsx';
import { Button } from '../shared/Button.tsx';
import { NearbyShops } from '../shared/NearbyShops.tsx';
import { ProductCard } from '../shared/ProductCard.tsx';
import { ProductGrid } from '../shared/ProductGrid.tsx';
import { Totals } from '../shared/Totals.tsx';
import { useFormat } from '../shared/use-format.ts';
import { FulfilmentList } from './FulfilmentList.tsx';
import { LoyaltyCard } from './LoyaltyCard.tsx';
import { OfferList } from './OfferList.tsx';
import { OrderList } from './OrderList.tsx';
import { Panel } from './Panel.tsx';
import { PhoneLinkCard } from './PhoneLinkCard.tsx';
import { PlanCard } from './PlanCard.tsx';
import { StockTable } from './StockTable.tsx';
import { StoreCard } from './StoreCard.tsx';

const productsShown = 6;

/** What the agent shows instead of telling. */
export function CardView({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (card.type) {
    case 'products':
      return (
        <ProductGrid columns={3}>
          {card.items.slice(0, productsShown).map((item) => (
            <ProductCard key={item.handle} item={item} onOpen={openProduct} />
          ))}
        </ProductGrid>
      );
    case 'bundle':
      return <LookCard title={card.title} items={card.items} total={card.total} currency={card.currency} />;
    case 'stock':
      return <StockTable title={card.title} figures={card.figures} />;
    case 'nearby':
      return (
        <Panel title={card.title}>
          <NearbyShops shops={card.stores} />
        </Panel>
      );
    case 'store':
      return <StoreCard store={card.store} />;
    case 'cart':
      return (
        <Panel title={t('bag.title')}>
          <Totals {...card} />
          <Button kind="plain" icon="bag" onClick={() => go({ name: 'bag' })}>
            {t('bag.open')}
          </Button>
        </Panel>
      );
    case 'reservations':
      return card.items.map((item) => <ReservationCard key={item.reservationId} reservation={item} />);
    case 'payment':
      return (
        <Panel title={t('pay.title')}>
          <p>{format.money(card.payment.amount, card.payment.currency)}</p>
          <Button kind="primary" icon="phone" testId="card-pay" onClick={() => go({ name: 'pay' })}>
            {t('pay.showCode')}
          </Button>
        </Panel>
      );
    case 'phone-link':
      return <PhoneLinkCard link={card.link} />;
    case 'loyalty':
      return <LoyaltyCard loyalty={card.loyalty} />;
    case 'offers':
      return <OfferList offers={card.items} />;
    case 'fulfilment':
      return <FulfilmentList options={card.options} />;
    case 'orders':
      return <OrderList orders={card.items} />;
    case 'plan':
      return <PlanCard plan={card.plan} />;
    default:
      return assertNever(card);
  }
}
