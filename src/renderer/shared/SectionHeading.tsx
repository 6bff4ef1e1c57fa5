import type { ReactNode } from 'react';
import styles from './SectionHeading.module.css';

export interface SectionHeadingProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** The screen's own heading. */
  readonly top?: boolean;
}

export function SectionHeading({ title, aside, top = false }: SectionHeadingProps) {
  return (
    <div className={styles.row}>
      {top ? <h1>{title}</h1> : <h2>{title}</h2>}
      {aside}
    </div>
  );
}
