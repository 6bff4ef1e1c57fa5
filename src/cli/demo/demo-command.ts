import path from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import type { Command } from '../command.ts';
import { projectFolder } from '../processes.ts';
import { journey } from './journey.ts';
import { Narrator } from './narrator.ts';
import { writeReport } from './report.ts';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'drive the whole journey through the real parts, with screenshots',
  help: `Drives the whole journey through the real parts and narrates it: web page in Chromium, kiosk in Electron, a camera fed
with the code that the web page showed, the payment link read off the kiosk's screen.

Usage: aisle demo [--out DIR] [--size WxH]

  --out DIR   where screenshots, the report and the data go (default .aisle/demo-<time>)
  --size WxH  the kiosk's screen: 1080x1920 (default) or 1920x1080

Leaves numbered screenshots and report.html. Exit status: 0 the journey came true, 1 it did not.
`,
  async run(argv, { output, errors, environment }) {
    const { values } = parseArgs({
      args: [...argv],
      options: { out: { type: 'string' }, size: { type: 'string', default: '1080x1920' } },
    });
    const stamp = new Date().toISOString().replace(/[:.]/g, '-').slice(0, 19);
    const folder = path.resolve(values.out ?? path.join(projectFolder, '.aisle', `demo-${stamp}`));
    const say = (line: string) => output.write(`${line}\n`);
    say('Starting a hub, a browser and a kiosk.');
    // With it comes all of Playwright, which no other command needs.
    const { openStage } = await import('./stage.ts');
    const stage = await openStage({
      folder: path.join(folder, 'data'),
      size: values.size,
      environment,
      hubLog: 'ignore',
    });
    const narrator = new Narrator(folder, say);
    try {
      const facts = await journey(stage, narrator);
      const rows = [
        [
          'Code in view to restored session',
          `${facts.restoredInMs} ms from the tap on Scan, camera start included`,
        ],
        ['Paid on the phone to ‘Paid’ on the kiosk', `${facts.paidInMs} ms`],
        ['Hold', String(facts.reservationNumber)],
        ['Order', facts.orderNumber],
        ['Payment link', facts.paymentLink],
      ] as const;
      const report = await writeReport(folder, narrator.chapters, rows);
      for (const [name, value] of rows) say(`${name}: ${value}`);
      say(`Report: ${report}`);
      return 0;
    } catch (error) {
      const reason = stripVTControlCharacters(String(error)).trim();
      errors.write(`aisle demo: after ${narrator.chapters.length} steps: ${reason}\n`);
      for (const page of stage.screens()) await narrator.tell('Stuck', 'what the screen showed', page);
      const report = await writeReport(folder, narrator.chapters, [['Ended by', reason]]);
      errors.write(`Report: ${report}\n`);
      return 1;
    } finally {
      await stage.close();
    }
  },
};
