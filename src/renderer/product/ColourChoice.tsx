import { useTranslation } from 'react-i18next';
import { Picture } from '../shared/Picture.tsx';
import styles from './ColourChoice.module.css';
import type { ColourOption } from './matrix.ts';

export interface ColourChoiceProps {
  readonly colours: readonly ColourOption[];
  readonly chosen: string | null;
  readonly onChoose: (colour: string) => void;
}

/** Colours as the garment in each: truer than a dot, and it works for photographs and patterns alike. */
export function ColourChoice({ colours, chosen, onChoose }: ColourChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.colours} aria-label={t('product.colour')}>
      {colours.map(({ colour, image, available }) => (
        <button
          key={colour}
          type="button"
          className={styles.colour}
          data-testid={`colour-${colour}`}
          data-none={available === 0}
          aria-pressed={colour === chosen}
          aria-label={t(available === 0 ? 'product.colourNone' : 'product.colourHere', {
            colour,
            count: available,
          })}
          onClick={() => onChoose(colour)}
        >
          <span className={styles.swatch}>
            <Picture source={image} alt="" />
          </span>
          <span className={styles.name}>{colour}</span>
        </button>
      ))}
    </fieldset>
  );
}
