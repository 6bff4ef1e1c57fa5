import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { markAsBackup } from '../platform/hub-store/migrations.ts';
import { backUp } from '../platform/store/backup.ts';
import { openConnection } from '../platform/store/connection.ts';
import { storeFailure } from '../platform/store/store-failure.ts';
import { type Command, CommandFailure } from './command.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'copy the data of a hub, running or not',
  help: `Copies the data of a hub as it is at this moment into backups/ beside it, and keeps the last three copies.

Usage: aisle backup [--data DIR]

  --data DIR  the hub's data (default .aisle/hub); the hub may be running

Prints the path of the copy. To restore: stop the hub, put the copy in the place of hub.sqlite, take hub.sqlite-wal and
hub.sqlite-shm away, start the hub. It sees that it was restored: kiosks say again what they did since, and until they have, the hub
promises no stock of their shops. What the web shop alone did since is lost.

A hub on PostgreSQL (DATABASE_URL) is copied by PostgreSQL's own pg_dump, and after a restore started with 'aisle hub --restored'.
`,
  run: async (argv, { output, environment }) => {
    const { values } = parseArgs({
      args: [...argv],
      options: { data: { type: 'string', default: '.aisle/hub' } },
    });
    if (environment.DATABASE_URL)
      throw new CommandFailure(
        "This hub's data are in PostgreSQL: copy them with pg_dump, and after a restore start with 'aisle hub --restored'.",
      );
    const file = path.join(values.data, 'hub.sqlite');
    if (!existsSync(file))
      throw new CommandFailure(`There is no hub in ${values.data}. Name its folder with --data.`);
    try {
      const connection = openConnection(file);
      const copy = backUp(connection, file, { schema: 'asked', at: Date.now(), scrub: markAsBackup });
      connection.close();
      output.write(`${copy}\n`);
      return 0;
    } catch (error) {
      const failure = storeFailure(error, file);
      if (failure && !failure.ok) throw new CommandFailure(failure.failure.message);
      throw error;
    }
  },
};
