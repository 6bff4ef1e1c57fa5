import type { Command } from '../command.ts';
import { openHubCatalogue } from './hub-catalogue.ts';
import { importHelp } from './import-options.ts';
import { runImport } from './run-import.ts';

export const importCommand: Command = {
  name: 'import',
  summary: "read a retailer's catalogue and stock from CSV files",
  help: importHelp,
  run: (argv, { output, errors }) => runImport(argv, { output, errors, openCatalogue: openHubCatalogue }),
};
