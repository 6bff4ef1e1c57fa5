import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../app/view-store.ts';
import { Button } from '../shared/Button.tsx';
import { Icon } from '../shared/Icon.tsx';
import { Keyboard } from '../shared/Keyboard.tsx';
import styles from './Composer.module.css';
import { interrupt, say } from './talk.ts';
import { useTurn } from './turn-store.ts';

/** Ask or search: one box for both, the agent sorts it out. */
export function Composer() {
  const { t } = useTranslation();
  const draft = useView((view) => view.draft);
  const keyboard = useView((view) => view.keyboard);
  const running = useTurn(({ turn }) => turn?.outcome === 'running');
  const field = useRef<HTMLInputElement>(null);
  const setDraft = (text: string): void => useView.setState({ draft: text });
  const submit = (): void => void say(useView.getState().draft);
  return (
    <search className={styles.composer}>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label className={styles.box}>
          <Icon name="search" />
          <input
            ref={field}
            data-testid="chat-input"
            aria-label={t('chat.label')}
            placeholder={t('chat.placeholder')}
            value={draft}
            maxLength={1000}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="send"
            onChange={(event) => setDraft(event.target.value)}
            onPointerDown={() => useView.setState({ keyboard: true })}
          />
        </label>
        {running && !draft ? (
          <Button kind="choice" icon="stop" testId="chat-stop" onClick={() => void interrupt()}>
            {t('chat.stop')}
          </Button>
        ) : (
          <button
            type="submit"
            className={styles.send}
            aria-label={t('chat.send')}
            data-testid="chat-send"
            disabled={!draft.trim()}
          >
            <Icon name="send" />
          </button>
        )}
      </form>
      {keyboard && (
        <Keyboard
          onText={(text) => setDraft(useView.getState().draft + text)}
          onErase={() => setDraft([...useView.getState().draft].slice(0, -1).join(''))}
          onEnter={submit}
          onClose={() => useView.setState({ keyboard: false })}
        />
      )}
    </search>
  );
}
