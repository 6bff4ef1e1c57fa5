/** Letters of other alphabets that look like Latin ones: no language of the shop is written in theirs. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  [
    ...'аaеeоoрpсcхxуyіiјjѕsвbнhкkмmтtгrԁdɡgһhӏlɩiոn'.matchAll(/(.)(.)/gu),
    ...'αaοoεeρpνvτtκkιiυuχxβbηnωw'.matchAll(/(.)(.)/gu),
  ].map(([, from = '', to = '']) => [from, to]),
);

/** Blocks of decimal digits start at a code that ends in 0 or 6. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const row = code & ~0xf;
  const start = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6;
  return String(code - start);
}

/**
 * What a reader sees, in one spelling: digits of every script as `0` to `9`, no invisible characters, no markup, no accents, look-alike
 * letters as the Latin ones, one space for any space; lower case. Fractions such as ½ become `1⁄2`.
 */
export function normalise(text: string): string {
  return (
    text
      .replace(/&#(x[\da-f]{1,6}|\d{1,7});/giu, (whole, code: string) => {
        const value = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code);
        return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : whole;
      })
      // The thin and unbreakable spaces that group digits; an ordinary one stands between two numbers.
      .replace(/(?<=\p{Nd})[\u00a0\u2009\u202f'’](?=\p{Nd}{3}(?!\p{Nd}))/gu, '')
      .normalize('NFKC')
      .replace(/\p{Cf}|\p{Variation_Selector}|\u20e3/gu, '')
      .replace(/<\/?[a-z][^<>]{0,200}>/giu, '')
      .replace(/[*_~`]/gu, '')
      .replace(/\p{Nd}/gu, digitOf)
      .replace(/٪/gu, '%')
      .replace(/٫/gu, '.')
      .replace(/[٬،]/gu, ',')
      .replace(/[‐-―−]/gu, '-')
      .replace(/[’‘`´]/gu, "'")
      .toLowerCase()
      .normalize('NFD')
      // Accents, Arabic vowel signs and what an alif carries, the dot below Devanagari letters.
      .replace(/[\u0300-\u036f\u064b-\u0652\u0640\u093c]|(?<=ا)[\u0653-\u0655]/gu, '')
      .normalize('NFC')
      .replace(/\u0901/gu, '\u0902')
      .replace(/ی|ى/gu, 'ي')
      .replace(/ک/gu, 'ك')
      .replace(/ة/gu, 'ه')
      .replace(/[\u0370-\u058f\u0261\u0269]/gu, (letter) => lookalikes.get(letter) ?? letter)
      .replace(/(?<=\d)o+(?=[\do]*(?!\p{L}))/gu, (zeros) => '0'.repeat(zeros.length))
      .replace(/\s+/gu, ' ')
  );
}
