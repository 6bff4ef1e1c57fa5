import { useTranslation } from 'react-i18next';
import type { Offer } from '../../contracts/offer.ts';
import { applyOffer } from '../bag/offer-actions.ts';
import { Button } from '../shared/Button.tsx';
import styles from './List.module.css';
import { Panel } from './Panel.tsx';

export function OfferList({ offers }: { readonly offers: readonly Offer[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('offer.title')}>
      <ul className={styles.list}>
        {offers.map((offer) => (
          <li key={offer.code} className={styles.row}>
            <span>
              <span className={styles.main}>{offer.title}</span>
              <br />
              <span className={styles.soft}>{offer.description}</span>
            </span>
            <Button kind="pill" icon="tag" onClick={() => void applyOffer(offer.code)}>
              {t('offer.use', { code: offer.code })}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
