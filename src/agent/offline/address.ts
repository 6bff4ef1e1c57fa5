import { type Address, address } from '../../contracts/address.ts';

/**
 * An address that was written on one line: street, city and postal code with commas between, behind a colon or a `to` where
 * words come before it. Undefined where it is not plainly one: no part of an address is guessed.
 */
export function readAddress(utterance: string): Address | undefined {
  const text = utterance
    .trim()
    .replace(/[\s,]*(?:instead|please|pls|thanks|thank you)?[.!।]*$/iu, '')
    .replace(/[\s,]*(?:instead|please)$/iu, '');
  const colon = text.lastIndexOf(':');
  const lead =
    /^.*?\b(?:order|parcel|package|pedido|address|direccion|dirección|[a-z]{2}-\d{3,})\b.*?\b(?:to|is|at|a)\s+(?=\S*\d|(?:flat|house|plot|no|door|apartment)\b)/iu.exec(
      text,
    );
  const written = colon >= 0 ? text.slice(colon + 1) : text.slice(lead?.[0].length ?? 0);
  const parts = /^(?<street>.+?),\s*(?<city>[^,\d]+?)[,\s]+(?<postalCode>\d{5,6})$/su.exec(written.trim());
  const read = address.safeParse(parts?.groups);
  return read.success ? read.data : undefined;
}
