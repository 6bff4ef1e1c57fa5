import { create } from 'qrcode';

/** Modules of quiet zone on each side (ISO/IEC 18004 wants four). */
const quietZone = 4;

/** A QR code at error correction M as one SVG path on a grid of modules. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      let width = 1;
      while (x + width < modules.size && modules.get(y, x + width)) width += 1;
      rows.push(`M${x + quietZone} ${y + quietZone}h${width}v1h-${width}z`);
      x += width - 1;
    }
  }
  return { path: rows.join(''), size: modules.size + 2 * quietZone };
}
