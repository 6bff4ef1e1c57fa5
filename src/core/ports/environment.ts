/** Time and identity, injected so that tests and simulations own them. */
export interface Environment {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A UUID, version 7. */
  newId(): string;
}
