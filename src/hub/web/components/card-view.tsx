/** @jsxImportSource hono/jsx */
import type { Card } from '../../../contracts/card.ts';
import { assertNever } from '../../../contracts/result.ts';
import { calendarDay, clockTime, money, type PageContext } from '../page-context.ts';
import { PlanCard } from './plan-card.tsx';
import { ProductCard, StockWord } from './product-card.tsx';

type Words = Pick<PageContext, 't' | 'language' | 'store'>;

/** What the agent shows, on a web page. */
export function CardView({ context, card }: { readonly context: Words; readonly card: Card }) {
  const { t } = context;
  switch (card.type) {
    case 'products':
    case 'bundle':
      return (
        <div class="strip-cards">
          {card.items.map((item) => (
            <ProductCard key={item.sku} context={context} item={item} />
          ))}
          {card.type === 'bundle' ? (
            <p class="strip-total">
              {t('card.whole-look', { total: money(context, card.total, card.currency) })}
            </p>
          ) : null}
        </div>
      );
    case 'stock':
      return (
        <ul class="facts">
          {card.figures.map((figure) => (
            <li key={figure.sku}>
              <span>{[figure.size, figure.colour].filter(Boolean).join(' · ')}</span>
              <span class="soft">{figure.location ?? ''}</span>
              <StockWord context={context} available={figure.available} />
            </li>
          ))}
        </ul>
      );
    case 'nearby':
      return (
        <ul class="facts">
          {card.stores.map(({ store, available }) => (
            <li key={store.storeId}>
              <span>{store.name}</span>
              <StockWord context={context} available={available} />
            </li>
          ))}
        </ul>
      );
    case 'store':
      return (
        <p class="facts">
          <strong>{card.store.name}</strong>
          <br />
          <span class="soft">{card.store.address}</span>
        </p>
      );
    case 'cart':
      return (
        <a class="facts fact-link" href="/bag">
          {t('card.bag', { count: card.pieces, total: money(context, card.total, card.currency) })}
        </a>
      );
    case 'reservations':
      return (
        <ul class="facts">
          {card.items.map((hold) => (
            <li key={hold.reservationId}>
              <span>
                {hold.title}
                {hold.size ? `, ${hold.size}` : ''}
              </span>
              <span class="soft">
                {t('held.number', { number: hold.number })} ·{' '}
                {t('held.until', {
                  time: clockTime(context.language, hold.expiresAt, context.store.timeZone),
                })}
              </span>
            </li>
          ))}
        </ul>
      );
    case 'payment':
      return (
        <a class="facts fact-link" href={new URL(card.payment.url).pathname}>
          {t('card.pay', { total: money(context, card.payment.amount, card.payment.currency) })}
        </a>
      );
    case 'phone-link':
      return (
        <p class="facts" dir="ltr">
          {card.link.url}
        </p>
      );
    case 'loyalty':
      return (
        <p class="facts">
          {t('card.loyalty', { tier: t(`tier.${card.loyalty.tier}`), count: card.loyalty.points })}
        </p>
      );
    case 'offers':
      return (
        <ul class="facts">
          {card.items.map((offer) => (
            <li key={offer.code}>
              <strong>{offer.code}</strong>
              <span class="soft">{offer.title}</span>
            </li>
          ))}
        </ul>
      );
    case 'fulfilment':
      return (
        <ul class="facts">
          {card.options
            .filter(({ obstacle }) => obstacle === null)
            .map(({ method, fee, currency, by }) => (
              <li key={method}>
                <strong>{t(`pay.way.${method}`)}</strong>
                <span class="soft">
                  {by === null ? '' : calendarDay(context.language, by, context.store.timeZone)}
                </span>
                <span>{money(context, fee, currency)}</span>
              </li>
            ))}
        </ul>
      );
    case 'orders':
      return (
        <ul class="facts">
          {card.items.map((order) => (
            <li key={order.orderId}>
              <a href={`/orders/${encodeURIComponent(order.number)}`}>{order.number}</a>
              <span class="soft">
                {calendarDay(context.language, order.placedAt, context.store.timeZone)} ·{' '}
                {t(`order.state.${order.state}`)}
              </span>
            </li>
          ))}
        </ul>
      );
    case 'plan':
      return <PlanCard context={context} plan={card.plan} />;
    default:
      return assertNever(card);
  }
}
