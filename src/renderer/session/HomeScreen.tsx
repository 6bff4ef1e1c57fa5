import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { Shell } from '../app/Shell.tsx';
import { CardView } from '../chat/CardView.tsx';
import { Composer } from '../chat/Composer.tsx';
import { Suggestions } from '../chat/Suggestions.tsx';
import { useLatestAnswer } from '../chat/use-latest-answer.ts';
import { BagPieces } from './BagPieces.tsx';
import { CompleteLook } from './CompleteLook.tsx';
import { Departments } from './Departments.tsx';
import { HeldNow } from './HeldNow.tsx';
import styles from './HomeScreen.module.css';
import { MorePieces } from './MorePieces.tsx';
import { Welcome } from './Welcome.tsx';

/** Where a session goes on: what was said and chosen elsewhere, what finishes it, and what else there is. */
export function HomeScreen() {
  const { t } = useTranslation();
  const session = useKiosk((kiosk) => kiosk.session);
  const answer = useLatestAnswer();
  if (!session) return null;
  const first = session.cart.lines[0];
  const shownCards = answer?.cards.slice(0, 2) ?? [];
  const hasBundle = shownCards.some((card) => card.type === 'bundle');
  return (
    <Shell backTo="none" dock={<Composer />} testId="home">
      <div className={styles.home} data-bare={session.cart.lines.length === 0 && shownCards.length === 0}>
        <div className={styles.story}>
          <Welcome message={answer?.text ?? null} />
          <HeldNow />
          {session.cart.lines.length > 0 && <BagPieces cart={session.cart} />}
          {shownCards.map((card, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cards of one message have no other identity
            <CardView key={place} card={card} />
          ))}
          {first && !hasBundle && <CompleteLook handle={first.handle} />}
          <Suggestions
            fallback={[t('home.suggestOccasion'), t('home.suggestBudget'), t('home.suggestStock')]}
          />
        </div>
        <div className={styles.shop}>
          <Departments />
          <MorePieces />
        </div>
      </div>
    </Shell>
  );
}
