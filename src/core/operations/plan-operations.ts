import type { OperationBody } from '../../contracts/operation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { planOfBoth } from '../plans/later-plan.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { openSession } from '../session/open-session.ts';

/** One that comes late, or while another is under way, changes nothing. */
export async function setPlan(
  transaction: ShopTransaction,
  { sessionId, plan }: Extract<OperationBody, { type: 'plan-set' }>,
): Promise<Result<void>> {
  const session = await openSession(transaction, sessionId);
  if (!session.ok) return session;
  if (planOfBoth(session.value.plan, plan) === plan)
    await transaction.sessions.save({ ...session.value, plan });
  return succeed(undefined);
}
