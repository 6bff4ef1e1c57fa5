import { describe, expect, it } from 'vitest';
import { readModelSettings } from './settings.ts';

const read = (variables: Record<string, string>) =>
  readModelSettings({ OPENAI_API_KEY: 'key', ...variables });

describe('the settings of the model', () => {
  it('are none without a key', () => {
    expect(readModelSettings({ AISLE_LLM_MODEL: 'm' })).toEqual({ ok: true, value: undefined });
    expect(readModelSettings({ OPENAI_API_KEY: '' })).toEqual({ ok: true, value: undefined });
  });

  it('prefer the own base URL, and know nothing of money by themselves', () => {
    expect(read({ AISLE_LLM_BASE_URL: 'http://a', OPENAI_BASE_URL: 'http://b' })).toEqual({
      ok: true,
      value: {
        apiKey: 'key',
        baseUrl: 'http://a',
        model: 'gpt-4.1-mini',
        prices: undefined,
        turnBudget: undefined,
      },
    });
  });

  it('say what tokens cost and what a turn may', () => {
    expect(read({ AISLE_LLM_PRICE: '0.40, 1.60', AISLE_LLM_TURN_BUDGET: '0.05' })).toMatchObject({
      ok: true,
      value: { prices: { input: 0.4, output: 1.6 }, turnBudget: 50_000 },
    });
  });

  it.each([
    [{ AISLE_LLM_PRICE: '0.40' }, 'model-price', /in and out: 0\.40,1\.60/],
    [{ AISLE_LLM_PRICE: '1,2,3' }, 'model-price', /It is "1,2,3"/],
    [{ AISLE_LLM_PRICE: 'cheap,-1' }, 'model-price', /AISLE_LLM_PRICE/],
    [{ AISLE_LLM_PRICE: '1,2', AISLE_LLM_TURN_BUDGET: '0' }, 'model-budget', /may cost/],
    [{ AISLE_LLM_PRICE: '1,2', AISLE_LLM_TURN_BUDGET: 'much' }, 'model-budget', /may cost/],
    [{ AISLE_LLM_TURN_BUDGET: '1' }, 'model-budget', /set AISLE_LLM_PRICE too/],
  ])('%j are refused with what to write', (variables, reason, words) => {
    const settings = read(variables);
    expect(settings).toMatchObject({ ok: false, failure: { kind: 'invalid', reason } });
    expect(settings.ok ? '' : settings.failure.message).toMatch(words);
  });
});
