/** @jsxImportSource hono/jsx */
import type { Language } from '../../../contracts/primitives.ts';
import { Document } from '../components/layout.tsx';
import type { Translate } from '../translate.ts';

/** What a phone sees that opens the link of a kiosk's conversation. */
export function PhoneLinkPage({
  t,
  language,
  brand,
  action,
  problem,
}: {
  readonly t: Translate;
  readonly language: Language;
  readonly brand: string;
  /** Where the button leads; null where the link opens nothing. */
  readonly action: string | null;
  readonly problem: string | null;
}) {
  return (
    <Document title={`${t('phone-link.title')} · ${brand}`} language={language} bodyClass="plain">
      <main class="plain-card">
        <p class="brand">{brand}</p>
        <h1>{t('phone-link.title')}</h1>
        {problem === null ? null : (
          <p class="notice notice-problem" role="alert">
            {problem}
          </p>
        )}
        {action === null ? (
          <a class="button filled wide" href="/">
            {t('phone-link.anew')}
          </a>
        ) : (
          <>
            <p class="lead">{t('phone-link.text')}</p>
            <form method="post" action={action}>
              <button class="button filled wide" type="submit">
                {t('phone-link.go')}
              </button>
            </form>
          </>
        )}
      </main>
    </Document>
  );
}
