import type { Offer } from '../../contracts/offer.ts';

const valid = { validFrom: '2026-11-01T00:00:00.000Z', validUntil: '2026-12-01T00:00:00.000Z' };

export const fixtureOffers: readonly Offer[] = [
  {
    code: 'FESTIVE500',
    title: '₹500 off festive carts',
    description: '₹500 off carts of ₹3,000 and more',
    discount: { type: 'amount', amount: 50_000 },
    minimumSubtotal: 300_000,
    tiers: [],
    productTypes: [],
    currency: 'INR',
    ...valid,
  },
  {
    code: 'KURTA15',
    title: '15 % off kurtas',
    description: '15 % off kurtas, at most ₹600',
    discount: { type: 'percentage', basisPoints: 1500, maximum: 60_000 },
    minimumSubtotal: 0,
    tiers: [],
    productTypes: ['Kurta'],
    currency: 'INR',
    ...valid,
  },
  {
    code: 'GOLD20',
    title: '20 % for gold and platinum',
    description: '20 % off everything for gold and platinum members',
    discount: { type: 'percentage', basisPoints: 2000, maximum: null },
    minimumSubtotal: 0,
    tiers: ['gold', 'platinum'],
    productTypes: [],
    currency: 'INR',
    ...valid,
  },
  {
    code: 'MONSOON10',
    title: '10 % monsoon sale',
    description: 'Over since September',
    discount: { type: 'percentage', basisPoints: 1000, maximum: null },
    minimumSubtotal: 0,
    tiers: [],
    productTypes: [],
    currency: 'INR',
    validFrom: '2026-07-01T00:00:00.000Z',
    validUntil: '2026-09-30T00:00:00.000Z',
  },
];
