import { handoverPath } from '../../contracts/capsule.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { validGtin14 } from '../gtin.ts';

/** What a camera or wedge scanner read. */
export type Scan =
  /** `capsule` is the text after `#`, unchecked; null where the link carries none. */
  | { readonly kind: 'handover'; readonly handle: string; readonly capsule: string | null }
  /** 14 digits with a right check digit. */
  | { readonly kind: 'product'; readonly gtin: string };

/** Application identifier 01 in the path of a GS1 Digital Link (https://www.gs1.org/standards/gs1-digital-link). */
const digitalLinkPath = /(?:^|\/)(?:01|gtin)\/(\d{8,14})(?:\/|$)/;
/** Scanners may announce the symbology first (ISO/IEC 15424), e.g. `]E0` for EAN-13. */
const symbologyPrefix = /^\][A-Za-z][0-9]/;

const foreign = (): Result<never> =>
  fail(
    'invalid',
    'This code is not one of ours. Show the code under "Continue in store", or the price tag.',
    {
      reason: 'code-foreign',
    },
  );

function productOf(digits: string): Scan | undefined {
  const gtin = validGtin14(digits);
  return gtin === undefined ? undefined : { kind: 'product', gtin };
}

function parseLink(url: URL): Scan | undefined {
  const [, handle] = handoverPath.exec(url.pathname) ?? [];
  if (handle !== undefined) {
    const capsule = url.hash.slice(1);
    return { kind: 'handover', handle, capsule: capsule === '' ? null : capsule };
  }
  const [, digits] = digitalLinkPath.exec(url.pathname) ?? [];
  return digits === undefined ? undefined : productOf(digits);
}

/**
 * Tells what a scanned text is, without asking anyone: the host of a link is never fetched, so it does not matter.
 * Everything else is `invalid` with reason `code-foreign`.
 */
export function parseHandover(text: string): Result<Scan> {
  const scanned = text.trim().replace(symbologyPrefix, '');
  const elementString = /^(?:\(01\)|01)(\d{14})(?:\D|$)/.exec(scanned)?.[1];
  const product = productOf(scanned) ?? productOf(elementString ?? '');
  if (product !== undefined) return succeed(product);
  if (!/^https?:\/\//i.test(scanned) || !URL.canParse(scanned)) return foreign();
  const scan = parseLink(new URL(scanned));
  return scan === undefined ? foreign() : succeed(scan);
}
