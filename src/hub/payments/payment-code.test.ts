import { expect, test } from 'vitest';
import { newPaymentCode, readPaymentCode } from './payment-code.ts';

test('a code is read however a person types it, and nothing else is one', () => {
  const code = newPaymentCode();
  expect(readPaymentCode(code.toLowerCase().replace('-', ' '))).toBe(code);
  expect(readPaymentCode('7k2qm9xd')).toBe('7K2Q-M9XD');
  expect(readPaymentCode('OIL0-1111')).toBe('0110-1111');
  for (const text of ['', '7K2Q', '7K2Q-M9XU', '7K2Q-M9XD1', '../../etc'])
    expect(readPaymentCode(text)).toBeNull();
});
