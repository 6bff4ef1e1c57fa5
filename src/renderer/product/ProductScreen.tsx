import { useTranslation } from 'react-i18next';
import { Shell } from '../app/Shell.tsx';
import { openProduct } from '../session/actions.ts';
import { FailureNote } from '../shared/FailureNote.tsx';
import { ProductCard } from '../shared/ProductCard.tsx';
import { ProductGrid } from '../shared/ProductGrid.tsx';
import { SectionHeading } from '../shared/SectionHeading.tsx';
import { Skeleton } from '../shared/Skeleton.tsx';
import { ProductDetail } from './ProductDetail.tsx';
import { useProduct } from './use-product.ts';

const completing = 4;

export function ProductScreen({ handle, sku }: { readonly handle: string; readonly sku: string | null }) {
  const { t } = useTranslation();
  const { value, failure, again } = useProduct(handle);
  return (
    <Shell testId="product">
      {failure && <FailureNote failure={failure} retry={again} />}
      {!value && !failure && <Skeleton />}
      {value && <ProductDetail product={value.product} stock={value.stock} sku={sku} />}
      {value && value.completeTheLook.length > 0 && (
        <section>
          <SectionHeading title={t('product.completeTheLook')} />
          <ProductGrid columns={4}>
            {value.completeTheLook.slice(0, completing).map((item) => (
              <ProductCard key={item.handle} item={item} look="bare" onOpen={openProduct} />
            ))}
          </ProductGrid>
        </section>
      )}
    </Shell>
  );
}
