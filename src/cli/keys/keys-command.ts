import type { Command } from '../command.ts';
import { createOpenHubData } from '../open-hub-data.ts';
import { keysHelp } from './keys-options.ts';
import { runKeys } from './run-keys.ts';

export const keysCommand: Command = {
  name: 'keys',
  summary: "list, replace and revoke the keys that sign phones' codes",
  help: keysHelp,
  run: (argv, { output, errors, environment }) =>
    runKeys(argv, { output, errors, openHub: createOpenHubData(environment) }),
};
