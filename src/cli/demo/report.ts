import { writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Chapter {
  /** 1, 2, 3 … in the order of the journey. */
  readonly number: number;
  readonly title: string;
  /** What happened, in a sentence. */
  readonly told: string;
  /** File name beside the report. */
  readonly picture: string;
  /** Milliseconds since the journey began. */
  readonly at: number;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const chapterHtml = (chapter: Chapter) => `
  <section>
    <h2><span>${chapter.number}</span> ${escaped(chapter.title)}</h2>
    <p>${escaped(chapter.told)} <small>${(chapter.at / 1000).toFixed(1)} s</small></p>
    <a href="${escaped(chapter.picture)}"><img src="${escaped(chapter.picture)}" alt="${escaped(chapter.title)}" loading="lazy"></a>
  </section>`;

/** Writes `report.html` beside the screenshots: one page, no scripts. Gives its path. */
export async function writeReport(
  folder: string,
  chapters: readonly Chapter[],
  facts: readonly (readonly [name: string, value: string])[],
): Promise<string> {
  const file = path.join(folder, 'report.html');
  const rows = facts
    .map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`)
    .join('\n');
  await writeFile(
    file,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Aisle: from the phone into the shop</title>
<style>
  body { font: 18px/1.5 Georgia, serif; background: #f7f2ea; color: #1b1916; margin: 0 auto; padding: 48px 24px; max-width: 1180px; }
  h1 { font-size: 48px; font-weight: 400; margin: 0 0 8px; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 32px; }
  section { background: #fffdf9; border: 1px solid #e4dacb; border-radius: 20px; padding: 20px; }
  h2 { font-size: 22px; font-weight: 400; margin: 0; }
  h2 span { display: inline-block; min-width: 28px; color: #8a3b12; }
  img { width: 100%; border-radius: 12px; border: 1px solid #e4dacb; }
  small { color: #5d564c; white-space: nowrap; }
  table { border-collapse: collapse; margin: 24px 0 40px; }
  th { text-align: left; font-weight: 400; color: #5d564c; padding: 4px 24px 4px 0; }
</style>
<h1>From the phone into the shop</h1>
<p>One journey through the real parts: hub, browser and kiosk are processes of their own; codes travel as pixels. Payments, messages and customers are simulated.</p>
<table>
${rows}
</table>
<main>${chapters.map(chapterHtml).join('')}
</main>
</html>
`,
  );
  return file;
}
