/** What can befall a run; each kind is to occur in many runs, or nothing is known of it. */
export const happenings = [
  'message lost',
  'message twice',
  'message overtaken',
  'stream broken',
  'line cut',
  'process killed',
  'power cut',
  'power cut amid a commit',
  'unsynced writes lost',
  'hub down',
  'hub restored',
  'clock set',
  'clock drifts',
  'lease lapsed',
  'kiosk hold',
  'kiosk hold while cut off',
  'web hold',
  'hold cancelled',
  'hold extended',
  'till sale',
  'staff step',
  'recount',
] as const;

export type Happening = (typeof happenings)[number];
/** How often each has come about. */
export type Coverage = Readonly<Record<Happening, number>>;

export interface CoverageCounter {
  note(what: Happening): void;
  counts(): Coverage;
}

const none = (): Record<Happening, number> =>
  Object.fromEntries(happenings.map((name) => [name, 0])) as Record<Happening, number>;

export function createCoverage(): CoverageCounter {
  const counts = none();
  return {
    note: (what) => {
      counts[what] += 1;
    },
    counts: () => ({ ...counts }),
  };
}

export function addCoverage(all: readonly Coverage[]): Coverage {
  const sum = none();
  for (const one of all) for (const name of happenings) sum[name] += one[name];
  return sum;
}
