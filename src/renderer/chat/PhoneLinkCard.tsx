import { useTranslation } from 'react-i18next';
import type { PhoneLink } from '../../contracts/phone-link.ts';
import { QrImage } from '../shared/QrImage.tsx';
import { useFormat } from '../shared/use-format.ts';
import { useNow } from '../shared/use-now.ts';
import { Panel } from './Panel.tsx';
import styles from './PhoneLinkCard.module.css';

/** The code by which the conversation goes on in the shopper's own browser; gone once its time is over. */
export function PhoneLinkCard({ link }: { readonly link: PhoneLink }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = Date.parse(link.expiresAt) - useNow();
  if (left <= 0) {
    return (
      <Panel title={t('phoneLink.title')}>
        <p data-testid="phone-link-over">{t('phoneLink.over')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('phoneLink.title')}>
      <div className={styles.code}>
        <QrImage text={link.url} label={t('phoneLink.qrLabel')} testId="phone-link-qr" />
      </div>
      <p>{t(link.sent ? 'phoneLink.sent' : 'phoneLink.scan')}</p>
      <p role="timer">{t('phoneLink.left', { left: format.countdown(left) })}</p>
    </Panel>
  );
}
