import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import styles from './Suggestions.module.css';
import { say } from './talk.ts';
import { useTurn } from './turn-store.ts';

const shown = 5;

/** The next likely wishes, as words one could have said. */
export function Suggestions({ fallback = [] }: { readonly fallback?: readonly string[] }) {
  const { t } = useTranslation();
  const turn = useTurn((state) => state.turn);
  const words =
    turn && turn.outcome !== 'running' && turn.suggestions.length > 0 ? turn.suggestions : fallback;
  if (turn?.outcome === 'running' || words.length === 0) return null;
  return (
    <fieldset className={styles.chips} aria-label={t('chat.suggestions')}>
      {words.slice(0, shown).map((text) => (
        <Button key={text} kind="pill" testId="suggestion" onClick={() => void say(text)}>
          {text}
        </Button>
      ))}
    </fieldset>
  );
}
