import { useTranslation } from 'react-i18next';
import type { Loyalty } from '../../contracts/offer.ts';
import { useFormat } from '../shared/use-format.ts';
import { Panel } from './Panel.tsx';

export function LoyaltyCard({ loyalty }: { readonly loyalty: Loyalty }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nextTier, pointsToNextTier } = loyalty;
  return (
    <Panel title={t(`tier.${loyalty.tier}`)}>
      <p>{t('member.points', { count: loyalty.points, points: format.number(loyalty.points) })}</p>
      {nextTier && pointsToNextTier !== null && (
        <p>
          {t('member.toNext', {
            count: pointsToNextTier,
            points: format.number(pointsToNextTier),
            tier: t(`tier.${nextTier}`),
          })}
        </p>
      )}
    </Panel>
  );
}
