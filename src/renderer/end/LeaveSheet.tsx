import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { openSheet } from '../app/view-store.ts';
import { Button } from '../shared/Button.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { leaveNow } from './leave.ts';

export function LeaveSheet() {
  const { t } = useTranslation();
  const pieces = useKiosk((kiosk) => kiosk.session?.cart.pieces ?? 0);
  const close = (): void => openSheet(null);
  return (
    <Sheet title={t('leave.title')} onClose={close}>
      <p>{t('leave.text', { count: pieces })}</p>
      <Button kind="primary" testId="leave-stay" onClick={close}>
        {t('leave.stay')}
      </Button>
      <Button kind="plain" testId="leave-end" onClick={() => void leaveNow()}>
        {t('leave.end')}
      </Button>
    </Sheet>
  );
}
