import { createOfflinePlanner } from '../../../../src/agent/offline/planner.ts';
import { createSalesAgent } from '../../../../src/agent/sales-agent.ts';
import { systemEnvironment } from '../../../../src/composition/system-environment.ts';
import type { ToolCatalogue } from '../../../../src/core/agent/tool-catalogue.ts';
import { createRandom, pick } from '../../../support/seeded.ts';
import { colours, fabrics, garments, occasions, sizes } from '../catalogue.ts';
import type { LargeShop } from './large-shop.ts';

const shoppers = 60;

/** What one shopper says, one after the other: every kind of request, over the shop's own words. */
function conversation(random: () => number): readonly string[] {
  const garment = pick(random, garments).toLowerCase();
  const colour = pick(random, colours).toLowerCase();
  const size = pick(random, sizes);
  const asked = [
    `show me ${pick(random, fabrics).toLowerCase()} ${garment} under ${1 + Math.floor(random() * 4)}k`,
    `a ${colour} ${garment} for a ${pick(random, occasions).toLowerCase()}, size ${size}, not black`,
    `anything between 1000 and 2500 in ${colour}`,
    `what do you recommend for a ${pick(random, occasions).toLowerCase()}?`,
  ];
  return [
    pick(random, asked),
    'do you have the second one in M?',
    'what goes with it?',
    'compare the first and the second',
    'something similar but cheaper',
    'where is the first one?',
    'add the first one in M to my bag',
    'I would like to try the second one on in L',
    'what is in my bag?',
    'is there an offer for me?',
    'when do you close?',
    pick(random, asked),
  ];
}

/** Milliseconds of each turn, from the shopper's words to the end of the answer; every yes or no is a yes at once. */
export async function offlineTurns(
  { shop, newShopper }: LargeShop,
  catalogue: ToolCatalogue,
): Promise<readonly number[]> {
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: { offline: createOfflinePlanner(catalogue.spoken) },
    environment: systemEnvironment,
  });
  const random = createRandom(11);
  const times: number[] = [];
  for (let shopper = 0; shopper < shoppers; shopper += 1) {
    const actor = await newShopper();
    for (const utterance of conversation(random)) {
      const began = performance.now();
      const turn = agent.turn({
        actor,
        utterance,
        signal: new AbortController().signal,
        confirm: async () => true,
      });
      for await (const _event of turn) {
        // Only the time counts.
      }
      times.push(performance.now() - began);
    }
    const holds = await shop.holds.list(actor);
    if (holds.ok) for (const hold of holds.value) await shop.holds.cancel(actor, hold.reservationId);
  }
  // The first shopper finds programs that nothing has warmed.
  return times.slice(conversation(random).length);
}
