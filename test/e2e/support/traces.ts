import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

const encodings = ['utf8', 'utf16le'] as const;

/** A file that goes away between listing and reading (a log that was cut, a lock) holds nothing any more. */
const bytesOf = (file: string): Promise<Buffer> => readFile(file).catch(() => Buffer.alloc(0));

/**
 * Which of the words stand anywhere in a folder's files, free pages, logs and caches included, as `word in file`.
 * Looks at the bytes, in UTF-8 and UTF-16.
 */
export async function traces(folder: string, words: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await bytesOf(file);
    for (const word of words) {
      if (encodings.some((encoding) => bytes.includes(Buffer.from(word, encoding)))) {
        found.push(`${word} in ${path.relative(folder, file)}`);
      }
    }
  }
  return found;
}

/** Words found by {@link traces}, without the files. */
export async function tracedWords(folder: string, words: readonly string[]): Promise<string[]> {
  const found = await traces(folder, words);
  return words.filter((word) => found.some((trace) => trace.startsWith(`${word} in `)));
}

/** Everything that a page holds where scripts can reach it: document, storage, address, databases, caches. */
export const pageMemory = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
      (field) => field.value,
    );
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const cacheNames = await globalThis.caches?.keys().catch(() => []);
    return JSON.stringify([
      document.documentElement.outerHTML,
      inputs,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      document.title,
      history.state,
      databases,
      cacheNames,
      document.getSelection()?.toString(),
    ]);
  });
