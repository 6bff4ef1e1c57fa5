import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { promptVersion, salesAssociatePrompt } from './sales-associate.ts';

const digests: Readonly<Record<number, string>> = {
  3: '9c7dcf811af9bfca',
};

test('the words of a version do not change: other words are another version, with a line here', () => {
  const digest = createHash('sha256').update(salesAssociatePrompt).digest('hex').slice(0, 16);
  expect(digests[promptVersion]).toBe(digest);
});

test('the prompt is the same for every shopper: nothing is filled in', () => {
  expect(salesAssociatePrompt).not.toMatch(/\$\{|\{\{/u);
});
