import type { ReactNode } from 'react';
import styles from './ProductGrid.module.css';

export function ProductGrid({
  columns,
  children,
}: {
  readonly columns: 3 | 4;
  readonly children: ReactNode;
}) {
  return <div className={`${styles.grid} ${columns === 3 ? styles.three : styles.four}`}>{children}</div>;
}
