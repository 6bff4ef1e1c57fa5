import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Chapter } from './report.ts';

/** Tells the journey step by step, with a numbered picture of each. */
export class Narrator {
  readonly chapters: Chapter[] = [];
  private readonly begunAt = Date.now();

  constructor(
    private readonly folder: string,
    private readonly say: (line: string) => void,
  ) {}

  async tell(title: string, told: string, page: Page): Promise<void> {
    const number = this.chapters.length + 1;
    const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const picture = `${String(number).padStart(2, '0')}-${name}.png`;
    await mkdir(this.folder, { recursive: true });
    await page.screenshot({ path: path.join(this.folder, picture), animations: 'disabled' });
    const at = Date.now() - this.begunAt;
    this.chapters.push({ number, title, told, picture, at });
    this.say(`${String(number).padStart(2)}. ${title}: ${told} (${(at / 1000).toFixed(1)} s, ${picture})`);
  }
}
