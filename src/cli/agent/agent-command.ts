import type { Command } from '../command.ts';
import { createOpenShop } from './open-device-with-hub.ts';
import { agentHelp, runAgent } from './run-agent.ts';

export const agentCommand: Command = {
  name: 'agent',
  summary: 'talk with the sales agent: utterances in, JSON events out',
  help: agentHelp,
  run: (argv, streams) => runAgent(argv, streams, createOpenShop(streams.environment)),
};
