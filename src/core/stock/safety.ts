import type { StockPolicy } from '../../contracts/stock-policy.ts';

/** Units of a variant that a shop holds back from promises: by the most particular rule of the policy. */
export function safetyUnits(
  { safety }: StockPolicy,
  of: { readonly storeId: string; readonly sku: string; readonly productType: string | undefined },
): number {
  const { units, byStore, byProductType, bySku } = safety;
  const own = (rules: Readonly<Record<string, number>>, key: string | undefined) =>
    key !== undefined && Object.hasOwn(rules, key) ? rules[key] : undefined;
  return own(bySku, of.sku) ?? own(byProductType, of.productType) ?? own(byStore, of.storeId) ?? units;
}
