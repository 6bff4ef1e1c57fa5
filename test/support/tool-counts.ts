import { createWorkers } from '../../src/workers/all.ts';
import { createFakeShop } from '../../src/workers/testing/fake-shop.ts';

const tools = createWorkers(createFakeShop().shop).flatMap((worker) => worker.tools);

/** How many tools a shop has, and how many of them only look. */
export const toolCount = tools.length;
export const readToolCount = tools.filter(({ effect }) => effect === 'read').length;
