/** Names of the invariants, as reports show them. */
export type Invariant =
  | 'oversold'
  | 'lost'
  | 'broken promise'
  | 'refused'
  | 'decided twice'
  | 'unknown operation'
  | 'cursor ahead of rows'
  | 'rights exceed stock'
  | 'open transaction'
  | 'not converged'
  | 'does not come to rest'
  | 'crashed';

/** The first thing found that must never be. `message` says it in words and figures. */
export interface Violation {
  readonly invariant: Invariant;
  readonly message: string;
}
