/** @jsxImportSource hono/jsx */
import type { BagNote } from '../../../contracts/note.ts';

/** What workers noted about the pieces of a bag or an order: what it is, about which pieces, in the shopper's words. */
export function NoteList({
  notes,
  lines,
}: {
  readonly notes: readonly BagNote[];
  readonly lines: readonly { readonly sku: string; readonly title: string }[];
}) {
  if (notes.length === 0) return null;
  const titleOf = (sku: string) => lines.find((line) => line.sku === sku)?.title ?? sku;
  return (
    <ul class="facts notes">
      {notes.map((note) => (
        <li key={`${note.worker} ${note.key}`}>
          <strong>{note.title}</strong>
          <span class="soft">
            {note.pieces.map(({ sku, quantity }) => `${quantity} × ${titleOf(sku)}`).join(' · ')}
          </span>
          {note.text === '' ? null : <q dir="auto">{note.text}</q>}
        </li>
      ))}
    </ul>
  );
}
