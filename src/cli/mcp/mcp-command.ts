import { createOpenShop } from '../agent/open-device-with-hub.ts';
import type { Command } from '../command.ts';
import { mcpHelp, runMcp } from './run-mcp.ts';

export const mcpCommand: Command = {
  name: 'mcp',
  summary: "serve the workers' tools to an MCP client over stdio",
  help: mcpHelp,
  run: (argv, streams) => runMcp(argv, streams, createOpenShop(streams.environment)),
};
