/** @jsxImportSource hono/jsx */
import type { ProductSummary } from '../../../contracts/catalogue.ts';
import { money, type PageContext, pictureUrl } from '../page-context.ts';

type Words = Pick<PageContext, 't' | 'language'>;

export function Picture({
  source,
  alt,
  eager,
}: {
  readonly source: string | null;
  readonly alt: string;
  readonly eager?: boolean;
}) {
  return (
    <span class="frame">
      {source === null ? null : (
        <img
          src={pictureUrl(source)}
          alt={alt}
          width={600}
          height={750}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
        />
      )}
    </span>
  );
}

/** '4 here', 'last one', 'not here now': green while there is plenty, rust when it is scarce. */
export function StockWord({ context, available }: { readonly context: Words; readonly available: number }) {
  const { t } = context;
  if (available <= 0) return <span class="stock stock-none">{t('stock.none')}</span>;
  if (available === 1) return <span class="stock stock-scarce">{t('stock.last')}</span>;
  const word = available > 9 ? t('stock.plenty') : t('stock.here', { count: available });
  return <span class={available <= 2 ? 'stock stock-scarce' : 'stock stock-here'}>{word}</span>;
}

export function Price({
  context,
  price,
  compareAt,
  currency,
}: {
  readonly context: Words;
  readonly price: number;
  readonly compareAt: number | null;
  readonly currency: string;
}) {
  return (
    <span class="price">
      {money(context, price, currency)}
      {compareAt !== null && compareAt > price ? (
        <>
          {' '}
          <s>
            <span class="visually-hidden">{context.t('price.before')} </span>
            {money(context, compareAt, currency)}
          </s>
        </>
      ) : null}
    </span>
  );
}

export function ProductCard({
  context,
  item,
  eager,
}: {
  readonly context: Words;
  readonly item: ProductSummary;
  readonly eager?: boolean;
}) {
  return (
    <a class="card" href={`/products/${encodeURIComponent(item.handle)}?sku=${encodeURIComponent(item.sku)}`}>
      <Picture source={item.image} alt="" eager={eager ?? false} />
      <span class="card-title">{item.title}</span>
      <span class="card-foot">
        <Price
          context={context}
          price={item.price}
          compareAt={item.compareAtPrice}
          currency={item.currency}
        />
        <StockWord context={context} available={item.availableHere} />
      </span>
    </a>
  );
}

export function ProductGrid({
  context,
  items,
  eager,
}: {
  readonly context: Words;
  readonly items: readonly ProductSummary[];
  /** Pictures above the fold are loaded at once. */
  readonly eager?: number;
}) {
  return (
    <div class="grid">
      {items.map((item, index) => (
        <ProductCard key={item.handle} context={context} item={item} eager={index < (eager ?? 0)} />
      ))}
    </div>
  );
}
