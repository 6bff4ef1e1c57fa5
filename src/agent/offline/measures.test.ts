import { expect, test } from 'vitest';
import { measuresIn } from './measures.ts';

test.each([
  ['my chest is 96 cm', { chest: 96 }],
  ['chest 38 inches, waist 32"', { chest: 96.5, waist: 81.3 }],
  ['waist 32', { waist: 81.3 }],
  ['bust 88.5 and hips 96', { chest: 88.5, hips: 96 }],
  ['मेरा सीना ९६ सेमी है', { chest: 96 }],
  ['mi cintura es de 80 centímetros', { waist: 80 }],
  ['محيط صدري ٩٦ سم', { chest: 96 }],
  ['my foot is 24,5 cm long', { foot: 24.5 }],
  ['a chest of drawers', {}],
  ['shirts under 2000', {}],
  ['', {}],
])('%s', (utterance, expected) => {
  expect(measuresIn(utterance)).toEqual(expected);
});
