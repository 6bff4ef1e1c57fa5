import type { Command } from '../command.ts';
import { openHubCatalogue, putHubPolicy } from './hub-catalogue.ts';
import { importHelp } from './import-options.ts';
import { importPolicy } from './import-policy.ts';
import { runImport } from './run-import.ts';

export const importCommand: Command = {
  name: 'import',
  summary: "read a retailer's catalogue, stock and stock policy from files",
  help: importHelp,
  run: (argv, { output, errors }) => {
    const [what, ...rest] = argv;
    return what === 'policy'
      ? importPolicy(rest, { output, errors, putPolicy: putHubPolicy })
      : runImport(argv, { output, errors, openCatalogue: openHubCatalogue });
  },
};
