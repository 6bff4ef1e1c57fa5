import { useTranslation } from 'react-i18next';
import { AgentMark } from './AgentMark.tsx';
import styles from './WorkingLine.module.css';

const workers = new Set([
  'recommendation',
  'inventory',
  'store-availability',
  'cart',
  'payment',
  'loyalty-offers',
  'fulfilment',
  'post-purchase',
]);

/** A sign of work, shown at once: what the agent is looking at. */
export function WorkingLine({ worker }: { readonly worker: string | null }) {
  const { t } = useTranslation();
  const key = worker && workers.has(worker) ? worker : 'thinking';
  return (
    <p className={styles.working} role="status" data-testid="chat-working">
      <AgentMark working />
      {t(`chat.working.${key}`)}
    </p>
  );
}
