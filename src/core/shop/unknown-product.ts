import { fail, type Result } from '../../contracts/result.ts';
import type { CatalogueReader } from '../ports/catalogue.ts';

/** `not-found` with products of like names, so that the caller can offer them. */
export async function unknownProduct(catalogue: CatalogueReader, handle: string): Promise<Result<never>> {
  const { items } = await catalogue.search('', {
    text: handle.replace(/[-_/]+/g, ' ').slice(0, 200),
    limit: 5,
  });
  const near = items.map(({ handle: found, title }) => ({ handle: found, title }));
  const advice =
    near.length > 0
      ? ` Did you mean ${near.map(({ title }) => title).join(', ')}?`
      : ' Search for it by name or kind.';
  return fail('not-found', `There is no product ${handle}.${advice}`, {
    reason: 'product-unknown',
    details: { near },
  });
}
