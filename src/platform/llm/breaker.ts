import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';

export interface Breaker {
  readonly run: CircuitBreakerPolicy['execute'];
  /** Counts a failure that came after `run` had succeeded: a stream that broke off. */
  failed(error: unknown): void;
  /** Whether a try makes sense now: closed, or open long enough to try once more. */
  available(): boolean;
}

/** Opens after some failures in a row, so that shoppers do not wait for a dead endpoint turn after turn. */
export function createBreaker(options: {
  readonly failures: number;
  readonly halfOpenAfterMs: number;
}): Breaker {
  const policy = circuitBreaker(handleAll, {
    halfOpenAfter: options.halfOpenAfterMs,
    breaker: new ConsecutiveBreaker(options.failures),
  });
  let openUntil = 0;
  policy.onBreak(() => {
    openUntil = Date.now() + options.halfOpenAfterMs;
  });
  policy.onReset(() => {
    openUntil = 0;
  });
  return {
    run: policy.execute.bind(policy),
    failed: (error) => {
      policy.execute(() => Promise.reject(error)).catch(() => undefined);
    },
    available: () => Date.now() >= openUntil,
  };
}
