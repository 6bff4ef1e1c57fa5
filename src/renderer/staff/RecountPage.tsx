import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CountForm } from './CountForm.tsx';
import { FindPiece } from './FindPiece.tsx';
import { PieceFigures } from './PieceFigures.tsx';
import styles from './RecountPage.module.css';
import type { StaffScan } from './StaffPages.tsx';
import type { StaffAccess } from './staff-access.ts';
import { useRecount } from './use-recount.ts';

export interface RecountPageProps {
  readonly staff: StaffAccess;
  /** A label that was scanned; null where none was. */
  readonly scan: StaffScan | null;
}

/** Find a piece by its label, say how many there are and why, and see the figure after it. */
export function RecountPage({ staff, scan }: RecountPageProps) {
  const { t } = useTranslation();
  const { piece, corrected, failure, busy, find, correct } = useRecount(staff);
  useEffect(() => {
    if (scan) void find(scan.text);
  }, [scan, find]);
  return (
    <section className={styles.recount} data-testid="staff-recount">
      <h1>{t('staff.page.recount')}</h1>
      <FindPiece failure={failure} onFind={(text) => void find(text)} />
      {piece && <PieceFigures piece={piece} corrected={corrected} />}
      {piece && !corrected && (
        <CountForm
          key={piece.sku}
          shown={piece.onHand}
          busy={busy}
          onConfirm={(counted, reason) => void correct(counted, reason)}
        />
      )}
    </section>
  );
}
