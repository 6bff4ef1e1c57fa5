import type { WorkerPlan } from '../core/agent/tool.ts';

/**
 * The workers of a record of modules by path, by their place and then by name. Throws, with the path, for a folder whose
 * `worker.ts` exports no worker or one that is called otherwise than its folder.
 */
export function inOrder(
  modules: Readonly<Record<string, { readonly worker?: WorkerPlan }>>,
): readonly WorkerPlan[] {
  const plans = Object.entries(modules).map(([path, { worker }]) => {
    if (worker === undefined) throw new Error(`${path} exports no worker`);
    if (!path.endsWith(`/${worker.name}/worker.ts`)) {
      throw new Error(`${path} exports the worker ${worker.name}: call it as its folder`);
    }
    return worker;
  });
  return plans.sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1));
}
