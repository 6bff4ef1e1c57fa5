/** What people wanted, and what became of it. `possible`: units were free at that moment, whoever held the right to them. */
export interface DemandFigures {
  readonly asked: number;
  readonly possible: number;
  readonly served: number;
}

interface Want {
  readonly cutOff: boolean;
  readonly possible: boolean;
  outcome: 'open' | 'served' | 'withdrawn';
}

/**
 * Counts requests for units. What could have been served is what someone who knows and may do everything would have
 * said yes to, in the world as it was at that moment.
 */
export interface Demand {
  /** Someone asks; `cutOff` when whoever they ask cannot reach the hub then. */
  ask(facts: { readonly cutOff: boolean; readonly possible: boolean }): {
    served(): void;
    /** It was no request for more units. */
    withdrawn(): void;
  };
  figures(only: 'all' | 'cut-off'): DemandFigures;
}

export function createDemand(): Demand {
  const wants: Want[] = [];
  return {
    ask: (facts) => {
      const want: Want = { ...facts, outcome: 'open' };
      wants.push(want);
      return {
        served: () => {
          want.outcome = 'served';
        },
        withdrawn: () => {
          want.outcome = 'withdrawn';
        },
      };
    },
    figures: (only) => {
      const counted = wants.filter(
        ({ cutOff, outcome }) => outcome !== 'withdrawn' && (only === 'all' || cutOff),
      );
      return {
        asked: counted.length,
        possible: counted.filter(({ possible }) => possible).length,
        served: counted.filter(({ possible, outcome }) => possible && outcome === 'served').length,
      };
    },
  };
}
