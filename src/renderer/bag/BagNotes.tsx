import type { SessionView } from '../../contracts/session.ts';
import styles from './BagNotes.module.css';

/** What workers noted about pieces of the bag, for the shopper and for whoever finishes the sale. */
export function BagNotes({ notes, cart }: Pick<SessionView, 'notes' | 'cart'>) {
  if (notes.length === 0) return null;
  const titleOf = (sku: string) => cart.lines.find((line) => line.sku === sku)?.title ?? sku;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={`${note.worker} ${note.key}`} data-testid="bag-note">
          <b>{note.title}</b>
          <p>
            {note.pieces.map(({ sku, quantity }) => (
              <bdi key={sku}>
                {quantity} × {titleOf(sku)}
              </bdi>
            ))}
          </p>
          {note.text !== '' && <q dir="auto">{note.text}</q>}
        </li>
      ))}
    </ul>
  );
}
