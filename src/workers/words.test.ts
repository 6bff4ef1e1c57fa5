import { describe, expect, it } from 'vitest';
import { languages } from '../contracts/primitives.ts';
import type { Words } from '../core/agent/tool.ts';
import { createWorkers } from './all.ts';
import { createFakeShop } from './testing/fake-shop.ts';

const plural = /_(zero|one|two|few|many|other)$/;

const flat = (words: Words, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : flat(value, `${prefix}${key}.`),
  );
const stems = (words: Words): readonly string[] =>
  [...new Set(flat(words).map(([key]) => key.replace(plural, '')))].sort();
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

const workers = createWorkers(createFakeShop().shop);

describe.each(workers.map((worker) => [worker.name, worker] as const))('the words of %s', (_name, worker) => {
  it('say of every write what it will do', () => {
    const writes = worker.tools.filter(({ effect }) => effect === 'write');
    expect(writes.filter(({ consent }) => consent === undefined)).toEqual([]);
    expect(writes.length === 0 || worker.words !== undefined).toBe(true);
  });

  it('are there in every language, with the same keys and placeholders and the plural forms it needs', () => {
    if (worker.words === undefined) return;
    const { en } = worker.words;
    for (const language of languages) {
      const words = worker.words[language] ?? {};
      expect([language, stems(words)]).toEqual([language, stems(en)]);
      for (const [key, text] of flat(words)) {
        const stem = key.replace(plural, '');
        const known = flat(en).flatMap(([other, each]) =>
          other.replace(plural, '') === stem ? placeholders(each) : [],
        );
        expect(placeholders(text).filter((name) => !known.includes(name))).toEqual([]);
        if (!plural.test(key)) continue;
        const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
        const forms = flat(words).map(([one]) => one);
        expect(pluralCategories.filter((form) => !forms.includes(`${stem}_${form}`))).toEqual([]);
      }
    }
  });
});
