import path from 'node:path';
import type { DeviceEnvironment } from '../../../core/ports/environment.ts';
import type { Connection } from '../../../platform/store/connection.ts';
import type { Random } from '../random.ts';
import type { CoverageCounter } from '../truth/coverage.ts';
import { type Clock, createClock, createEnvironment } from './clock.ts';
import {
  type CommitMoment,
  type CrashKind,
  createDisk,
  type DiskImage,
  putImage,
  type SimulatedDisk,
} from './disk.ts';
import type { Incarnation } from './incarnation.ts';
import type { Scheduler } from './scheduler.ts';

/** What a process is started with. */
export interface Life {
  readonly incarnation: Incarnation;
  readonly disk: SimulatedDisk;
  readonly environment: DeviceEnvironment;
  /** For what the process itself leaves to chance. */
  readonly random: Random;
  /** Whether another content was put on the disk since the last life. */
  readonly restored: boolean;
}

/** A machine with a clock and a disk, on which a process runs, dies and is started again. */
export interface Machine<Process> {
  readonly name: string;
  readonly clock: Clock;
  /** The process that runs; undefined while it is down. */
  process(): Process | undefined;
  /** Starts the process over what is on the disk; does nothing while one runs. It runs when everything waits again. */
  start(): void;
  crash(kind: CrashKind): void;
  /** Its process is gone, and no one will ask what is left on its disk: after the run. */
  discard(): void;
  /** At the given commit from now on, 1 being the next; `onCrash` runs right then. */
  crashAtCommit(count: number, moment: CommitMoment, kind: CrashKind, onCrash: () => void): void;
  /** Calls off a crash that is still to come. */
  disarm(): void;
  /** What is on the disk, all that was written included. */
  copyDisk(): DiskImage;
  /** Puts another content on the disk, while the process is down. */
  replaceDisk(image: DiskImage): void;
  /** Takes away what dead processes left open. Only while everything waits. */
  bury(): void;
}

export interface MachineOptions<Process> {
  readonly name: string;
  readonly folder: string;
  readonly fileName: string;
  readonly image: DiskImage;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly coverage: CoverageCounter;
  readonly wrapConnection: (connection: Connection) => Connection;
  readonly boot: (life: Life) => Promise<Process>;
  readonly onBug: (error: unknown) => void;
  /** Runs when a process has been opened. */
  readonly onStart?: (process: Process) => void;
  /** Runs when a process has just died. */
  readonly onDeath?: () => void;
  /** Runs when the power has gone, and with it what was not synced. */
  readonly onPowerCut?: () => void;
}

export function createMachine<Process>(options: MachineOptions<Process>): Machine<Process> {
  const { name, scheduler, random, coverage } = options;
  const quartz = random.split('quartz').whole(-100, 100);
  const clock = createClock(scheduler.now, 1 + quartz / 1_000_000);
  const diskChance = random.split('disk');
  let lives = 0;
  let restored = false;
  let image = options.image;
  let running: { readonly life: Life; process: Process | undefined } | undefined;
  let dead: SimulatedDisk[] = [];

  const discard = (): void => {
    if (running === undefined) return;
    running.life.incarnation.alive = false;
    dead.push(running.life.disk);
    running = undefined;
    options.onDeath?.();
  };
  const die = (left: DiskImage, kind: CrashKind): void => {
    if (running === undefined) return;
    coverage.note(kind === 'kill' ? 'process killed' : 'power cut');
    if (kind === 'power-cut') clock.reboot();
    image = left;
    discard();
    if (kind === 'power-cut') options.onPowerCut?.();
  };

  return {
    name,
    clock,
    process: () => running?.process,
    start: () => {
      if (running !== undefined) return;
      lives += 1;
      const folder = path.join(options.folder, `${name.replaceAll(' ', '-')}-${lives}`);
      const disk = createDisk(putImage(folder, options.fileName, image), diskChance, {
        wrap: options.wrapConnection,
        onLoss: () => coverage.note('unsynced writes lost'),
      });
      const chance = random.split(`life ${lives}`);
      const life: Life = {
        incarnation: { alive: true },
        disk,
        environment: createEnvironment(clock, chance.split('ids')),
        random: chance,
        restored,
      };
      restored = false;
      const own = { life, process: undefined as Process | undefined };
      running = own;
      options.boot(life).then((process) => {
        own.process = process;
        options.onStart?.(process);
      }, options.onBug);
    },
    crash: (kind) => {
      if (running === undefined) return;
      die(running.life.disk.image(kind), kind);
    },
    discard,
    crashAtCommit: (count, moment, kind, onCrash) => {
      running?.life.disk.crashAtCommit(count, moment, kind, (left) => {
        if (kind === 'power-cut' && moment === 'torn') coverage.note('power cut amid a commit');
        die(left, kind);
        onCrash();
      });
    },
    disarm: () => running?.life.disk.disarm(),
    copyDisk: () => running?.life.disk.image('kill') ?? image,
    replaceDisk: (content) => {
      image = content;
      restored = true;
    },
    bury: () => {
      for (const disk of dead) disk.remove();
      dead = [];
    },
  };
}
