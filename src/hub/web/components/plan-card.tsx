/** @jsxImportSource hono/jsx */
import { lineOf, type Plan, type PlanStep, pieceIn, totalOf } from '../../../contracts/plan.ts';
import { money, type PageContext } from '../page-context.ts';

type Words = Pick<PageContext, 't' | 'language'>;

/** A goal of several steps, as far as it is. */
export function PlanCard({ context, plan }: { readonly context: Words; readonly plan: Plan }) {
  const { t } = context;
  const total = totalOf(plan);
  return (
    <section class="facts" data-plan={plan.state}>
      <strong>{t(`plan.title.${plan.kind}`)}</strong>
      <ol>
        {plan.steps.map((step) => (
          <li key={`${step.type} ${step.piece.sku}`}>
            <span>{whatOf(context, step, plan.currency)}</span>
            <span class="soft">{stateOf(context, step)}</span>
          </li>
        ))}
      </ol>
      {total === null ? null : (
        <p>
          {t('plan.total', { amount: money(context, total, plan.currency) })}
          {plan.asked.budget === null ? null : (
            <span class="soft">
              {' '}
              {t('plan.budget', { amount: money(context, plan.asked.budget, plan.currency) })}
            </span>
          )}
        </p>
      )}
      <p class="soft">{t(`plan.state.${plan.state}`)}</p>
    </section>
  );
}

function whatOf(context: Words, step: PlanStep, currency: string): string {
  const line = lineOf(step);
  const { key, amount, store } = line;
  return context.t(`plan.step.${key}`, {
    name: pieceIn(line),
    store: store ?? '',
    amount: amount === null ? '' : money(context, amount, currency),
  });
}

function stateOf({ t }: Words, step: PlanStep): string {
  const state = t(`plan.stepState.${step.state}`);
  if (step.type !== 'hold' || step.state !== 'done' || step.held === null) return state;
  const { number, fittingRoom } = step.held;
  const where =
    fittingRoom === null ? t('plan.held', { number }) : t('plan.heldRoom', { number, room: fittingRoom });
  return `${state} · ${where}`;
}
