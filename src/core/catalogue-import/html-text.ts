const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  ntilde: 'ñ',
  frac12: '½',
  frac14: '¼',
  copy: '©',
  reg: '®',
  trade: '™',
};

const block =
  /^(p|div|br|hr|ul|ol|li|h[1-6]|table|tr|section|article|header|footer|blockquote|pre|dl|dt|dd)$/;
const hidden = /^(script|style|template|noscript|iframe|object|svg|head|title)$/;

function character(code: number): string {
  const usable = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return usable ? String.fromCodePoint(code) : ' ';
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g,
    (whole, ten, hex, name) => {
      if (ten !== undefined) return character(Number.parseInt(ten, 10));
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    },
  );
}

/** Where the element's content ends: at its closing tag, or at the end of the text when there is none. */
function afterHidden(lower: string, name: string, from: number): number {
  const close = lower.indexOf(`</${name}`, from);
  if (close < 0) return lower.length;
  const end = lower.indexOf('>', close);
  return end < 0 ? lower.length : end + 1;
}

/**
 * Words of an HTML body as plain text: blocks become lines, list items get a dot, scripts and styles go. Entities are
 * decoded once, after the tags are gone, so the answer may hold `<`: it is text, to be shown as text. One pass, linear.
 */
export function textOfHtml(html: string): string {
  // Only A–Z: other letters may change their length.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const lastClosing = html.lastIndexOf('>');
  let text = '';
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    if (open < 0) {
      text += html.slice(position);
      break;
    }
    text += html.slice(position, open);
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      position = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-z][a-z0-9]*)|^<[!?]/.exec(lower.slice(open, open + 24));
    const end = tag && open < lastClosing ? html.indexOf('>', open) : -1;
    if (!tag || end < 0) {
      text += '<';
      position = open + 1;
      continue;
    }
    const name = tag[2] ?? '';
    position = end + 1;
    if (tag[1] === '' && hidden.test(name)) position = afterHidden(lower, name, position);
    else if (name === 'li' && tag[1] === '') text += '\n• ';
    else if (name === 'td' || name === 'th') text += ' ';
    else if (block.test(name)) text += '\n';
  }
  return (
    decode(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
  );
}
