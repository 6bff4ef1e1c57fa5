import type { Command } from '../command.ts';
import { createOpenHubData } from '../open-hub-data.ts';
import { ordersHelp } from './orders-options.ts';
import { runOrders } from './run-orders.ts';

export const ordersCommand: Command = {
  name: 'orders',
  summary: 'list orders that wait for the shop, and say what was done about one',
  help: ordersHelp,
  run: (argv, { output, errors, environment }) =>
    runOrders(argv, { output, errors, openHub: createOpenHubData(environment) }),
};
