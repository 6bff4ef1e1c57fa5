/** @jsxImportSource hono/jsx */
import type { Store } from '../../../contracts/store.ts';
import { ShopPage } from '../components/layout.tsx';
import { hoursToday, minutesAsClock, type PageContext } from '../page-context.ts';

export function ShopsPage({
  context,
  stores,
  now,
}: {
  readonly context: PageContext;
  readonly stores: readonly Store[];
  readonly now: number;
}) {
  const { t, language } = context;
  return (
    <ShopPage context={context} title={t('shops.title')}>
      <h1>{t('shops.headline')}</h1>
      <p class="lead">{t('shops.lead')}</p>
      <form method="post" action="/shops" class="shops">
        {stores.map((store) => {
          const hours = hoursToday(store, now);
          const here = store.storeId === context.store.storeId;
          return (
            <button
              key={store.storeId}
              class={here ? 'shop-card shop-here' : 'shop-card'}
              type="submit"
              name="storeId"
              value={store.storeId}
              aria-pressed={here ? 'true' : 'false'}
            >
              <strong>{store.name}</strong>
              <span class="soft">{store.address}</span>
              <span>
                {hours === null
                  ? t('store.closed-today')
                  : t('store.hours', {
                      opens: minutesAsClock(language, hours.opens),
                      closes: minutesAsClock(language, hours.closes),
                    })}
              </span>
              {here ? <span class="stock stock-here">{t('shops.here')}</span> : null}
            </button>
          );
        })}
      </form>
    </ShopPage>
  );
}
