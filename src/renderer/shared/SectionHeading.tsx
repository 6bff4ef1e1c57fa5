import type { ReactNode } from 'react';
import styles from './SectionHeading.module.css';

export function SectionHeading({ title, aside }: { readonly title: string; readonly aside?: ReactNode }) {
  return (
    <div className={styles.row}>
      <h2>{title}</h2>
      {aside}
    </div>
  );
}
