import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { ProductCard } from '../shared/ProductCard.tsx';
import { ProductGrid } from '../shared/ProductGrid.tsx';
import { SectionHeading } from '../shared/SectionHeading.tsx';
import { StockAge } from '../shared/StockAge.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { openProduct } from './actions.ts';

const shown = 8;

export function MorePieces() {
  const { t } = useTranslation();
  const occasion = useKiosk((kiosk) => kiosk.session?.preferences.occasion);
  const inBag = useKiosk((kiosk) => kiosk.session?.cart.lines);
  const { value } = useAnswer('catalogue.recommend', { limit: 12 });
  const handles = new Set(inBag?.map((line) => line.handle));
  const items = (value ?? []).filter((item) => !handles.has(item.handle)).slice(0, shown);
  if (items.length === 0) return null;
  return (
    <section>
      <SectionHeading
        title={occasion ? t('home.moreFor', { occasion }) : t('home.more')}
        aside={<StockAge />}
      />
      <ProductGrid columns={4}>
        {items.map((item) => (
          <ProductCard key={item.handle} item={item} look="bare" onOpen={openProduct} />
        ))}
      </ProductGrid>
    </section>
  );
}
