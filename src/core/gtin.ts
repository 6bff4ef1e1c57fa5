/** Check digit of a GTIN without its last digit: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function gtinCheckDigit(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    sum += Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

/** GTIN-8, UPC-A (12) and EAN-13 are the same number as their GTIN-14, padded with zeros; undefined for any other length. */
export const toGtin14 = (digits: string): string | undefined =>
  /^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(digits) ? digits.padStart(14, '0') : undefined;

/** The GTIN-14 of digits whose check digit is right. */
export function validGtin14(digits: string): string | undefined {
  const right = gtinCheckDigit(digits.slice(0, -1)) === Number(digits.at(-1));
  return right ? toGtin14(digits) : undefined;
}
