import { useTranslation } from 'react-i18next';
import type { StaffHealth } from '../../contracts/kiosk-ipc.ts';
import { useFormat } from '../shared/use-format.ts';

/** What the hub did not take, and what staff can do about it. */
export function RefusedOperations({ refused }: { readonly refused: StaffHealth['refusedOperations'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <h2>{t('staff.refused', { count: refused.length })}</h2>
      {refused.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('staff.when')}</th>
              <th scope="col">{t('staff.what')}</th>
              <th scope="col">{t('staff.why')}</th>
              <th scope="col">{t('staff.todo')}</th>
            </tr>
          </thead>
          <tbody>
            {refused.map((each) => (
              <tr key={each.operationId}>
                <td>{format.time(each.at)}</td>
                <td>{each.type}</td>
                <td>{each.reason}</td>
                <td>{each.advice}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
