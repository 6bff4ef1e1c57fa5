import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../contracts/catalogue.ts';
import type { StockFigure } from '../../contracts/store.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { addToBag, tryOn } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { Picture } from '../shared/Picture.tsx';
import { Price } from '../shared/Price.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import { type Choice, firstChoice, makeMatrix } from './matrix.ts';
import styles from './ProductDetail.module.css';
import { SizeChoice } from './SizeChoice.tsx';
import { StockPanel } from './StockPanel.tsx';

export interface ProductDetailProps {
  readonly product: Product;
  readonly stock: readonly StockFigure[];
  readonly sku: string | null;
}

export function ProductDetail({ product, stock, sku }: ProductDetailProps) {
  const { t } = useTranslation();
  const usualSize = useKiosk((kiosk) => kiosk.session?.preferences.sizes[product.productType]);
  const hasSession = useKiosk((kiosk) => kiosk.session !== null);
  const [choice, setChoice] = useState<Choice>(() => firstChoice(product, stock, sku, usualSize ?? null));
  const [busy, setBusy] = useState(false);
  const { sizes, colours, variant, figure } = makeMatrix(product, stock, choice);
  const here = figure?.available ?? 0;
  const during = async (work: Promise<void>): Promise<void> => {
    setBusy(true);
    await work.finally(() => setBusy(false));
  };
  return (
    <article className={styles.detail}>
      <div className={styles.picture}>
        <Picture
          key={variant?.image}
          source={variant?.image ?? product.images[0]?.source ?? null}
          alt={[product.title, choice.colour].filter(Boolean).join(', ')}
        />
      </div>
      <div className={styles.words}>
        <h1>
          <bdi>{product.title}</bdi>
        </h1>
        {variant && (
          <p className={styles.price}>
            <Price price={variant.price} compareAt={variant.compareAtPrice} currency={product.currency} />
          </p>
        )}
        <p className={styles.description}>
          <bdi>{product.description}</bdi>
        </p>
        <StockPanel
          variant={variant}
          figure={figure}
          sizes={sizes}
          onSize={(size) => setChoice({ ...choice, size })}
        />
        {colours.length > 0 && (
          <ColourChoice
            colours={colours}
            chosen={choice.colour}
            onChoose={(colour) => setChoice({ ...choice, colour })}
          />
        )}
      </div>
      <div className={styles.choices}>
        {sizes.length > 0 && (
          <SizeChoice
            sizes={sizes}
            chosen={choice.size}
            usual={usualSize ?? null}
            onChoose={(size) => setChoice({ ...choice, size })}
          />
        )}
        <div className={styles.actions}>
          <Button
            kind="primary"
            icon="hanger"
            testId="try-on"
            busy={busy}
            disabled={!variant || here === 0 || !hasSession}
            onClick={() => variant && void during(tryOn([variant.sku]))}
          >
            {t('product.tryOn')}
          </Button>
          <Button
            kind="plain"
            icon="plus"
            testId="add-to-bag"
            busy={busy}
            disabled={!variant || !hasSession}
            onClick={() => variant && void during(addToBag(variant.sku, product.title))}
          >
            {t('product.add')}
          </Button>
        </div>
      </div>
    </article>
  );
}
