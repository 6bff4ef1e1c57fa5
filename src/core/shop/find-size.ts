import { type Result, succeed } from '../../contracts/result.ts';
import type { SizeAdvice } from '../../contracts/size-advice.ts';
import { adviseSize, missingMeasures, type WornPiece } from '../recommendation/size-advice.ts';
import { isShadeOf } from '../search/colour-families.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, SizeQuestion } from '../shop.ts';
import { stockFigure } from '../stock/position.ts';
import type { ShopParts } from './parts.ts';
import { unknownProduct } from './unknown-product.ts';

/** Pieces of old orders that say something about a size. */
const piecesLooked = 40;

/** Which size of a product the shopper should try, and what of it is here. */
export async function findSize(
  parts: ShopParts,
  actor: Actor,
  { handle, colour, measures }: SizeQuestion,
): Promise<Result<SizeAdvice>> {
  const { store, catalogue } = parts;
  const product = await catalogue.product(handle);
  if (!product) return unknownProduct(catalogue, handle);
  const wanted = colour?.toLowerCase();
  const inColour = product.variants.filter((variant) => {
    const own = variant.colour?.toLowerCase();
    return wanted === undefined || own === wanted || isShadeOf(wanted, own ?? '');
  });
  const variants = inColour.length > 0 ? inColour : product.variants;
  const { lines, preferred, positions } = await store.read(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    // Without a session, and in one from a bare code, nothing of the shopper is known.
    const known = session.ok && session.value.trust !== 'capsule';
    const orders = known ? await transaction.sessions.orders(actor.sessionId) : [];
    return {
      lines: [...orders]
        .sort((a, b) => b.placedAt.localeCompare(a.placedAt))
        .flatMap(({ state, lines }) => lines.map((line) => ({ ...line, state })))
        .filter(({ state, size }) => size !== null && state !== 'cancelled')
        .slice(0, piecesLooked),
      preferred: session.ok ? session.value.preferences.sizes : {},
      positions: await transaction.stock.positions(
        actor.storeId,
        variants.map(({ sku }) => sku),
      ),
    };
  });
  const bought = await catalogue.products([...new Set(lines.map((line) => line.handle))]);
  const worn = lines.flatMap(({ handle: of, size, title, state }): WornPiece[] => {
    const known = bought.find((one) => one.handle === of);
    if (!known || size === null) return [];
    const { brand, productType } = known;
    return [{ title, brand, productType, size, kept: state !== 'returned' }];
  });
  const facts = {
    brand: product.brand,
    productType: product.productType,
    sizes: [...new Set(product.variants.flatMap(({ size }) => size ?? []))],
    chart: product.sizeChart,
    measures,
    worn,
    preferred,
  };
  const figures = variants.flatMap(({ sku, size, colour: own }) => {
    const position = positions.find((one) => one.sku === sku);
    return position ? [{ ...stockFigure(position), size, colour: own }] : [];
  });
  return succeed({
    handle,
    title: product.title,
    ...adviseSize(facts),
    missing: missingMeasures(facts),
    figures,
  });
}
