import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../contracts/primitives.ts';

type Words = { readonly [key: string]: string | Words };

const renderer = path.resolve(import.meta.dirname, '..');
const plural = /_(zero|one|two|few|many|other)$/;

function flat(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}
const read = (language: string): Map<string, string> =>
  new Map(
    flat(
      JSON.parse(
        readFileSync(path.resolve(renderer, `../../assets/locales/${language}/kiosk.json`), 'utf8'),
      ) as Words,
    ),
  );
const stems = (words: Map<string, string>): string[] =>
  [...new Set([...words.keys()].map((key) => key.replace(plural, '')))].sort();
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');

const english = read('en');

describe.each(languages.map((language) => [language]))('kiosk words in %s', (language) => {
  const words = read(language);
  it('has exactly the keys of English', () => expect(stems(words)).toEqual(stems(english)));
  it('has every plural form that the language needs', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const counted = [
      ...new Set([...words.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, ''))),
    ];
    const missing = counted.flatMap((stem) =>
      pluralCategories.map((category) => `${stem}_${category}`).filter((key) => !words.has(key)),
    );
    expect(missing).toEqual([]);
  });
  it('fills only placeholders that English has', () => {
    const strange = [...words].filter(([key, text]) => {
      const stem = key.replace(plural, '');
      const known = new Set(
        [...english]
          .filter(([other]) => other.replace(plural, '') === stem)
          .flatMap(([, each]) => placeholders(each)),
      );
      return placeholders(text).some((name) => !known.has(name) && name !== 'count');
    });
    expect(strange).toEqual([]);
  });
});

describe('keys in the screens', () => {
  it('all exist', () => {
    const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .map((name) => readFileSync(path.join(renderer, name), 'utf8'));
    const used = sources.flatMap((source) =>
      [...source.matchAll(/(?:\bt\(|key: )'([a-zA-Z-]+(?:\.[a-zA-Z-]+)*)'/g)].map((match) => match[1] ?? ''),
    );
    const known = new Set(stems(english));
    expect(used.length).toBeGreaterThan(150);
    expect([...new Set(used)].filter((key) => !known.has(key))).toEqual([]);
  });
});
