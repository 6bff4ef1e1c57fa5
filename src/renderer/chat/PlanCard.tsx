import { useTranslation } from 'react-i18next';
import { isOpen, lineOf, type Plan, type PlanStep, pieceIn, totalOf } from '../../contracts/plan.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { Button } from '../shared/Button.tsx';
import { Icon } from '../shared/Icon.tsx';
import { useFormat } from '../shared/use-format.ts';
import { Panel } from './Panel.tsx';
import styles from './PlanCard.module.css';
import { say } from './talk.ts';

/** A goal of several steps as far as it is now, wherever it went on; an older state that a message showed is over. */
export function PlanCard({ plan: shown }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const current = useKiosk(({ session }) => session?.plan);
  const isCurrent = current?.planId === shown.planId;
  const plan = isCurrent && current.revision > shown.revision ? current : shown;
  const total = totalOf(plan);
  const { budget } = plan.asked;
  return (
    <Panel title={t(`plan.title.${plan.kind}`)}>
      <ol className={styles.steps} data-testid="plan" data-state={plan.state}>
        {plan.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a plan keep their places
          <StepRow key={index} step={step} place={index + 1} currency={plan.currency} />
        ))}
      </ol>
      {total !== null && (
        <p className={styles.sum}>
          <span>{t('plan.total', { amount: format.money(total, plan.currency) })}</span>
          {budget !== null && (
            <span className={styles.soft}>
              {t('plan.budget', { amount: format.money(budget, plan.currency) })}
            </span>
          )}
        </p>
      )}
      <p role="status">{t(`plan.state.${plan.state}`)}</p>
      {isCurrent && isOpen(plan) && (
        <div className={styles.actions}>
          <Button kind="plain" testId="plan-drop" onClick={() => void say(t('plan.drop'))}>
            {t('plan.drop')}
          </Button>
          <Button kind="primary" testId="plan-go-on" onClick={() => void say(t('plan.goOn'))}>
            {t('plan.goOn')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface StepRowProps {
  readonly step: PlanStep;
  readonly place: number;
  readonly currency: string;
}

function StepRow({ step, place, currency }: StepRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const line = lineOf(step);
  const { key, piece, quantity, amount, store } = line;
  const held = step.type === 'hold' && step.state === 'done' ? step.held : null;
  return (
    <li className={styles.step} data-state={step.state}>
      <span className={styles.mark} aria-hidden="true">
        {step.state === 'done' ? (
          <Icon name="check" />
        ) : step.state === 'failed' ? (
          <Icon name="close" />
        ) : (
          format.number(place)
        )}
      </span>
      <span className={styles.what}>
        {t(`plan.step.${key}`, {
          name: pieceIn(line),
          store: store ?? '',
          amount: amount === null ? '' : format.money(amount, currency),
        })}
        {held && (
          <>
            <br />
            <span className={styles.soft}>
              {held.fittingRoom === null
                ? t('plan.held', { number: held.number })
                : t('plan.heldRoom', { number: held.number, room: held.fittingRoom })}
            </span>
          </>
        )}
      </span>
      <span className={styles.end}>
        {amount === null && key !== 'remove' && format.money(piece.unitPrice * quantity, currency)}
        <br />
        <span className={styles.soft}>{t(`plan.stepState.${step.state}`)}</span>
      </span>
    </li>
  );
}
