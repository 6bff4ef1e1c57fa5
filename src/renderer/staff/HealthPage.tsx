import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffHealth } from '../../contracts/kiosk-ipc.ts';
import type { Failure } from '../../contracts/result.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { leaveNow } from '../end/leave.ts';
import { Button } from '../shared/Button.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './HealthPage.module.css';
import { RefusedOperations } from './RefusedOperations.tsx';
import { StaffFailure } from './StaffFailure.tsx';
import { callStaff, type StaffAccess } from './staff-access.ts';

const lowDiskBytes = 1_000_000_000;

/** How this machine is, as main said when the page was opened or refreshed. */
export function HealthPage({ staff }: { readonly staff: StaffAccess }) {
  const [health, setHealth] = useState<StaffHealth | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = useCallback(async (): Promise<void> => {
    const answer = await callStaff(staff, 'staff.health', {});
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setHealth(answer.value);
  }, [staff]);
  useEffect(() => void ask(), [ask]);
  if (failure) return <StaffFailure failure={failure} />;
  return health && <Health health={health} onRefresh={() => void ask()} />;
}

interface HealthProps {
  readonly health: StaffHealth;
  readonly onRefresh: () => void;
}

function Health({ health, onRefresh }: HealthProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useKiosk((kiosk) => kiosk.store);
  const { sync, storage, diskFreeBytes } = health;
  const moment = (instant: string) => ({ time: format.time(instant), date: format.date(instant) });
  const row = (key: string, good: boolean | null, value: ReactNode, testId?: string) => (
    <div className={styles.row} data-good={good ?? 'neutral'}>
      <dt>{t(`staff.${key}`)}</dt>
      <dd data-testid={testId}>{value}</dd>
    </div>
  );
  return (
    <section className={styles.health} data-testid="staff-health">
      <header>
        <h1>{t('staff.health')}</h1>
        <div>
          <Button kind="pill" testId="staff-refresh" onClick={onRefresh}>
            {t('staff.refresh')}
          </Button>
          <Button kind="pill" testId="staff-wipe" onClick={() => void leaveNow()}>
            {t('staff.endSession')}
          </Button>
        </div>
      </header>
      <dl>
        {row('planner', null, t(`staff.plannerIs.${health.planner}`), 'planner-name')}
        {row('network', sync.hub === 'connected', `${t(`staff.hubIs.${sync.hub}`)} · ${health.hubAddress}`)}
        {row(
          'sync',
          sync.phase === 'current',
          sync.syncedAt ? t('staff.syncedAt', moment(sync.syncedAt)) : t('staff.neverSynced'),
        )}
        {row(
          'storage',
          storage.state === 'well',
          <Advice
            what={t(`staff.storageIs.${storage.state}.what`, storage.since ? moment(storage.since) : {})}
            todo={t(`staff.storageIs.${storage.state}.todo`)}
          />,
          'storage-state',
        )}
        {storage.restored &&
          row(
            'restored',
            storage.restored.lost === 0,
            <Advice
              what={t('staff.restoredAt', {
                ...moment(storage.restored.at),
                operations: format.number(storage.restored.operations),
                lost: format.number(storage.restored.lost),
              })}
              todo={t(storage.restored.lost === 0 ? 'staff.restoredWhole' : 'staff.restoredLost')}
            />,
            'storage-restored',
          )}
        {row(
          'backup',
          null,
          storage.backupAt ? t('staff.syncedAt', moment(storage.backupAt)) : t('staff.noBackup'),
        )}
        {row('pending', sync.pendingOperations === 0, format.number(sync.pendingOperations))}
        {row(
          'camera',
          health.camera === 'untried' ? null : health.camera === 'working',
          t(`staff.cameraIs.${health.camera}`),
        )}
        {row(
          'disk',
          diskFreeBytes === null ? null : diskFreeBytes > lowDiskBytes,
          diskFreeBytes === null ? t('staff.unknown') : format.bytes(diskFreeBytes),
        )}
        {row('version', null, `${health.version} · ${health.runtime}`)}
        {row('store', null, store ? `${store.name} (${store.storeId})` : t('staff.unknown'))}
        {row('device', null, health.deviceId ?? t('staff.unpaired'))}
      </dl>
      <RefusedOperations refused={health.refusedOperations} />
    </section>
  );
}

/** What is, and what to do about it. */
function Advice({ what, todo }: { readonly what: string; readonly todo: string }) {
  return (
    <>
      {what}
      <span className={styles.todo}>{todo}</span>
    </>
  );
}
