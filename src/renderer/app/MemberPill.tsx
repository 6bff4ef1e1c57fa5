import { useTranslation } from 'react-i18next';
import { useFormat } from '../shared/use-format.ts';
import { useKiosk } from './kiosk-store.ts';
import styles from './MemberPill.module.css';

/** First name's initial and the tier: enough to know it is one's own session, nothing for a passer-by. */
export function MemberPill() {
  const { t } = useTranslation();
  const format = useFormat();
  const customer = useKiosk((kiosk) => kiosk.session?.customer ?? null);
  if (!customer) return null;
  const { tier, points } = customer.loyalty;
  return (
    <span className={styles.member}>
      <b>{customer.initial}</b>
      <span aria-hidden="true">··</span>
      {tier === 'none'
        ? t('member.points', { count: points, points: format.number(points) })
        : t('member.tierPoints', { tier: t(`tier.${tier}`), count: points, points: format.number(points) })}
    </span>
  );
}
