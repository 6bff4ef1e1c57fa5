import type { Command } from '../command.ts';
import { openHubKeys } from './hub-keys.ts';
import { keysHelp } from './keys-options.ts';
import { runKeys } from './run-keys.ts';

export const keysCommand: Command = {
  name: 'keys',
  summary: "list, replace and revoke the keys that sign phones' codes",
  help: keysHelp,
  run: (argv, { output, errors }) => runKeys(argv, { output, errors, openHub: openHubKeys }),
};
