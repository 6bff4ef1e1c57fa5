import { useEffect } from 'react';
import { onKiosk } from '../shared/bridge.ts';
import { useAnswer } from '../shared/use-answer.ts';

/** A product with its stock here; asked anew when stock of one of its variants changed. */
export function useProduct(handle: string) {
  const answer = useAnswer('catalogue.product', { handle });
  const { value, again } = answer;
  useEffect(
    () =>
      onKiosk('stock-changed', ({ skus }) => {
        if (value?.product.variants.some((variant) => skus.includes(variant.sku))) again();
      }),
    [value, again],
  );
  return answer;
}
