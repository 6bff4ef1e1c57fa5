import { expect, it } from 'vitest';
import { readAddress } from './address.ts';

const pune = { street: '12 MG Road', city: 'Pune', postalCode: '411001' };

it.each([
  ['12 MG Road, Pune, 411001', pune],
  ['12 MG Road, Pune 411001.', pune],
  ['Change the address of order MG-10477 to: 12 MG Road, Pune 411001', pune],
  ['send my order to 12 MG Road, Pune 411001', pune],
  ['Flat 4, Rose Villa, 12 MG Road, Pune, 411001', { ...pune, street: 'Flat 4, Rose Villa, 12 MG Road' }],
  ['Calle Mayor 5, Madrid, 28013', { street: 'Calle Mayor 5', city: 'Madrid', postalCode: '28013' }],
  ['send MG-10450 to 12 MG Road, Pune 411001 instead', pune],
  ['my order should go to flat 4, 12 MG Road, Pune 411001 please', { ...pune, street: 'flat 4, 12 MG Road' }],
  ['change the address of my order', undefined],
  ['12 MG Road, Pune', undefined],
  ['Pune 411001', undefined],
  ['<b>12</b> MG Road, Pune, 411001', undefined],
])('%s', (said, expected) => {
  expect(readAddress(said)).toEqual(expected);
});
