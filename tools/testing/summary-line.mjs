/**
 * The last line of a test run.
 *
 * @param {import('./summary-reporter.mjs').TestCounts} counts
 * @returns {string} such as `12 passed, 0 failed` or `12 passed, 1 failed, 2 skipped`
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {import('./summary-reporter.mjs').TestCounts} counts
 * @param {number | null} vitestCode exit code, null where a signal ended it
 * @returns {number} exit code: a run without tests is a failure too
 */
export function exitCode({ passed, failed }, vitestCode) {
  if (failed > 0 || passed + failed === 0) return vitestCode || 1;
  return vitestCode ?? 1;
}
