import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../core/catalogue-import/testing/import-text.ts';

async function read(text: string, pieceBytes = 64) {
  const records = [];
  for await (const batch of csvOf(text, pieceBytes).records()) records.push(...batch);
  return records;
}

const text = '\ufeffa,b\r\n"x\r\ny",é\r\n\r\nz,w\r\nq,"no\r\nk,l\r\n"m",n\r\nbad"q,1\r\nlast,"1"2\r\nend,ok';

describe('readCsv', () => {
  it('gives rows with the line on which they begin, and goes on after a broken one', async () => {
    const expected = [
      { row: 1, fields: ['a', 'b'] },
      { row: 2, fields: ['x\r\ny', 'é'] },
      { row: 4, fields: [''] },
      { row: 5, fields: ['z', 'w'] },
      { row: 6, problem: expect.stringContaining('never closed'), field: 1 },
      { row: 7, fields: ['k', 'l'] },
      { row: 8, fields: ['m', 'n'] },
      { row: 9, problem: expect.stringContaining('double those inside'), field: 0 },
      { row: 10, problem: expect.stringContaining('not doubled'), field: 1 },
      { row: 11, fields: ['end', 'ok'] },
    ];
    for (const pieceBytes of [1, 2, 5, 1000]) expect(await read(text, pieceBytes)).toEqual(expected);
  });

  it('reads what was written, whatever is in it', async () => {
    const field = fc.string({ unit: 'grapheme' }).map((value) => value.replace(/[\ufeff]/g, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, end, pieceBytes) => {
          const written = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join(end);
          const records = await read(written, pieceBytes);
          expect(records.map((record) => ('fields' in record ? record.fields : record))).toEqual(rows);
        },
      ),
    );
  });

  it('notices rows that two missing quotes would have swallowed', async () => {
    const lines = ['a,b,c,d,e', '1,"open,3,4,5', '6,7,8,9,10', 'x,open",y,z,w', '"a, b\nc, d",2,3,4,5'];
    expect(await read(lines.join('\n'))).toEqual([
      { row: 1, fields: ['a', 'b', 'c', 'd', 'e'] },
      { row: 2, problem: expect.stringContaining('never closed'), field: 1 },
      { row: 3, fields: ['6', '7', '8', '9', '10'] },
      { row: 4, problem: expect.stringContaining('double those inside'), field: 1 },
      { row: 5, fields: ['a, b\nc, d', '2', '3', '4', '5'] },
    ]);
  });

  it('stops at a text that is nothing but broken quotes', async () => {
    await expect(read('a\n'.concat('x"\n'.repeat(1100)), 4096)).rejects.toThrow('More than 1000 rows');
  });
});
