import { normalise } from './normalise.ts';

const years = String.raw`(?:years?|yrs?|y|yo|saal|sal|साल|anos?|سنه|سنوات|سنين)`;
/** `4-5 years`, `4 to 5 saal`, `a 4 year old`, as tokens with blanks between. */
const ages = new RegExp(
  String.raw`(?<= |^)(\d{1,2})(?:(?:-| to | se | a | الي )(\d{1,2}))? ?(?:-| )?${years}(?: (?:old|ka|ki|ke|का|की|के|بنت|عمر))?(?= |$)`.normalize(
    'NFC',
  ),
  'u',
);

/** The text with an age in the words of the size for it, where the shop has one: `4-5y`. */
export function markAges(text: string, sizes: readonly string[]): string {
  const found = ages.exec(text);
  if (found === null) return text;
  const [said, from, to] = found;
  const age = Number(from);
  const size = sizes
    .map((name) => ({ name, range: /^(\d+)-(\d+)y$/u.exec(normalise(name)) }))
    .find(({ range }) =>
      to === undefined
        ? range !== null && Number(range[1]) <= age && age <= Number(range[2])
        : range !== null && Number(range[1]) === age && Number(range[2]) === Number(to),
    );
  return size === undefined ? text : text.replace(said, normalise(size.name));
}
