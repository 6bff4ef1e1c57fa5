import { useKiosk } from '../app/kiosk-store.ts';
import styles from './AgentMark.module.css';

/** The agent's mark: the brand's first letter on the accent. */
export function AgentMark({ working = false }: { readonly working?: boolean }) {
  const brand = useKiosk((kiosk) => kiosk.brand.name);
  return (
    <span className={styles.mark} data-working={working} aria-hidden="true">
      {brand.slice(0, 1).toLocaleLowerCase()}
    </span>
  );
}
