import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchQuery } from '../../contracts/catalogue.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { Shell } from '../app/Shell.tsx';
import { Composer } from '../chat/Composer.tsx';
import { openProduct } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { departmentName } from '../shared/department-name.ts';
import { FailureNote } from '../shared/FailureNote.tsx';
import { ProductCard } from '../shared/ProductCard.tsx';
import { ProductGrid } from '../shared/ProductGrid.tsx';
import { StockAge } from '../shared/StockAge.tsx';
import styles from './BrowseScreen.module.css';
import { EmptyResults } from './EmptyResults.tsx';
import { FilterBar } from './FilterBar.tsx';
import { useResults } from './use-results.ts';

export function BrowseScreen({ initialQuery }: { readonly initialQuery: SearchQuery }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState<SearchQuery>(initialQuery);
  const { result, failure, more, again } = useResults(query);
  const session = useKiosk((kiosk) => kiosk.session);
  if (!session) return null;
  const heading = query.text
    ? t('browse.found', { text: query.text })
    : (query.productType ?? (query.department ? departmentName(t, query.department) : t('browse.all')));
  return (
    <Shell testId="browse" dock={<Composer />}>
      <div className={styles.browse}>
        <div className={styles.head}>
          <h1>{heading}</h1>
          {result && (
            <p role="status" data-testid="browse-total">
              {t('browse.count', { count: result.total })} · <StockAge />
            </p>
          )}
          {result && result.corrections.length > 0 && (
            <p className={styles.corrected} data-testid="browse-corrections">
              {result.corrections.map(({ from, to }) => t('browse.corrected', { from, to })).join(' ')}
            </p>
          )}
        </div>
        <FilterBar
          query={query}
          facets={result?.facets ?? null}
          currency={session.cart.currency}
          onChange={setQuery}
        />
        {failure && <FailureNote failure={failure} retry={again} />}
        {result && result.total === 0 ? (
          <EmptyResults query={query} onChange={setQuery} />
        ) : (
          <ProductGrid columns={3}>
            {result?.items.map((item) => (
              <ProductCard key={item.handle} item={item} onOpen={openProduct} />
            ))}
          </ProductGrid>
        )}
        {more && (
          <Button kind="plain" icon="down" testId="browse-more" onClick={more}>
            {t('browse.more')}
          </Button>
        )}
      </div>
    </Shell>
  );
}
