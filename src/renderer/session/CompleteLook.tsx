import { useTranslation } from 'react-i18next';
import { useAnswer } from '../shared/use-answer.ts';
import { LookCard } from './LookCard.tsx';

const pieces = 3;

/** What finishes the first piece of the bag, where the agent has not said so already. */
export function CompleteLook({ handle }: { readonly handle: string }) {
  const { t } = useTranslation();
  const { value } = useAnswer('catalogue.product', { handle });
  const items = (value?.completeTheLook ?? []).filter((item) => item.availableHere > 0).slice(0, pieces);
  const currency = items[0]?.currency;
  if (!currency) return null;
  return (
    <LookCard
      title={t('look.finish')}
      items={items}
      total={items.reduce((sum, item) => sum + item.price, 0)}
      currency={currency}
    />
  );
}
