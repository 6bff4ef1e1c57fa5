import type { CrashTime, Deed, Fault, PlanItem } from './plan.ts';

/** `1:02:03.456`, from the run's start. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => `${part}`.padStart(2, '0'));
  return `${hours}:${minutes}:${rest}.${`${milliseconds % 1000}`.padStart(3, '0')}`;
}

function durationText(milliseconds: number): string {
  const seconds = Math.abs(milliseconds) / 1000;
  if (seconds < 120) return `${seconds.toFixed(1)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function crashText(how: string, at: CrashTime | null): string {
  const what = how === 'kill' ? 'the process is killed' : 'the power goes';
  if (at === null) return what;
  const moments = { before: 'right before', torn: 'in the middle of', after: 'right after' };
  return `${what} ${moments[at.moment]} commit ${at.commit} from now`;
}

/** One step of a plan in words. */
export function describe(what: Deed | Fault): string {
  switch (what.kind) {
    case 'hold':
      return `kiosk ${what.kiosk}: visitor ${what.visitor} wants ${what.quantity} of ${what.sku}`;
    case 'cancel':
      return `kiosk ${what.kiosk}: someone cancels hold ${what.which}`;
    case 'extend':
      return `kiosk ${what.kiosk}: someone wants more time with hold ${what.which}`;
    case 'leave':
      return `kiosk ${what.kiosk}: visitor ${what.visitor} leaves`;
    case 'step':
      return `kiosk ${what.kiosk}: an associate makes piece ${what.which} of the list ${what.to}`;
    case 'recount':
      return `kiosk ${what.kiosk}: a recount finds ${Math.abs(what.difference)} ${what.difference < 0 ? 'fewer' : 'more'} of ${what.sku}`;
    case 'sell':
      return `till: sells ${what.quantity} of ${what.sku}`;
    case 'web-hold':
      return `web: visitor ${what.visitor} wants ${what.quantity} of ${what.sku}`;
    case 'web-cancel':
      return `web: someone cancels hold ${what.which}`;
    case 'web-extend':
      return `web: someone wants more time with hold ${what.which}`;
    case 'cut':
      return `kiosk ${what.kiosk}: the line is cut for ${durationText(what.lasts)}`;
    case 'bad-line':
      return `kiosk ${what.kiosk}: the line is bad for ${durationText(what.lasts)}`;
    case 'kiosk-crash':
      return `kiosk ${what.kiosk}: ${crashText(what.how, what.at)}, down for ${durationText(what.down)}`;
    case 'hub-crash':
      return `hub: ${crashText(what.how, what.at)}, down for ${durationText(what.down)}`;
    case 'hub-backup':
      return 'hub: a copy of its file is kept';
    case 'hub-restore':
      return `hub: restored from the last copy, down for ${durationText(what.down)}`;
    case 'clock-jump':
      return `kiosk ${what.kiosk}: the clock is set ${durationText(what.by)} ${what.by < 0 ? 'back' : 'forward'}`;
    case 'clock-drift':
      return `kiosk ${what.kiosk}: the clock gains ${what.perSecond} ms a second`;
  }
}

export const describeItem = ({ time, what }: PlanItem): string => `${clockText(time)}  ${describe(what)}`;
