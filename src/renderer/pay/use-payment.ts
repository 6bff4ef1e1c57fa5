import { useCallback, useEffect, useState } from 'react';
import type { Payment } from '../../contracts/payment.ts';
import type { Failure } from '../../contracts/result.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { callKiosk } from '../shared/bridge.ts';

/** Events tell of a payment at once; asking is for when they do not get through. */
const askEveryMs = 2_500;

export interface PaymentState {
  readonly payment: Payment | null;
  /** Why there is no link. */
  readonly failure: Failure | null;
  /** The hub does not answer now; asking goes on. */
  readonly silent: boolean;
  readonly again: () => void;
}

const showPayment = (payment: Payment): void =>
  useKiosk.setState(({ session }) => ({ session: session ? { ...session, payment } : null }));

/** Later states win: an answer under way when the event came must not turn 'Paid' back. */
export function newer(first: Payment | null, second: Payment | null): Payment | null {
  if (!first || !second) return first ?? second;
  if (first.paymentId !== second.paymentId) return first.createdAt >= second.createdAt ? first : second;
  return first.state === 'open' ? second : first;
}

/** Makes a payment link and follows it until it is paid or over. */
export function usePayment(): PaymentState {
  const told = useKiosk((kiosk) => kiosk.session?.payment ?? null);
  const [made, setMade] = useState<Payment | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [silent, setSilent] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt asks for another link
  useEffect(() => {
    let current = true;
    setFailure(null);
    void callKiosk('payment.create', {}).then((answer) => {
      if (!current) return;
      if (!answer.ok) return setFailure(answer.failure);
      setMade(answer.value);
      showPayment(answer.value);
    });
    return () => {
      current = false;
    };
  }, [attempt]);

  const payment = made ? newer(made, told) : null;
  const open = payment?.state === 'open';
  useEffect(() => {
    if (!open) return;
    let current = true;
    const timer = setInterval(() => {
      void callKiosk('payment.status', {}).then((answer) => {
        if (!current) return;
        setSilent(!answer.ok);
        if (answer.ok) {
          setMade((before) => newer(answer.value, before));
          showPayment(answer.value);
        }
      });
    }, askEveryMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [open]);

  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { payment, failure, silent, again };
}
