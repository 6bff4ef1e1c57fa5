import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contracts/result.ts';
import { Button } from '../shared/Button.tsx';
import { Icon } from '../shared/Icon.tsx';
import { Keyboard } from '../shared/Keyboard.tsx';
import styles from './FindPiece.module.css';
import { StaffFailure } from './StaffFailure.tsx';

/** Longest text that main takes. */
const longest = 64;

export interface FindPieceProps {
  /** What went wrong last: with finding the piece or with correcting it. */
  readonly failure: Failure | null;
  readonly onFind: (text: string) => void;
}

/** For labels that no scanner reads: the number on them, typed. */
export function FindPiece({ failure, onFind }: FindPieceProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [keyboard, setKeyboard] = useState(false);
  const submit = (): void => {
    if (!text.trim()) return;
    onFind(text.trim());
    setText('');
    setKeyboard(false);
  };
  return (
    <div className={styles.find}>
      <p>{t('staff.recount.hint')}</p>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label className={styles.box}>
          <Icon name="tag" />
          <input
            data-testid="recount-input"
            aria-label={t('staff.recount.field')}
            placeholder={t('staff.recount.field')}
            value={text}
            maxLength={longest}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="search"
            dir="ltr"
            onChange={(event) => setText(event.target.value)}
            onPointerDown={() => setKeyboard(true)}
          />
        </label>
        <Button kind="step" testId="recount-find" disabled={!text.trim()} onClick={submit}>
          {t('staff.recount.find')}
        </Button>
      </form>
      {failure && <StaffFailure failure={failure} />}
      {keyboard && (
        <Keyboard
          onText={(key) => setText((typed) => (typed + key).slice(0, longest))}
          onErase={() => setText((typed) => [...typed].slice(0, -1).join(''))}
          onEnter={submit}
          onClose={() => setKeyboard(false)}
        />
      )}
    </div>
  );
}
