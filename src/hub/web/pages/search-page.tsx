/** @jsxImportSource hono/jsx */
import type { SearchQuery, SearchResult } from '../../../contracts/catalogue.ts';
import { currencyDigits } from '../../../contracts/money.ts';
import { ShopPage } from '../components/layout.tsx';
import { ProductGrid } from '../components/product-card.tsx';
import type { PageContext } from '../page-context.ts';

export interface SearchProps {
  readonly context: PageContext;
  readonly query: SearchQuery;
  readonly result: SearchResult;
  readonly pageSize: number;
}

type Facet = 'department' | 'productType' | 'size' | 'colour';
const facets: readonly Facet[] = ['department', 'productType', 'size', 'colour'];
const shownValues = 14;
/** Limits that the price filter offers, in whole currency units. */
const priceLimits = [1000, 2000, 3500, 5000, 10_000];

export function SearchPage({ context, query, result, pageSize }: SearchProps) {
  const { t } = context;
  const offset = query.offset ?? 0;
  const chosen = facets.filter((facet) => query[facet] !== undefined).length + (query.maximumPrice ? 1 : 0);
  return (
    <ShopPage context={context} title={query.text || t('search.title')} here="search">
      <form class="search" action="/search">
        <div class="search-head">
          <h1>{query.text ? `“${query.text}”` : headline(context, query)}</h1>
          <p class="soft">
            {t('search.count', { count: result.total })}
            {result.corrections.map((one) => (
              <span key={one.from}> · {t('search.corrected', { from: one.from, to: one.to })}</span>
            ))}
          </p>
          <input
            type="search"
            name="text"
            value={query.text ?? ''}
            class="field"
            maxlength={200}
            placeholder={t('search.placeholder')}
            aria-label={t('search.label')}
          />
        </div>
        <details class="filters">
          <summary class="pill quiet">
            {t('search.filters')}
            {chosen > 0 ? ` · ${chosen}` : ''}
          </summary>
          <div class="filter-groups">
            {facets.map((facet) => (
              <FacetGroup key={facet} context={context} facet={facet} query={query} result={result} />
            ))}
            <label class="filter">
              <span>{t('search.price')}</span>
              <select name="maximumPrice" class="field">
                <option value="">{t('search.any-price')}</option>
                {priceLimits.map((limit) => {
                  const minor = limit * 10 ** currencyDigits(context.bag.currency);
                  return (
                    <option key={limit} value={`${minor}`} selected={query.maximumPrice === minor}>
                      {t('search.under', {
                        price: new Intl.NumberFormat(context.language).format(limit),
                      })}
                    </option>
                  );
                })}
              </select>
            </label>
            <label class="filter">
              <span>{t('search.sort')}</span>
              <select name="sort" class="field">
                {(['relevance', 'price-ascending', 'price-descending', 'newest'] as const).map((sort) => (
                  <option key={sort} value={sort} selected={query.sort === sort}>
                    {t(`search.sort-${sort}`)}
                  </option>
                ))}
              </select>
            </label>
            <label class="check">
              <input type="checkbox" name="inStock" value="true" checked={query.inStock === true} />
              {t('search.in-stock', { shop: context.store.name })}
            </label>
            {query.occasion ? <input type="hidden" name="occasion" value={query.occasion} /> : null}
            <div class="filter-actions">
              <button class="button filled" type="submit">
                {t('search.show')}
              </button>
              <a class="button" href="/search">
                {t('search.clear')}
              </a>
            </div>
          </div>
        </details>
      </form>
      {result.items.length === 0 ? (
        <div class="empty">
          <p class="lead">{t('search.nothing')}</p>
          <a class="button" href="/chat">
            {t('search.ask-instead')}
          </a>
        </div>
      ) : (
        <ProductGrid context={context} items={result.items} eager={4} />
      )}
      <nav class="pager" aria-label={t('search.pages')}>
        {offset > 0 ? (
          <a class="button" rel="prev" href={pageHref(query, Math.max(0, offset - pageSize))}>
            {t('search.previous')}
          </a>
        ) : null}
        {offset + result.items.length < result.total ? (
          <a class="button" rel="next" href={pageHref(query, offset + pageSize)}>
            {t('search.next')}
          </a>
        ) : null}
      </nav>
    </ShopPage>
  );
}

function headline({ t }: PageContext, query: SearchQuery): string {
  if (query.productType) return query.productType;
  if (query.occasion) return query.occasion;
  if (query.department) return t(`department.${query.department}`);
  return t('search.title');
}

function FacetGroup({
  context,
  facet,
  query,
  result,
}: {
  readonly context: PageContext;
  readonly facet: Facet;
  readonly query: SearchQuery;
  readonly result: SearchResult;
}) {
  const chosen = query[facet];
  const values = result.facets[facet].slice(0, shownValues);
  const withChosen =
    chosen !== undefined && !values.some((one) => one.value === chosen)
      ? [{ value: chosen, count: 0 }, ...values]
      : values;
  if (withChosen.length === 0) return null;
  return (
    <fieldset class="filter">
      <legend>{context.t(`search.facet.${facet}`)}</legend>
      <div class="chips">
        <label class="choice">
          <input type="radio" name={facet} value="" checked={chosen === undefined} />
          <span>{context.t('search.any')}</span>
        </label>
        {withChosen.map(({ value, count }) => (
          <label class="choice" key={value}>
            <input type="radio" name={facet} value={value} checked={chosen === value} />
            <span>
              {facet === 'department' ? context.t(`department.${value}`) : value}
              {count > 0 ? <small> {count}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function pageHref(query: SearchQuery, offset: number): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, offset })) {
    if (name !== 'limit' && value !== undefined) parameters.set(name, String(value));
  }
  return `/search?${parameters}`;
}
