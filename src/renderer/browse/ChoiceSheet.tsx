import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './ChoiceSheet.module.css';

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly count: number | null;
}

export interface ChoiceSheetProps {
  readonly title: string;
  readonly chosen: string | null;
  readonly choices: readonly Choice[];
  /** Null takes the filter off. */
  readonly onChoose: (value: string | null) => void;
  readonly onClose: () => void;
}

export function ChoiceSheet({ title, chosen, choices, onChoose, onClose }: ChoiceSheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Sheet title={title} onClose={onClose}>
      <div className={styles.choices}>
        <Button kind="choice" pressed={chosen === null} onClick={() => onChoose(null)}>
          {t('filter.any')}
        </Button>
        {choices.map(({ value, name, count }) => (
          <Button
            key={value}
            kind="choice"
            pressed={value === chosen}
            testId={`choice-${value}`}
            onClick={() => onChoose(value)}
          >
            <span>{name}</span>
            {count !== null && <span className={styles.count}>{format.number(count)}</span>}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
