import type { InjectionCase } from '../support/injection-case.ts';
import type { HostileTexts } from '../support/world.ts';
import { formCases, historyCases } from './earlier.ts';
import { forbiddenCases } from './forbidden-calls.ts';
import { descriptionCases, errorCases, resultCases } from './foreign.ts';
import { productTextCases, productTexts } from './product-text.ts';
import { offerCases, offerTexts, storeCases, storeTexts } from './shop-data.ts';
import { shopperWordsCases } from './shopper-words.ts';

export const allCases: readonly InjectionCase[] = [
  ...productTextCases,
  ...shopperWordsCases,
  ...offerCases,
  ...storeCases,
  ...historyCases,
  ...formCases,
  ...descriptionCases,
  ...resultCases,
  ...errorCases,
  ...forbiddenCases,
];

export const hostileTexts: HostileTexts = { products: productTexts, offers: offerTexts, stores: storeTexts };
