import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command.ts';
import { projectFolder, startHub, stopProcess } from '../processes.ts';
import { openDisplay } from './display.ts';
import { startKiosk } from './kiosk-process.ts';
import { createRunningParts } from './running-parts.ts';
import { startSecrets } from './start-secrets.ts';

export const startCommand: Command = {
  name: 'start',
  summary: 'start a hub with the sample shop and open the kiosk on it',
  help: `Starts a hub with the sample shop and opens a kiosk on it, until the window closes or Ctrl-C.

Usage: aisle start [--port N] [--data DIR] [--hub URL] [--store ID] [--size WxH] [--kiosk] [--screenshot FILE]

  --port N           port of the hub (default 4600; 0 takes a free one)
  --data DIR         durable data of both (default .aisle)
  --hub URL          use a hub that runs elsewhere; its AISLE_PAIRING_CODE must be in the environment
  --store ID         shop that the kiosk stands in (default: the hub's first)
  --size WxH         size of the screen in CSS pixels: 1080x1920 (default) or 1920x1080
  --kiosk            full screen without a way out, as in a shop; otherwise a window that fits the desk
  --screenshot FILE  saves the first screen as a PNG (without a display: always, default .aisle/first-screen.png)

Without a display the kiosk runs under Xvfb.
`,
  async run(argv, { output, errors, environment }) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: '4600' },
        data: { type: 'string', default: path.join(projectFolder, '.aisle') },
        hub: { type: 'string' },
        store: { type: 'string' },
        size: { type: 'string', default: '1080x1920' },
        kiosk: { type: 'boolean', default: false },
        screenshot: { type: 'string' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new UsageError(`--port must be a number from 0 (any free one) to 65535, not '${values.port}'.`);
    }
    if (!/^[1-9]\d{2,3}x[1-9]\d{2,3}$/.test(values.size)) {
      throw new UsageError(`--size wants WIDTHxHEIGHT, such as 1080x1920, not '${values.size}'.`);
    }
    if (values.hub !== undefined && !/^https?:\/\//.test(values.hub)) {
      throw new UsageError(`--hub wants a URL, such as http://127.0.0.1:4600, not '${values.hub}'.`);
    }
    const say = (line: string) => output.write(`${line}\n`);
    const dataFolder = path.resolve(values.data);
    const secrets = await startSecrets(dataFolder, environment);
    const parts = createRunningParts();
    try {
      const hub = values.hub
        ? undefined
        : await startHub(
            {
              port,
              dataFolder: path.join(dataFolder, 'hub'),
              environment: { ...environment, AISLE_PAIRING_CODE: secrets.pairingCode },
            },
            'inherit',
            (process) => parts.add(() => stopProcess(process)),
          );
      const hubAddress = values.hub ?? hub?.url ?? '';
      say(
        `Hub:        ${hubAddress}   (web shop; ${hubAddress}/inbox shows what WhatsApp and SMS would deliver)`,
      );

      const display = await openDisplay(environment);
      parts.add(display.close);
      const screenshot =
        values.screenshot ?? (display.virtual ? path.join(dataFolder, 'first-screen.png') : undefined);
      if (display.virtual) say('Display:    none here; the kiosk runs under Xvfb');

      const kiosk = startKiosk({
        dataFolder: path.join(dataFolder, 'kiosk'),
        hubAddress,
        storeId: values.store,
        size: values.size,
        fullScreen: values.kiosk,
        screenshot: screenshot && path.resolve(screenshot),
        environment: {
          ...environment,
          ...display.environment,
          AISLE_PAIRING_CODE: secrets.pairingCode,
          AISLE_STAFF_PIN: secrets.staffPin,
        },
      });
      parts.add(() => stopProcess(kiosk.process));
      hub?.process.once('exit', () => {
        if (!parts.stopping())
          errors.write('aisle start: the hub has ended; the kiosk goes on without it.\n');
      });
      void kiosk.ready.then(() => {
        say(`Kiosk:      open; staff PIN ${secrets.staffPin} (five taps in the top left corner)`);
        if (screenshot) say(`Screenshot: ${path.resolve(screenshot)}`);
        say('Ctrl-C ends both.');
      });
      const status = await kiosk.ended;
      if (status === 0 || parts.stopping()) return 0;
      errors.write(`aisle start: the kiosk ended with status ${status}.\n`);
      return 1;
    } catch (error) {
      // What was asked to stop while it was starting has not failed.
      if (parts.stopping()) return 0;
      throw error;
    } finally {
      await parts.close();
    }
  },
};
