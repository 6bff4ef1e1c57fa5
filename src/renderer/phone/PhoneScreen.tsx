import { useState } from 'react';
import { Shell } from '../app/Shell.tsx';
import { CodeStep } from './CodeStep.tsx';
import { NumberStep } from './NumberStep.tsx';
import type { SentCode } from './sent-code.ts';

/** Restores a session by a one-time code. The words are the same whether or not the number is known. */
export function PhoneScreen() {
  const [sent, setSent] = useState<SentCode | null>(null);
  return (
    <Shell testId="phone">
      {sent ? (
        <CodeStep key={sent.requestId} sent={sent} onSent={setSent} onOther={() => setSent(null)} />
      ) : (
        <NumberStep onSent={setSent} />
      )}
    </Shell>
  );
}
