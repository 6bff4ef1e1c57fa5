import { describe, expect, it } from 'vitest';
import type { ToolStep } from '../core/agent/planner.ts';
import type { ToolDescription } from '../core/agent/tool-catalogue.ts';
import { argumentsAsText, tellsNothingNew } from './foreign-arguments.ts';

const tool: ToolDescription = {
  worker: 'mcp:courier',
  name: 'courier__track',
  description: '',
  foreign: true,
  effect: 'read',
  inputSchema: {
    type: 'object',
    properties: { number: { type: 'string' }, speed: { enum: ['slow', 'fast'] }, page: { default: 1 } },
  },
};
const other: ToolDescription = { ...tool, worker: 'mcp:weather', name: 'weather__today' };
const step = (name: string, value: Record<string, unknown>): ToolStep => ({
  callId: 'c',
  tool: name,
  arguments: {},
  result: { ok: true, value },
  card: undefined,
});

const tells = (given: Record<string, unknown>, utterance: string, done: readonly ToolStep[] = []) =>
  !tellsNothingNew(given, tool, { utterance, tools: [tool, other], done });

describe('a foreign tool is told', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['nothing', {}, 'anything'],
    ['the shopper’s words', { number: 'AB-12' }, 'where is parcel ab-12?'],
    ['them in another order and script', { number: '१२ ab' }, 'AB 12'],
    ['what its schema lists', { speed: 'fast', page: 1 }, 'quickly'],
    ['yes and no', { number: 'AB', gift: true }, 'gift ab'],
  ])('%s without a question', (_what, given, utterance) => {
    expect(tells(given, utterance)).toBe(false);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['of the session', { number: 'AB-12 bag: Linen Shirt' }, 'where is AB-12?'],
    ['as a number', { number: 159900 }, 'where is AB-12?'],
    ['in the name of a field', { 'MG-10482': true }, 'where is it?'],
    ['deep inside', { number: [[{ page: { x: 'secret' } }]] }, 'x'],
    ['as signs only', { number: '😀' }, 'where is it?'],
    ['of part of a word', { number: 'lin' }, 'linen'],
  ])('nothing %s', (_what, given, utterance) => {
    expect(tells(given, utterance)).toBe(true);
  });

  it('its own answers, and not those of another server or of the shop', () => {
    const own = [step('courier__track', { next: 'X9' })];
    expect(tells({ number: 'X9' }, 'go on', own)).toBe(false);
    expect(tells({ number: 'X9' }, 'go on', [step('weather__today', { next: 'X9' })])).toBe(true);
    expect(tells({ number: 'X9' }, 'go on', [step('list_orders', { next: 'X9' })])).toBe(true);
  });
});

it('is shown in full, or not asked about', () => {
  expect(argumentsAsText({ number: '7\u202e', gift: true })).toBe('number: 7 , gift: true');
  expect(argumentsAsText({ number: 'x'.repeat(300) })).toBeUndefined();
});
