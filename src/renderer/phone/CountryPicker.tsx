import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../contracts/locale.ts';
import { useView } from '../app/view-store.ts';
import { Button } from '../shared/Button.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import styles from './CountryPicker.module.css';
import { type Country, countries } from './countries.ts';

export interface CountryPickerProps {
  readonly country: Country;
  readonly onChoose: (country: Country) => void;
}

export function CountryPicker({ country, onChoose }: CountryPickerProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const language = useView((view) => view.language);
  const names = new Intl.DisplayNames([localeOf(language)], { type: 'region' });
  return (
    <>
      <Button
        kind="choice"
        testId="phone-country"
        label={t('phone.country', { country: names.of(country.code) ?? country.code })}
        onClick={() => setOpen(true)}
      >
        +{country.dial}
      </Button>
      {open && (
        <Sheet title={t('phone.chooseCountry')} onClose={() => setOpen(false)}>
          <div className={styles.list}>
            {countries.map((each) => (
              <Button
                key={each.code}
                kind="choice"
                pressed={each.code === country.code}
                testId={`country-${each.code}`}
                onClick={() => {
                  onChoose(each);
                  setOpen(false);
                }}
              >
                <span>{names.of(each.code)}</span>
                <bdi dir="ltr">+{each.dial}</bdi>
              </Button>
            ))}
          </div>
        </Sheet>
      )}
    </>
  );
}
