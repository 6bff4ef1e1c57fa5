import type { Command } from '../command.ts';
import { createOpenHubData } from '../open-hub-data.ts';
import { devicesHelp } from './devices-options.ts';
import { runDevices } from './run-devices.ts';

export const devicesCommand: Command = {
  name: 'devices',
  summary: 'list kiosks and tills, and retire those that are lost, stolen or scrapped',
  help: devicesHelp,
  run: (argv, { output, errors, environment }) =>
    runDevices(argv, { output, errors, openHub: createOpenHubData(environment) }),
};
