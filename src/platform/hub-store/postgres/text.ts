/** String literal, quoted name, comment; placeholder; word. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\?(\d*)|[A-Za-z_]\w*/gu;
const camelCase = /^[a-z]\w*[A-Z]/u;

/**
 * An SQL text of `Sql` as PostgreSQL wants it: placeholders are `$1`, and names in camel case stand in quotes, without
 * which they would be read as lower case. What stands in literals and comments stays. `replaceWord` gives another word
 * for one that is neither.
 */
export function postgresText(text: string, replaceWord: (word: string) => string = (word) => word): string {
  let unnumbered = 0;
  let numbered = 0;
  const rewritten = text.replace(token, (found, number: string | undefined) => {
    if (number !== undefined) {
      if (number === '') unnumbered += 1;
      else numbered += 1;
      return `$${number === '' ? unnumbered : number}`;
    }
    if (!/^\w/u.test(found)) return found;
    return camelCase.test(found) ? `"${found}"` : replaceWord(found);
  });
  if (unnumbered > 0 && numbered > 0) throw new Error(`Numbered and other placeholders in one text: ${text}`);
  return rewritten;
}
