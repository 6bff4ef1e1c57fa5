/** @jsxImportSource hono/jsx */
import type { Language } from '../../../contracts/primitives.ts';
import { Document } from '../components/layout.tsx';
import type { Translate } from '../translate.ts';

/** A payment code that is not one of ours, or was typed wrongly. */
export function UnknownLinkPage({
  t,
  language,
  brand,
}: {
  readonly t: Translate;
  readonly language: Language;
  readonly brand: string;
}) {
  return (
    <Document title={`${t('pay.unknown')} · ${brand}`} language={language} bodyClass="plain">
      <main class="plain-card">
        <p class="brand">{brand}</p>
        <h1>{t('pay.unknown')}</h1>
        <p class="lead">{t('pay.unknown-text')}</p>
      </main>
    </Document>
  );
}
