import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contracts/result.ts';
import { Shell } from '../app/Shell.tsx';
import { replace } from '../app/view-store.ts';
import { startGuest } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { FailureNote } from '../shared/FailureNote.tsx';
import type { CodeReader } from './code-reader.ts';
import { createHtml5CodeReader } from './html5-code-reader.ts';
import styles from './ScanScreen.module.css';
import { onScanFailed, takeScan } from './take-scan.ts';
import { useCamera } from './use-camera.ts';

const viewId = 'scan-camera';
/** After this long without a readable code the screen gives advice. */
const tipsAfterMs = 20_000;

export interface ScanScreenProps {
  readonly makeReader?: () => CodeReader;
}

export function ScanScreen({ makeReader = createHtml5CodeReader }: ScanScreenProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tips, setTips] = useState(false);
  const [reading, setReading] = useState(false);
  const onText = useCallback((text: string) => {
    setReading(true);
    void takeScan(text).finally(() => setReading(false));
  }, []);
  const camera = useCamera(makeReader, viewId, onText);
  useEffect(() => onScanFailed(setFailure), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failed code starts the wait for advice anew
  useEffect(() => {
    setTips(false);
    const timer = setTimeout(() => setTips(true), tipsAfterMs);
    return () => clearTimeout(timer);
  }, [failure]);

  return (
    <Shell testId="scan">
      <div className={styles.scan}>
        <div className={styles.words}>
          <h1>{t('scan.title')}</h1>
          <p className={styles.lead} role="status">
            {reading ? t('scan.reading') : t(`scan.${camera}`)}
          </p>
        </div>
        <div className={styles.view} data-testid="scan-view" data-camera={camera} data-reading={reading}>
          <div id={viewId} className={styles.camera} />
          {camera === 'missing' ? (
            <p className={styles.missing}>{t('scan.wedge')}</p>
          ) : (
            <span className={styles.frame} aria-hidden="true" />
          )}
        </div>
        <div className={styles.help}>
          {failure && <FailureNote failure={failure} />}
          {!failure && tips && camera === 'looking' && (
            <div className={styles.tips} role="status" data-testid="scan-tips">
              <h2>{t('scan.tipsTitle')}</h2>
              <ul>
                <li>{t('scan.tipBright')}</li>
                <li>{t('scan.tipDistance')}</li>
                <li>{t('scan.tipFresh')}</li>
              </ul>
            </div>
          )}
          {!failure && !tips && camera !== 'missing' && (
            <ol className={styles.steps}>
              <li>{t('scan.stepOpen')}</li>
              <li>{t('scan.stepShow')}</li>
              <li>{t('scan.stepHold')}</li>
            </ol>
          )}
          <div className={styles.others}>
            <Button
              kind={camera === 'missing' ? 'primary' : 'plain'}
              icon="phone"
              testId="scan-phone"
              onClick={() => replace({ name: 'phone' })}
            >
              {t('attract.phone')}
            </Button>
            <Button kind="plain" icon="bag" testId="scan-guest" onClick={() => void startGuest()}>
              {t('attract.guest')}
            </Button>
          </div>
        </div>
      </div>
    </Shell>
  );
}
