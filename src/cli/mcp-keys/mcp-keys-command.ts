import type { Command } from '../command.ts';
import { createOpenHubData } from '../open-hub-data.ts';
import { mcpKeysHelp } from './mcp-keys-options.ts';
import { runMcpKeys } from './run-mcp-keys.ts';

export const mcpKeysCommand: Command = {
  name: 'mcp-keys',
  summary: 'make, list and revoke the keys with which MCP clients may use the hub',
  help: mcpKeysHelp,
  run: (argv, { output, errors, environment }) =>
    runMcpKeys(argv, { output, errors, openHub: createOpenHubData(environment) }),
};
