import { expect, test } from 'vitest';
import { distanceMetres } from './distance.ts';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

test('a degree of latitude is 111.195 km on the mean sphere, anywhere', () => {
  expect(distanceMetres(at(0, 0), at(1, 0))).toBe(111_195);
  expect(distanceMetres(at(59, 25), at(60, 25))).toBe(111_195);
});

test('the same place, the antipode, and across the date line', () => {
  expect(distanceMetres(at(17.4, 78.4), at(17.4, 78.4))).toBe(0);
  expect(distanceMetres(at(0, 0), at(0, 180))).toBe(20_015_114);
  expect(distanceMetres(at(0, 179.5), at(0, -179.5))).toBe(111_195);
});
