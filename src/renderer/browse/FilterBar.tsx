import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchQuery, SearchResult } from '../../contracts/catalogue.ts';
import { Button } from '../shared/Button.tsx';
import { departmentName } from '../shared/department-name.ts';
import { useFormat } from '../shared/use-format.ts';
import { ChoiceSheet } from './ChoiceSheet.tsx';
import styles from './FilterBar.module.css';
import { type PriceBand, priceBands, withBand } from './price-bands.ts';

type Facets = SearchResult['facets'];
type FacetName = keyof Facets;

const facetNames: readonly FacetName[] = ['department', 'productType', 'size', 'colour'];

export interface FilterBarProps {
  readonly query: SearchQuery;
  readonly facets: Facets | null;
  readonly onChange: (query: SearchQuery) => void;
  /** ISO 4217, of the price bands. */
  readonly currency: string;
}

/** One pill a filter; each opens its choices with how many there are. */
export function FilterBar({ query, facets, onChange, currency }: FilterBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<FacetName | 'price' | null>(null);

  const choose = (name: FacetName, value: string | null): void => {
    const { [name]: _before, ...rest } = query;
    onChange(value === null ? rest : { ...rest, [name]: value });
    setOpen(null);
  };
  const shown = (name: FacetName, value: string): string =>
    name === 'department' ? departmentName(t, value) : value;
  const bandName = (band: PriceBand): string => {
    if (band.to === null) return t('filter.over', { price: format.money(band.from ?? 0, currency) });
    if (band.from === null) return t('filter.under', { price: format.money(band.to, currency) });
    return `${format.money(band.from, currency)} – ${format.money(band.to, currency)}`;
  };
  const band =
    query.minimumPrice === undefined && query.maximumPrice === undefined
      ? null
      : { from: query.minimumPrice ?? null, to: query.maximumPrice ?? null };
  const filtered = facetNames.some((name) => query[name]) || band !== null || query.inStock === true;

  return (
    <fieldset className={styles.bar} aria-label={t('filter.label')}>
      <Button
        kind="pill"
        icon="check"
        pressed={query.inStock === true}
        testId="filter-in-stock"
        onClick={() => {
          const { inStock: before, ...rest } = query;
          onChange(before ? rest : { ...rest, inStock: true });
        }}
      >
        {t('filter.here')}
      </Button>
      {facetNames.map((name) => {
        const value = query[name];
        return (
          <Button
            key={name}
            kind="pill"
            pressed={value !== undefined}
            testId={`filter-${name}`}
            onClick={() => setOpen(name)}
          >
            {value === undefined ? t(`filter.${name}`) : shown(name, value)}
          </Button>
        );
      })}
      <Button kind="pill" pressed={band !== null} testId="filter-price" onClick={() => setOpen('price')}>
        {band ? bandName(band) : t('filter.price')}
      </Button>
      {filtered && (
        <Button
          kind="pill"
          icon="close"
          testId="filter-clear"
          onClick={() => onChange(query.text ? { text: query.text } : {})}
        >
          {t('filter.clear')}
        </Button>
      )}
      {open !== null && open !== 'price' && (
        <ChoiceSheet
          title={t(`filter.${open}`)}
          chosen={query[open] ?? null}
          choices={(facets?.[open] ?? []).map(({ value, count }) => ({
            value,
            name: shown(open, value),
            count,
          }))}
          onChoose={(value) => choose(open, value)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'price' && (
        <ChoiceSheet
          title={t('filter.price')}
          chosen={band ? bandName(band) : null}
          choices={priceBands(currency).map((each) => ({
            value: bandName(each),
            name: bandName(each),
            count: null,
          }))}
          onChoose={(value) => {
            onChange(withBand(query, priceBands(currency).find((each) => bandName(each) === value) ?? null));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </fieldset>
  );
}
