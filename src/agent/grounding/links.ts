import { normalise } from './normalise.ts';

const endings =
  'com|net|org|in|io|co|info|biz|shop|store|app|dev|xyz|top|site|online|link|me|ly|gl|ru|cn|tk|ml|es|ae|sa|uk|us|eu|example|test|page|click|live|pay|bank|onion|local';

/** Anything that leads out of the conversation: links, bare domains, mail and payment addresses, handles. */
const waysOut: readonly RegExp[] = [
  /[a-z][a-z0-9+.-]*\s?:\s?\/\s?\/\s?\S/u,
  /(?<![\p{L}\d])(?:javascript|data|mailto|tel|sms|upi|intent|whatsapp|file|bitcoin):\s?\S/u,
  /(?<![\p{L}\d])www\d?\s?\.\s?\S/u,
  new RegExp(`(?<![\\p{L}\\d@.-])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:${endings})(?![\\p{L}\\d-])`, 'u'),
  /(?<![\p{L}\d.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S/u,
  new RegExp(
    `[a-z0-9]\\s?(?:\\[\\.\\]|\\(\\.\\)|\\[dot\\]|\\(dot\\)|\\sdot\\s)\\s?(?:${endings})(?![\\p{L}\\d])`,
    'u',
  ),
  new RegExp(`[a-z0-9]\\s(?:punto|डॉट|دوت|نقطه)\\s(?:${endings}|कॉम|كوم)(?![\\p{L}\\d])`, 'u'),
  /[a-z0-9]\s?(?:@|\(at\)|\[at\])\s?[a-z0-9]/u,
  /(?:^|\s)@[a-z0-9.]{2}/u,
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/u,
];

/** Whether a text leads somewhere else than to the known links, each of which must stand there to the letter. */
export function hasUnknownLink(text: string, known: ReadonlySet<string>): boolean {
  let rest = text;
  for (const link of known) {
    rest = rest
      .split(link)
      .reduce((before, after) =>
        isWhole(before, after) ? `${before} ${after}` : `${before}${link}${after}`,
      );
  }
  const plain = normalise(rest);
  return waysOut.some((pattern) => pattern.test(plain));
}

const isWhole = (before: string, after: string): boolean =>
  !/[\p{L}\p{N}\p{Cf}@/:=?&%.-]$/u.test(before) &&
  !/^(?:[\p{L}\p{N}\p{Cf}/?#&=%@:+~_-]|\.[\p{L}\p{N}])/u.test(after);

/** Runs of digits that could be dialled, as they stand. */
export const phonesIn = (normalised: string): readonly string[] =>
  [
    ...normalised.matchAll(
      /\+\d[\d\s().-]{6,18}\d|(?<![\d.,])\d{3,5}(?:[\s-]\d{3,5}){1,3}(?![\d.,])|\d{8,}/gu,
    ),
  ]
    .map(({ 0: run }) => run)
    .filter((run) => run.replace(/\D/gu, '').length >= 8);
