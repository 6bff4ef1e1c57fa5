/** Time and identity, injected so that tests and simulations own them. */
export interface Environment {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A UUID, version 7. */
  newId(): string;
}

/** A device's clocks: rights that end by time need one that nobody sets. */
export interface DeviceEnvironment extends Environment {
  /** Milliseconds since the machine's boot, sleep included. */
  uptime(): number;
}
