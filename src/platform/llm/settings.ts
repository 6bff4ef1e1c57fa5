import { fail, type Result, succeed } from '../../contracts/result.ts';

/** Millionths of a unit of the currency that the endpoint is paid in, a token. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

export interface ModelSettings {
  readonly apiKey: string;
  /** Undefined: the endpoint that the SDK knows. */
  readonly baseUrl: string | undefined;
  readonly model: string;
  readonly prices: TokenPrices | undefined;
  /** What one turn may cost, in millionths; undefined where nothing is said of it. */
  readonly turnBudget: number | undefined;
}

const priceVariable = 'AISLE_LLM_PRICE';
const budgetVariable = 'AISLE_LLM_TURN_BUDGET';
const millionths = 1_000_000;

/**
 * Key, base URL and model from `OPENAI_API_KEY`, `AISLE_LLM_BASE_URL` (or `OPENAI_BASE_URL`) and `AISLE_LLM_MODEL`; what a million
 * tokens cost, in and out, from `AISLE_LLM_PRICE` (`0.40,1.60`), and what a turn may, from `AISLE_LLM_TURN_BUDGET` (`0.05`).
 * Undefined without a key: the offline planner serves then. `invalid` for figures that are none.
 */
export function readModelSettings(
  variables: Readonly<Record<string, string | undefined>>,
): Result<ModelSettings | undefined> {
  const apiKey = variables.OPENAI_API_KEY;
  if (apiKey === undefined || apiKey === '') return succeed(undefined);
  const [price = '', budget = ''] = [variables[priceVariable]?.trim(), variables[budgetVariable]?.trim()];
  const [input, output, ...more] = price.split(',').map(amountOf);
  const known = input !== undefined && output !== undefined && more.length === 0;
  if (price !== '' && !known) {
    return fail(
      'invalid',
      `${priceVariable} is what a million tokens cost, in and out: 0.40,1.60. It is "${price}".`,
      { reason: 'model-price' },
    );
  }
  const allowed = amountOf(budget);
  if (budget !== '' && (allowed === undefined || allowed === 0 || !known)) {
    return fail(
      'invalid',
      known
        ? `${budgetVariable} is what one turn of the agent may cost: 0.05. It is "${budget}".`
        : `${budgetVariable} needs to know what tokens cost: set ${priceVariable} too, to 0.40,1.60 or what you pay.`,
      { reason: 'model-budget' },
    );
  }
  return succeed({
    apiKey,
    baseUrl: variables.AISLE_LLM_BASE_URL || variables.OPENAI_BASE_URL || undefined,
    model: variables.AISLE_LLM_MODEL || 'gpt-4.1-mini',
    prices: known ? { input, output } : undefined,
    turnBudget: allowed === undefined ? undefined : allowed * millionths,
  });
}

function amountOf(text: string): number | undefined {
  return /^\d+(\.\d+)?$/u.test(text.trim()) ? Number(text) : undefined;
}
