import type { ReactNode } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonProps {
  /**
   * `primary`: the one filled action of a screen; `plain`: outlined; `pill`: bars and small wishes; `choice`: one of several;
   * `step`: the filled action of a row on the staff's side.
   */
  readonly kind: 'primary' | 'plain' | 'pill' | 'choice' | 'step';
  readonly children?: ReactNode;
  readonly icon?: IconName;
  /** Accessible name where the text is absent or too short. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly lang?: string;
  readonly testId?: string;
  readonly onClick: () => void;
}

export function Button(props: ButtonProps) {
  const { kind, children, icon, label, pressed, disabled, busy, lang, testId, onClick } = props;
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[kind]} ${children ? '' : styles.round}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-busy={busy}
      disabled={disabled}
      lang={lang}
      data-testid={testId}
      onClick={() => !busy && onClick()}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
