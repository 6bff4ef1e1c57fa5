import type { DeviceEnvironment } from '../../core/ports/environment.ts';
import { type LeaseMark, leaseLeft, mayPromise } from '../../core/stock/lease.ts';
import type { Connection } from './connection.ts';

/** What the rights of this file are worth now. */
export interface DeviceLease {
  /** Undefined where rights have no end. */
  number(): number | undefined;
  mayPromise(): boolean;
  /** Latest instant (milliseconds since 1970) that a promise made now may last to. */
  promiseEnd(): number;
  /** Every promise made by these rights is over. */
  isOver(): boolean;
}

export function createDeviceLease(connection: Connection, environment: DeviceEnvironment): DeviceLease {
  const read = connection.prepare<LeaseMark & { readonly paused: number }>(
    'SELECT lease, leaseMs, leaseWall, leaseUptime, seenAt, paused FROM replica',
  );
  const mark = () => {
    const found = read.first();
    if (found === undefined) throw new Error('The store file has lost its row of replica');
    return found;
  };
  const clocks = () => ({ now: environment.now(), uptime: environment.uptime() });
  return {
    number: () => {
      const { lease, leaseMs } = mark();
      return lease > 0 && leaseMs !== null ? lease : undefined;
    },
    mayPromise: () => {
      const known = mark();
      return known.paused === 0 && mayPromise(known, clocks());
    },
    promiseEnd: () => environment.now() + leaseLeft(mark(), clocks()),
    isOver: () => {
      const known = mark();
      return known.lease > 0 && leaseLeft(known, clocks()) <= 0;
    },
  };
}
