import type { ImportReport } from '../../core/catalogue-import/report.ts';

const shownErrors = 20;

/** The report for people, for the end of stdout. */
export function reportText(report: ImportReport, target: string): string {
  const { details } = report;
  const line = (name: string, total: number, counts: ImportReport['details']['products']) =>
    `  ${name.padEnd(9)} ${String(total).padStart(8)}   new ${counts.created}, changed ${counts.changed}, unchanged ${counts.unchanged}\n`;
  return [
    report.dryRun ? `Dry run: nothing was changed in ${target}.\n` : `Imported into ${target}:\n`,
    line('products', report.products, details.products),
    line('variants', report.variants, details.variants),
    line('stock', report.stock, details.stock),
    ...report.notes.map((note) => `  ${note}\n`),
    report.errorCount === 0 ? '  no errors\n' : `  ${report.errorCount} rows or cells with errors\n`,
  ].join('');
}

/** The first errors, a line each, for stderr. */
export function errorLines(
  report: ImportReport,
  files: Readonly<Record<'catalogue' | 'inventory', string>>,
): string {
  const lines = report.errors.slice(0, shownErrors).map(({ file, row, column, message }) => {
    const place = column === null ? `row ${row}` : `row ${row}, ${column}`;
    return `${files[file]}: ${place}: ${message}\n`;
  });
  const rest = report.errorCount - lines.length;
  return lines.join('') + (rest > 0 ? `… and ${rest} more; --json lists them.\n` : '');
}
