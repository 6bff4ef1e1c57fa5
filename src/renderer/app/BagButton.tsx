import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/Icon.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './BagButton.module.css';
import { useKiosk } from './kiosk-store.ts';
import { go, useView } from './view-store.ts';

export function BagButton() {
  const { t } = useTranslation();
  const format = useFormat();
  const cart = useKiosk((kiosk) => kiosk.session?.cart);
  const here = useView((view) => view.screen.name === 'bag');
  if (!cart) return null;
  const total = format.money(cart.total, cart.currency);
  return (
    <button
      type="button"
      className={styles.bag}
      data-testid="bag-button"
      aria-label={t('bar.bag', { count: cart.pieces, total })}
      aria-current={here ? 'page' : undefined}
      onClick={() => !here && go({ name: 'bag' })}
    >
      <Icon name="bag" />
      <span>{cart.pieces === 0 ? t('bar.bagEmpty') : `${format.number(cart.pieces)} · ${total}`}</span>
    </button>
  );
}
