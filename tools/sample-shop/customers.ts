import type { Customer } from '../../src/contracts/customer.ts';
import type { Loyalty, Tier } from '../../src/contracts/offer.ts';
import type { Language } from '../../src/contracts/primitives.ts';
import { between, pick, randomFor, uuidFor } from './random.ts';

/** Name, department, language, tier. Nobody real: numbers count up from +91 90000 00101 and every message is simulated. */
const people: readonly (readonly [string, 'women' | 'men', Language, Tier])[] = [
  ['Ananya Rao', 'women', 'en', 'gold'],
  ['Vikram Reddy', 'men', 'en', 'silver'],
  ['Meera Sharma', 'women', 'hi', 'platinum'],
  ['Arjun Nair', 'men', 'en', 'none'],
  ['Zainab Khan', 'women', 'ar', 'silver'],
  ['Carmen Fernandes', 'women', 'es', 'none'],
  ['Rohan Deshpande', 'men', 'en', 'gold'],
  ['Kavya Iyer', 'women', 'en', 'silver'],
  ['Sunita Verma', 'women', 'hi', 'gold'],
  ['Imran Siddiqui', 'men', 'hi', 'none'],
  ['Lakshmi Menon', 'women', 'en', 'platinum'],
  ['Aditya Kulkarni', 'men', 'en', 'silver'],
  ['Fatima Sheikh', 'women', 'ar', 'gold'],
  ['Pooja Agarwal', 'women', 'hi', 'none'],
  ['Karthik Subramaniam', 'men', 'en', 'silver'],
  ['Nandini Bose', 'women', 'en', 'gold'],
  ['Harpreet Kaur', 'women', 'hi', 'silver'],
  ['Gurdeep Singh', 'men', 'hi', 'none'],
  ['Sneha Patil', 'women', 'en', 'none'],
  ['Rahul Mehta', 'men', 'en', 'gold'],
  ['Ishita Banerjee', 'women', 'en', 'silver'],
  ['Joseph Mathew', 'men', 'en', 'none'],
  ['Divya Krishnan', 'women', 'en', 'silver'],
  ['Abdul Rahman', 'men', 'ar', 'silver'],
  ['Tanvi Joshi', 'women', 'hi', 'none'],
  ['Siddharth Gupta', 'men', 'hi', 'gold'],
  ['Maria D’Souza', 'women', 'es', 'silver'],
  ['Neha Chauhan', 'women', 'hi', 'none'],
  ['Manish Tiwari', 'men', 'hi', 'none'],
  ['Revathi Pillai', 'women', 'en', 'gold'],
  ['Farhan Qureshi', 'men', 'en', 'silver'],
  ['Shreya Ghosh', 'women', 'en', 'none'],
  ['Naveen Gowda', 'men', 'en', 'none'],
  ['Ayesha Begum', 'women', 'ar', 'none'],
  ['Deepak Yadav', 'men', 'hi', 'silver'],
  ['Padma Lakkaraju', 'women', 'en', 'platinum'],
  ['Varun Malhotra', 'men', 'en', 'gold'],
  ['Ritu Saxena', 'women', 'hi', 'silver'],
  ['Sandeep Hegde', 'men', 'en', 'none'],
  ['Anjali Thakur', 'women', 'en', 'none'],
];

const tiers: readonly { readonly tier: Tier; readonly from: number }[] = [
  { tier: 'none', from: 0 },
  { tier: 'silver', from: 1000 },
  { tier: 'gold', from: 5000 },
  { tier: 'platinum', from: 15_000 },
];

function loyaltyOf(name: string, tier: Tier): Loyalty {
  const rank = tiers.findIndex((level) => level.tier === tier);
  const next = tiers[rank + 1];
  const from = tiers[rank]?.from ?? 0;
  const points = between(randomFor(`points ${name}`), from, (next?.from ?? 30_000) - 1);
  return { tier, points, pointsToNextTier: next ? next.from - points : null, nextTier: next?.tier ?? null };
}

const favourites = ['Indigo', 'Madder', 'Olive', 'Mustard', 'Teal', 'Ivory', 'Black', 'Rose', 'Sage', 'Navy'];

function sizesOf(name: string, department: 'women' | 'men'): Record<string, string> {
  const random = randomFor(`sizes ${name}`);
  // The first customer walks the demo.
  const step = name === 'Ananya Rao' ? 2 : between(random, 0, 4);
  return department === 'women'
    ? {
        Kurta: pick(() => step / 5, ['XS', 'S', 'M', 'L', 'XL']),
        Dress: pick(() => step / 5, ['XS', 'S', 'M', 'L', 'XL']),
        Jeans: pick(() => step / 5, ['26', '28', '30', '32', '34']),
        Shoes: pick(() => step / 5, ['UK 3', 'UK 4', 'UK 5', 'UK 6', 'UK 7']),
      }
    : {
        Kurta: pick(() => step / 5, ['S', 'M', 'L', 'XL', 'XXL']),
        Shirt: pick(() => step / 5, ['S', 'M', 'L', 'XL', 'XXL']),
        Jeans: pick(() => step / 5, ['30', '32', '34', '36', '38']),
        Shoes: pick(() => step / 5, ['UK 6', 'UK 7', 'UK 8', 'UK 9', 'UK 10']),
      };
}

const joined = Date.UTC(2026, 0, 5, 6);

export const customers: readonly Customer[] = people.map(([name, department, language, tier], index) => {
  const random = randomFor(`colours ${name}`);
  const colours =
    name === 'Ananya Rao' ? ['Indigo', 'Mustard'] : [pick(random, favourites), pick(random, favourites)];
  return {
    customerId: uuidFor(`customer ${name}`, joined + index * 86_400_000),
    name,
    phone: `+91${9_000_000_101 + index}`,
    language,
    loyalty: loyaltyOf(name, tier),
    preferences: { department, sizes: sizesOf(name, department), colours: [...new Set(colours)] },
  };
});
