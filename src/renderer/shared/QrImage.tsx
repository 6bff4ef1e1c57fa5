import { create } from 'qrcode';
import { useMemo } from 'react';
import styles from './QrImage.module.css';

/** Modules of silence that readers need around a code (ISO/IEC 18004). */
const quiet = 4;

/** A QR code of error correction M as one path: sharp at any size, dark on light in both themes. */
export function QrImage({
  text,
  label,
  testId,
}: {
  readonly text: string;
  readonly label: string;
  readonly testId?: string;
}) {
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    let drawn = '';
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column)) drawn += `M${column + quiet} ${row + quiet}h1v1h-1z`;
      }
    }
    return { size: modules.size + 2 * quiet, path: drawn };
  }, [text]);
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-testid={testId}
    >
      <path d={path} />
    </svg>
  );
}
