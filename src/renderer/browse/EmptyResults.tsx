import { useTranslation } from 'react-i18next';
import type { SearchQuery } from '../../contracts/catalogue.ts';
import { callAssociate } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { Icon } from '../shared/Icon.tsx';
import styles from './EmptyResults.module.css';
import { withBand } from './price-bands.ts';

export interface EmptyResultsProps {
  readonly query: SearchQuery;
  readonly onChange: (query: SearchQuery) => void;
}

/** Nothing matches: say so and offer what would bring something. */
export function EmptyResults({ query, onChange }: EmptyResultsProps) {
  const { t } = useTranslation();
  const { inStock, size, ...withoutSize } = query;
  const priced = query.minimumPrice !== undefined || query.maximumPrice !== undefined;
  return (
    <section className={styles.empty} data-testid="browse-empty">
      <span className={styles.mark}>
        <Icon name="hanger" />
      </span>
      <h2>{t('browse.emptyTitle')}</h2>
      <p>{t('browse.emptyText')}</p>
      <div className={styles.steps}>
        {inStock && (
          <Button
            kind="plain"
            onClick={() => onChange(size === undefined ? withoutSize : { ...withoutSize, size })}
          >
            {t('browse.otherShops')}
          </Button>
        )}
        {size !== undefined && (
          <Button kind="plain" onClick={() => onChange(inStock ? { ...withoutSize, inStock } : withoutSize)}>
            {t('browse.anySize')}
          </Button>
        )}
        {priced && (
          <Button kind="plain" onClick={() => onChange(withBand(query, null))}>
            {t('browse.anyPrice')}
          </Button>
        )}
        <Button kind="plain" onClick={() => onChange({})}>
          {t('browse.all')}
        </Button>
        <Button kind="plain" icon="help" onClick={() => void callAssociate('nothing found')}>
          {t('bar.associate')}
        </Button>
      </div>
    </section>
  );
}
