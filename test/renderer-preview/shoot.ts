import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { audit, setTheme } from './audit.ts';
import { scenes } from './scenes.ts';
import { openStage, sizes } from './stage.ts';

/*
 * Pictures of the screens, and what axe-core finds on them:
 *   npx tsx test/renderer-preview/shoot.ts FOLDER [scene,scene…] [portrait|landscape] [light|dark] [language]
 */
const [folder = 'preview-pictures', wanted = '', shape = 'portrait', theme = 'light', language = 'en'] =
  process.argv.slice(2);
const stage = await openStage();
await mkdir(folder, { recursive: true });
const report: string[] = [];

for (const [name, scene] of Object.entries(scenes)) {
  if (wanted && !wanted.split(',').includes(name)) continue;
  const note = (message: string) => report.push(`${name}: ${message}`);
  const page = await stage.open(scene, shape === 'landscape' ? sizes.landscape : sizes.portrait, note);
  if (language !== 'en') await page.getByTestId(`language-${language}`).click();
  let picture = name;
  try {
    await scene.act(page);
    await setTheme(page, theme === 'dark' ? 'dark' : 'light');
    await page.waitForTimeout(700);
    for (const finding of await audit(page)) note(finding);
  } catch (error) {
    picture = `${name}-failed`;
    note(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  await page.screenshot({ path: path.join(folder, `${picture}.png`) });
}
await stage.close();
await writeFile(path.join(folder, 'report.txt'), report.join('\n'));
console.log(report.join('\n') || 'no findings');
