import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { projectFolder, startHub, stopProcess } from '../processes.ts';
import { openDisplay } from './display.ts';
import { startKiosk } from './kiosk-process.ts';
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
    const say = (line: string) => output.write(`${line}\n`);
    const dataFolder = path.resolve(values.data);
    const secrets = await startSecrets(dataFolder, environment);
    const hub = values.hub
      ? undefined
      : await startHub({
          port: Number(values.port),
          dataFolder: path.join(dataFolder, 'hub'),
          environment: { ...environment, AISLE_PAIRING_CODE: secrets.pairingCode },
        });
    const hubAddress = values.hub ?? hub?.url ?? '';
    say(
      `Hub:        ${hubAddress}   (web shop; ${hubAddress}/inbox shows what WhatsApp and SMS would deliver)`,
    );

    const display = await openDisplay(environment);
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
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void stopProcess(kiosk.process));
    }
    void kiosk.ready.then(() => {
      say(`Kiosk:      open; staff PIN ${secrets.staffPin} (five taps in the top left corner)`);
      if (screenshot) say(`Screenshot: ${path.resolve(screenshot)}`);
      say('Ctrl-C ends both.');
    });
    const status = await kiosk.ended;
    if (hub) await stopProcess(hub.process);
    display.close();
    if (status !== 0) errors.write(`aisle start: the kiosk ended with status ${status}.\n`);
    return status === 0 ? 0 : 1;
  },
};
