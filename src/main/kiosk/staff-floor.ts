import type { FloorTaskView, StockCount } from '../../contracts/floor.ts';
import type { CorrectionReason, FloorStep } from '../../contracts/operation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { parseHandover } from '../../core/handover/parse-handover.ts';
import type { Shop } from '../../core/shop.ts';
import type { Audit } from './staff-door.ts';

export interface StaffFloorPorts {
  readonly shop: Pick<Shop, 'floor' | 'browsing'>;
  /** The shop that this kiosk stands in; undefined before pairing. */
  readonly storeId: () => string | undefined;
  readonly audit: Audit;
}

/** What associates do at this kiosk with the pieces of its shop. Every step is written down, with ids only. */
export class StaffFloor {
  constructor(private readonly ports: StaffFloorPorts) {}

  async tasks(): Promise<Result<FloorTaskView[]>> {
    return succeed([...(await this.ports.shop.floor.tasks(this.here()))]);
  }

  async advance(reservationId: string, to: FloorStep): Promise<Result<Record<string, never>>> {
    const done = await this.ports.shop.floor.advance(this.here(), reservationId, to);
    this.ports.audit(`reservation ${to}`, { reservationId, outcome: outcomeOf(done) });
    return done.ok ? succeed({}) : done;
  }

  /** By what a scanner read or somebody typed: a barcode in any of its forms, or a SKU in small or capital letters. */
  async find(text: string): Promise<Result<StockCount>> {
    const sku = await this.skuOf(text.trim());
    return sku.ok ? this.ports.shop.floor.count(this.here(), sku.value) : sku;
  }

  /** Gives the figure after the correction. */
  async correct(
    sku: string,
    count: { readonly counted: number; readonly shown: number; readonly reason: CorrectionReason },
  ): Promise<Result<StockCount>> {
    const done = await this.ports.shop.floor.correct(this.here(), sku, count);
    this.ports.audit('stock corrected', { sku, ...count, outcome: outcomeOf(done) });
    return done.ok ? this.ports.shop.floor.count(this.here(), sku) : done;
  }

  private here(): string {
    return this.ports.storeId() ?? '';
  }

  private async skuOf(text: string): Promise<Result<string>> {
    const { browsing } = this.ports.shop;
    for (const sku of new Set([text, text.toUpperCase(), text.toLowerCase()])) {
      const found = await browsing.resolve({ sku });
      if (found.ok) return succeed(found.value.variant.sku);
    }
    const scanned = parseHandover(text);
    // A shop's own labels may carry numbers without a right check digit: known is what the catalogue knows.
    const barcode =
      scanned.ok && scanned.value.kind === 'product' ? scanned.value.gtin : /^\d+$/.exec(text)?.[0];
    if (barcode !== undefined) {
      const variant = await browsing.byBarcode(barcode);
      return variant.ok ? succeed(variant.value.sku) : variant;
    }
    return fail('not-found', 'No piece has this number. Scan its label, or type the barcode or SKU on it.', {
      reason: 'sku-unknown',
    });
  }
}

const outcomeOf = (result: Result<unknown>): string =>
  result.ok ? 'done' : (result.failure.reason ?? result.failure.kind);
