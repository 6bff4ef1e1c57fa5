import { fail, type Result, succeed } from '../contracts/result.ts';
import type { Worker, WorkerPlan } from '../core/agent/tool.ts';
import type { Shop } from '../core/shop.ts';
import { inOrder } from './in-order.ts';

/** Every folder beside this file with a `worker.ts` is a worker: whoever adds or removes one changes nothing here. */
const modules = import.meta.glob<{ readonly worker: WorkerPlan }>('./*/worker.ts', { eager: true });
const plans = inOrder(modules);

/** The workers of a shop, but for those that are switched off. */
export const createWorkers = (shop: Shop, off: readonly string[] = []): readonly Worker[] =>
  plans
    .filter(({ name }) => !off.includes(name))
    .map(({ place: _place, tools, ...worker }) => ({ ...worker, tools: tools(shop) }));

const variable = 'AISLE_WORKERS_OFF';

/** Names of the workers that a retailer does without: `AISLE_WORKERS_OFF=payment,loyalty-offers`. A name that no worker has is `invalid`. */
export function readWorkersOff(
  variables: Readonly<Record<string, string | undefined>>,
): Result<readonly string[]> {
  const off = (variables[variable] ?? '').split(/[\s,]+/u).filter((name) => name !== '');
  const names = plans.map(({ name }) => name);
  const unknown = off.filter((name) => !names.includes(name));
  if (unknown.length === 0) return succeed(off);
  return fail(
    'invalid',
    `${variable}: there is no worker ${unknown.join(', ')}. Name some of ${names.join(', ')}, or unset the variable.`,
    { reason: 'worker-unknown' },
  );
}
