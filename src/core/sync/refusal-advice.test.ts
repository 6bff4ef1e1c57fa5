import { expect, test } from 'vitest';
import { operationBody } from '../../contracts/operation.ts';
import { refusalAdvice } from './refusal-advice.ts';

test('every operation about stock has advice of its own', () => {
  const types = operationBody.options.map(({ shape }) => shape.type.value);
  const ofStock = types.filter((type) => /^(reservation|stock|rights)-/.test(type));
  expect(ofStock.length).toBeGreaterThanOrEqual(7);
  const without = ofStock.filter((type) => refusalAdvice(type) === refusalAdvice('session-ended'));
  expect(without).toEqual([]);
});
