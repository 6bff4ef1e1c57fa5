/** @jsxImportSource hono/jsx */
import type { Product, ProductSummary, Variant } from '../../../contracts/catalogue.ts';
import type { NearbyStock, StockFigure } from '../../../contracts/store.ts';
import { Icon } from '../components/icons.tsx';
import { ShopPage } from '../components/layout.tsx';
import { Picture, Price, ProductGrid, StockWord } from '../components/product-card.tsx';
import { clockTime, minutesAsClock, type PageContext, pictureUrl } from '../page-context.ts';

export interface ProductProps {
  readonly context: PageContext;
  readonly product: Product;
  readonly chosen: Variant;
  /** One figure a variant, in the visitor's shop. */
  readonly stock: readonly StockFigure[];
  readonly nearby: readonly NearbyStock[];
  readonly look: readonly ProductSummary[];
  /** Said after a change that worked. */
  readonly done: 'added' | 'held' | null;
}

export function ProductPage({ context, product, chosen, stock, nearby, look, done }: ProductProps) {
  const { t } = context;
  const figure = stock.find((one) => one.sku === chosen.sku);
  const available = figure?.available ?? 0;
  const image = chosen.image ?? product.images[0]?.source ?? null;
  return (
    <ShopPage context={context} title={product.title} scripts={['product.js']}>
      {done === null ? null : (
        <p class="notice" role="status">
          <Icon name="check" />
          {t(`product.${done}`)} <a href={done === 'added' ? '/bag' : '/bag#held'}>{t('product.see-bag')}</a>
        </p>
      )}
      <article class="product">
        <div class="product-picture">
          <Picture source={image} alt={`${product.title}, ${chosen.colour ?? ''}`} eager={true} />
        </div>
        <div class="product-words">
          <p class="eyebrow">
            {product.brand} · {product.productType}
          </p>
          <h1>{product.title}</h1>
          <p class="product-price">
            <Price
              context={context}
              price={chosen.price}
              compareAt={chosen.compareAtPrice}
              currency={product.currency}
            />
            <span class="soft"> {t('price.taxes')}</span>
          </p>
          <p class="lead">{product.description}</p>
          <Colours context={context} product={product} chosen={chosen} />
          <Sizes context={context} product={product} chosen={chosen} stock={stock} />
          <div class="stock-card">
            <p>
              <StockWord context={context} available={available} />
              <strong> {context.store.name}</strong>
            </p>
            <p class="soft">
              {figure?.location ? `${figure.location} · ` : ''}
              {figure
                ? t('stock.as-of', { time: clockTime(context.language, figure.asOf, context.store.timeZone) })
                : t('stock.unknown')}
            </p>
            {available > 0 ? null : <Nearby context={context} nearby={nearby} />}
          </div>
          <div class="product-actions">
            <form method="post" action="/bag/add">
              <input type="hidden" name="sku" value={chosen.sku} />
              <button class="button filled wide" type="submit">
                <Icon name="plus" />
                {t('product.add')}
              </button>
            </form>
            <form method="post" action="/holds">
              <input type="hidden" name="sku" value={chosen.sku} />
              <button class="button wide" type="submit" disabled={available === 0}>
                <Icon name="hanger" />
                {t('product.try')}
              </button>
            </form>
          </div>
          <p class="fine">{t('product.try-note', { shop: context.store.name })}</p>
        </div>
      </article>
      {look.length === 0 ? null : (
        <section>
          <h2>{t('product.look')}</h2>
          <ProductGrid context={context} items={look} />
        </section>
      )}
    </ShopPage>
  );
}

const hrefOf = (variant: Variant): string =>
  `/products/${encodeURIComponent(variant.handle)}?sku=${encodeURIComponent(variant.sku)}`;

function Colours({ context, product, chosen }: Pick<ProductProps, 'context' | 'product' | 'chosen'>) {
  const colours = [...new Set(product.variants.map((one) => one.colour))].filter((one) => one !== null);
  if (colours.length < 2) return null;
  return (
    <fieldset class="options">
      <legend>
        {context.t('product.colour')} <span class="soft">{chosen.colour}</span>
      </legend>
      <div class="swatches">
        {colours.map((colour) => {
          const variant =
            product.variants.find((one) => one.colour === colour && one.size === chosen.size) ??
            product.variants.find((one) => one.colour === colour);
          if (!variant) return null;
          return (
            <a
              key={colour}
              class="swatch"
              href={hrefOf(variant)}
              aria-current={colour === chosen.colour ? 'true' : undefined}
            >
              {variant.image ? (
                <img src={pictureUrl(variant.image)} alt="" width={64} height={70} loading="lazy" />
              ) : null}
              <span>{colour}</span>
            </a>
          );
        })}
      </div>
    </fieldset>
  );
}

function Sizes({
  context,
  product,
  chosen,
  stock,
}: Pick<ProductProps, 'context' | 'product' | 'chosen' | 'stock'>) {
  const variants = product.variants.filter((one) => one.colour === chosen.colour && one.size !== null);
  if (variants.length === 0) return null;
  const available = new Map(stock.map((figure) => [figure.sku, figure.available]));
  return (
    <fieldset class="options">
      <legend>{context.t('product.size')}</legend>
      <div class="sizes">
        {variants.map((variant) => {
          const here = available.get(variant.sku) ?? 0;
          return (
            <a
              key={variant.sku}
              class={here > 0 ? 'size' : 'size size-none'}
              href={hrefOf(variant)}
              aria-current={variant.sku === chosen.sku ? 'true' : undefined}
            >
              {variant.size}
              {here > 0 ? null : <span class="visually-hidden"> {context.t('stock.none')}</span>}
            </a>
          );
        })}
      </div>
    </fieldset>
  );
}

function Nearby({ context, nearby }: Pick<ProductProps, 'context' | 'nearby'>) {
  const { t } = context;
  if (nearby.length === 0) return <p>{t('stock.nowhere')}</p>;
  return (
    <ul class="nearby">
      {nearby.slice(0, 3).map(({ store, available, distanceMetres, openUntil }) => (
        <li key={store.storeId}>
          <strong>{store.name}</strong>{' '}
          <span class="soft">
            {t('stock.here', { count: available })} ·{' '}
            {t('stock.distance', {
              km: new Intl.NumberFormat(context.language, { maximumFractionDigits: 1 }).format(
                distanceMetres / 1000,
              ),
            })}
            {openUntil === null
              ? ''
              : ` · ${t('store.open-until', { time: minutesAsClock(context.language, openUntil) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
