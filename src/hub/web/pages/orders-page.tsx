/** @jsxImportSource hono/jsx */
import type { Order } from '../../../contracts/order.ts';
import { ShopPage } from '../components/layout.tsx';
import { NoteList } from '../components/note-list.tsx';
import { calendarDay, clockTime, money, type PageContext } from '../page-context.ts';

export function OrdersPage({
  context,
  orders,
}: {
  readonly context: PageContext;
  readonly orders: readonly Order[];
}) {
  const { t } = context;
  return (
    <ShopPage context={context} title={t('orders.title')}>
      <div class="section-head">
        <h1>{t('orders.title')}</h1>
        {context.customer ? (
          <form method="post" action="/sign-out">
            <button class="link" type="submit">
              {t('orders.sign-out')}
            </button>
          </form>
        ) : null}
      </div>
      {context.customer ? (
        <p class="lead">
          {t('card.loyalty', {
            tier: t(`tier.${context.customer.loyalty.tier}`),
            count: context.customer.loyalty.points,
          })}
        </p>
      ) : null}
      {orders.length === 0 ? (
        <div class="empty">
          <p class="lead">{t('orders.none')}</p>
          <a class="button filled" href="/search">
            {t('bag.look-around')}
          </a>
        </div>
      ) : (
        <ul class="orders">
          {orders.map((order) => (
            <li key={order.orderId}>
              <a class="order" href={`/orders/${encodeURIComponent(order.number)}`}>
                <span>
                  <strong>{order.number}</strong>
                  <span class="soft">
                    {calendarDay(context.language, order.placedAt, context.store.timeZone)}
                  </span>
                </span>
                <span>{order.lines.map((line) => line.title).join(', ')}</span>
                <span class="order-end">
                  <span class="pill quiet">{t(`order.state.${order.state}`)}</span>
                  <strong>{money(context, order.total, order.currency)}</strong>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </ShopPage>
  );
}

export function OrderPage({ context, order }: { readonly context: PageContext; readonly order: Order }) {
  const { t, language, store } = context;
  return (
    <ShopPage context={context} title={order.number}>
      <section class="narrow">
        <p class="eyebrow">
          <a href="/orders">{t('orders.title')}</a>
        </p>
        <h1>{order.number}</h1>
        <ol class="progress">
          {order.events.map((event) => (
            <li key={event.at + event.state}>
              <strong>{t(`order.state.${event.state}`)}</strong>
              <span class="soft">
                {calendarDay(language, event.at, store.timeZone)},{' '}
                {clockTime(language, event.at, store.timeZone)}
              </span>
            </li>
          ))}
        </ol>
        <ul class="facts">
          {order.lines.map((line) => (
            <li key={line.sku}>
              <a href={`/products/${encodeURIComponent(line.handle)}`}>
                {line.quantity} × {line.title}
              </a>
              <span class="soft">{[line.size, line.colour].filter(Boolean).join(' · ')}</span>
              <span>{money(context, line.unitPrice * line.quantity, order.currency)}</span>
            </li>
          ))}
        </ul>
        <NoteList notes={order.notes} lines={order.lines} />
        <dl class="totals">
          {order.discount > 0 ? (
            <>
              <dt>{t('bag.discount')}</dt>
              <dd class="saves">−{money(context, order.discount, order.currency)}</dd>
            </>
          ) : null}
          {order.fulfilment ? (
            <>
              <dt>{t(`pay.way.${order.fulfilment.method}`)}</dt>
              <dd>{money(context, order.fulfilment.fee, order.currency)}</dd>
            </>
          ) : null}
          <dt class="total">{t('bag.total')}</dt>
          <dd class="total">{money(context, order.total, order.currency)}</dd>
        </dl>
      </section>
    </ShopPage>
  );
}
