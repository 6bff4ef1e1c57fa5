import type { Command } from '../command.ts';
import { createOpenHubData } from '../open-hub-data.ts';
import { createHubImports } from './hub-catalogue.ts';
import { importHelp } from './import-options.ts';
import { importPolicy } from './import-policy.ts';
import { runImport } from './run-import.ts';

export const importCommand: Command = {
  name: 'import',
  summary: "read a retailer's catalogue, stock and stock policy from files",
  help: importHelp,
  run: (argv, { output, errors, environment }) => {
    const [what, ...rest] = argv;
    const imports = createHubImports(createOpenHubData(environment));
    return what === 'policy'
      ? importPolicy(rest, { output, errors, ...imports })
      : runImport(argv, { output, errors, ...imports });
  },
};
