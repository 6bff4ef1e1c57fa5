import { readdir, readFile } from 'node:fs/promises';

/** MiB. `proportional` counts shared pages once over all processes, `resident` in each that has them. */
export interface Memory {
  readonly proportional: number;
  readonly resident: number;
  /** Proportional, by kind of process: `main`, `renderer`, `gpu-process`, `utility`, `zygote`. */
  readonly kinds: ReadonlyMap<string, number>;
}

async function parents(): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent !== undefined) found.set(Number(name), Number(parent));
  }
  return found;
}

/** A process and all that it started (Linux; proc(5), `smaps_rollup`). */
export async function memoryOf(root: number): Promise<Memory> {
  const parentOf = await parents();
  const belongs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || belongs(parentOf.get(pid)));
  const kinds = new Map<string, number>();
  let resident = 0;
  let proportional = 0;
  for (const pid of [...parentOf.keys()].filter(belongs)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const kind = /--type=([a-z-]+)/.exec(command)?.[1] ?? 'main';
    const read = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
    resident += read('Rss');
    proportional += read('Pss');
    kinds.set(kind, (kinds.get(kind) ?? 0) + read('Pss'));
  }
  return { resident, proportional, kinds };
}
