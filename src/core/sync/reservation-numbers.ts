const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Making one is a hundred times the work of using it. The Swedish locale writes dates as ISO 8601 does. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const format =
    dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  dayFormats.set(timeZone, format);
  return format;
}

/** The local calendar day of an instant (milliseconds since 1970), e.g. `2026-11-22`. */
export function localDay(at: number, timeZone: string): string {
  return dayFormat(timeZone).format(at);
}

/** Who gives out a number: the web and the hub itself have index 0, the kiosks of a hub count from 1. */
const rangeSize = 99;

/**
 * The next short number of a range, without asking anyone: index 0 gives 1 to 99, index 3 gives 301 to 399. So numbers
 * never meet between devices, and have two or three digits with up to nine kiosks. After the 99th of a day it starts
 * again and skips the numbers that are still held; undefined when all are.
 */
export function nextReservationNumber(
  deviceIndex: number,
  last: number | undefined,
  held: ReadonlySet<number>,
): number | undefined {
  const base = deviceIndex * 100;
  const previous = last === undefined ? 0 : last - base;
  for (let step = 1; step <= rangeSize; step += 1) {
    const candidate = base + ((previous + step - 1) % rangeSize) + 1;
    if (!held.has(candidate)) return candidate;
  }
  return undefined;
}
