let listener: ((text: string) => void) | null = null;

/** What a wedge scanner read while staff are at the screen: theirs, not a shopper's. */
export const takeStaffScan = (text: string): void => listener?.(text);

export function onStaffScan(take: (text: string) => void): () => void {
  listener = take;
  return () => {
    if (listener === take) listener = null;
  };
}
