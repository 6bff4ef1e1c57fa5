import { lockFolder } from '../../../../src/platform/store/folder-lock.ts';

/** Holds the folder given as argument until the process is ended. */
const locked = lockFolder(process.argv[2] ?? '', 'kiosk');
process.stdout.write(`${locked.ok ? 'held' : locked.failure.reason}\n`);
setInterval(() => locked.ok, 60_000);
