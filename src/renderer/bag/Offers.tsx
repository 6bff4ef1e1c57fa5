import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CartView } from '../../contracts/session.ts';
import { Button } from '../shared/Button.tsx';
import { Icon } from '../shared/Icon.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { useFormat } from '../shared/use-format.ts';
import { CodeSheet } from './CodeSheet.tsx';
import styles from './Offers.module.css';
import { applyOffer } from './offer-actions.ts';

/** The offer in use, or the best there is with what it saves and why; codes by hand too. */
export function Offers({ cart }: { readonly cart: CartView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typing, setTyping] = useState(false);
  const { value } = useAnswer('benefits.read', {});
  const best = value?.offers.find((each) => each.saves > 0);
  const better = best && best.saves > cart.discount && best.offer.code !== cart.offer?.code ? best : null;
  return (
    <section className={styles.offers} aria-label={t('offer.title')}>
      {cart.offer && (
        <div className={styles.row}>
          <p>
            <Icon name="tag" /> <b>{cart.offer.title}</b>
            <br />
            <bdi>{cart.offer.description}</bdi>
          </p>
          <Button kind="pill" testId="offer-remove" onClick={() => void applyOffer(null)}>
            {t('offer.remove')}
          </Button>
        </div>
      )}
      {better && (
        <div className={styles.row} data-testid="best-offer">
          <p>
            <Icon name="tag" />{' '}
            <b>
              {t('offer.saves', {
                title: better.offer.title,
                amount: format.money(better.saves, cart.currency),
              })}
            </b>
            <br />
            <bdi>{better.offer.description}</bdi>
          </p>
          <Button kind="pill" testId="offer-apply" onClick={() => void applyOffer(better.offer.code)}>
            {t('offer.apply')}
          </Button>
        </div>
      )}
      <Button kind="pill" icon="tag" testId="offer-code" onClick={() => setTyping(true)}>
        {t('offer.haveCode')}
      </Button>
      {typing && <CodeSheet onClose={() => setTyping(false)} />}
    </section>
  );
}
