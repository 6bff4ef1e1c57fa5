/** What the harness knows of operations. */
export interface OperationBook {
  /** Someone was told that it is done: the hub has to decide it in the end. */
  acknowledge(operationId: string, made: { readonly device: string; readonly type: string }): void;
  /** It is durable on a device, whether anyone was told or not. */
  note(operationId: string): void;
  acknowledged(): ReadonlyMap<string, { readonly device: string; readonly type: string }>;
  isKnown(operationId: string): boolean;
  /** The hub was restored from a copy: what it had decided since may be gone, see `mayBeLost`. */
  noteRestored(): void;
  /** Whether an acknowledged operation of this type need not be at the hub. */
  mayBeLost(type: string): boolean;
}

/**
 * All that may be missing at a hub that was restored from a copy: what was decided since the copy was made, and is not about stock.
 * Devices keep operations about stock and say them again; what else was done in a session that has left they have forgotten by
 * then, its beginning included, as it is personal. What the web shop alone did since is lost too; see `Ledger.doubt`.
 */
const notSaidAgain: ReadonlySet<string> = new Set([
  'session-started',
  'session-ended',
  'reservation-moved',
  'language-chosen',
  'preferences-set',
  'cart-line-set',
  'offer-applied',
  'message-added',
  'fulfilment-set',
  'points-set',
  'session-note-set',
  'plan-set',
  'feedback-given',
  'stock-watched',
  'stock-unwatched',
]);

export function createOperationBook(): OperationBook {
  const acknowledged = new Map<string, { device: string; type: string }>();
  const known = new Set<string>();
  let restored = false;
  return {
    acknowledge: (operationId, made) => {
      acknowledged.set(operationId, made);
      known.add(operationId);
    },
    note: (operationId) => {
      known.add(operationId);
    },
    acknowledged: () => acknowledged,
    isKnown: (operationId) => known.has(operationId),
    noteRestored: () => {
      restored = true;
    },
    mayBeLost: (type) => restored && notSaidAgain.has(type),
  };
}
