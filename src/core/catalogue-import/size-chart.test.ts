import { expect, test } from 'vitest';
import { readSizeChart } from './size-chart.ts';
import { importText } from './testing/import-text.ts';

test('centimetres and inches become whole millimetres', () => {
  expect(readSizeChart('Chest (cm): S 83-87.5, UK 6 88 – 92; waist (in): S 26-28')).toEqual({
    ok: true,
    value: {
      measures: [
        {
          of: 'chest',
          sizes: [
            { size: 'S', from: 830, to: 875 },
            { size: 'UK 6', from: 880, to: 920 },
          ],
        },
        { of: 'waist', sizes: [{ size: 'S', from: 660, to: 711 }] },
      ],
    },
  });
  expect(readSizeChart('foot (cm): UK 6 24.5')).toMatchObject({
    value: { measures: [{ of: 'foot', sizes: [{ size: 'UK 6', from: 245, to: 245 }] }] },
  });
});

test.each([
  'S 83-87',
  'chest: S 83-87',
  'neck (cm): S 35-37',
  'chest (m): S 1-2',
  'chest (cm): S',
  'chest (cm): S 87-83',
  'chest (cm): S 0-1',
  'chest (cm): S 83-87, M 80-86',
  'chest (cm): S 83-87; chest (cm): M 88-92',
  ';',
])('%s is refused with an example', (text) => {
  expect(readSizeChart(text)).toMatchObject({
    failure: { kind: 'invalid', message: expect.stringContaining('chest (cm): S 83-87') },
  });
});

test('a catalogue file gives it; a chart that cannot be read is reported, and the product is there without it', async () => {
  const heading = 'Handle,Title,Option1 Name,Option1 Value,Price,Size chart';
  const { products, report } = await importText(
    [
      heading,
      'kurta,Kurta,Size,M,100.00,"chest (cm): S 83-87, M 88-92"',
      'kurta,,,L,100.00,',
      'shirt,Shirt,Size,M,100.00,chest 88',
    ].join('\n'),
  );
  expect(products.map(({ handle, sizeChart }) => [handle, sizeChart?.measures[0]?.sizes.length])).toEqual([
    ['kurta', 2],
    ['shirt', undefined],
  ]);
  expect(report.errors).toMatchObject([{ row: 4, column: 'Size chart' }]);
});
