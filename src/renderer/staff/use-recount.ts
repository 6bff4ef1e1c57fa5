import { useCallback, useEffect, useRef, useState } from 'react';
import type { StockCount } from '../../contracts/floor.ts';
import type { CorrectionReason } from '../../contracts/operation.ts';
import type { Failure } from '../../contracts/result.ts';
import { onKiosk } from '../shared/bridge.ts';
import { callStaff, type StaffAccess } from './staff-access.ts';

interface State {
  readonly piece: StockCount | null;
  /** The figure is the one after a correction. */
  readonly corrected: boolean;
  readonly failure: Failure | null;
  readonly busy: boolean;
}

export interface Recount extends State {
  readonly find: (text: string) => Promise<void>;
  readonly correct: (counted: number, reason: CorrectionReason) => Promise<void>;
}

/** The piece that is being counted, as main knows it now: news of its stock renews the figure until it is corrected. */
export function useRecount(staff: StaffAccess): Recount {
  const [state, setState] = useState<State>({ piece: null, corrected: false, failure: null, busy: false });
  const asked = useRef(0);
  const correcting = useRef(false);
  const find = useCallback(
    async (text: string): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      const answer = await callStaff(staff, 'staff.find-piece', { text });
      if (mine !== asked.current) return;
      setState({
        piece: answer.ok ? answer.value : null,
        corrected: false,
        failure: answer.ok ? null : answer.failure,
        busy: false,
      });
    },
    [staff],
  );
  const { piece, corrected } = state;
  const correct = async (counted: number, reason: CorrectionReason): Promise<void> => {
    if (!piece || correcting.current) return;
    correcting.current = true;
    // What is still being asked would show the figure from before.
    asked.current += 1;
    setState((before) => ({ ...before, busy: true }));
    const { sku, onHand: shown } = piece;
    const answer = await callStaff(staff, 'staff.correct', { sku, counted, shown, reason });
    correcting.current = false;
    setState((before) =>
      answer.ok
        ? { piece: answer.value, corrected: true, failure: null, busy: false }
        : { ...before, failure: answer.failure, busy: false },
    );
  };
  const counting = corrected ? undefined : piece?.sku;
  useEffect(() => {
    if (counting === undefined) return;
    return onKiosk('stock-changed', ({ skus }) => {
      if (skus.includes(counting) && !correcting.current) void find(counting);
    });
  }, [counting, find]);
  return { ...state, find, correct };
}
