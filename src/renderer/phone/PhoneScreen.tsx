import { useState } from 'react';
import { useKiosk } from '../app/kiosk-store.ts';
import { Shell } from '../app/Shell.tsx';
import { CodeStep } from './CodeStep.tsx';
import { NumberStep } from './NumberStep.tsx';
import { PickupStep } from './PickupStep.tsx';
import type { SentCode } from './sent-code.ts';

/**
 * Restores a session by a one-time code; the words are the same whether or not the number is known. Without network no code can
 * be sent: then by the pickup code that the shopper has already. What was begun is not taken away when the network changes.
 */
export function PhoneScreen() {
  const [sent, setSent] = useState<SentCode | null>(null);
  const offline = useKiosk((kiosk) => kiosk.sync.hub === 'unreachable');
  const [pickup, setPickup] = useState(offline);
  if (offline && !pickup && !sent) setPickup(true);
  return (
    <Shell testId="phone">
      {pickup ? (
        <PickupStep onPhone={() => setPickup(false)} />
      ) : sent ? (
        <CodeStep key={sent.requestId} sent={sent} onSent={setSent} onOther={() => setSent(null)} />
      ) : (
        <NumberStep onSent={setSent} />
      )}
    </Shell>
  );
}
