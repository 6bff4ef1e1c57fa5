import { useTranslation } from 'react-i18next';
import { go } from '../app/view-store.ts';
import { Button } from '../shared/Button.tsx';
import { departmentName } from '../shared/department-name.ts';
import { useAnswer } from '../shared/use-answer.ts';
import styles from './Departments.module.css';

/** The way to everything by touch alone. */
export function Departments() {
  const { t } = useTranslation();
  const { value } = useAnswer('catalogue.vocabulary', {});
  return (
    <fieldset className={styles.row} aria-label={t('home.browse')}>
      <Button kind="choice" icon="rail" testId="browse-all" onClick={() => go({ name: 'browse', query: {} })}>
        {t('home.browse')}
      </Button>
      {(value?.departments ?? []).slice(0, 4).map((department) => (
        <Button
          key={department}
          kind="choice"
          testId={`department-${department}`}
          onClick={() => go({ name: 'browse', query: { department } })}
        >
          {departmentName(t, department)}
        </Button>
      ))}
    </fieldset>
  );
}
