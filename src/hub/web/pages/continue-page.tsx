/** @jsxImportSource hono/jsx */

import type { Language } from '../../../contracts/primitives.ts';
import { Icon } from '../components/icons.tsx';
import { Document, ShopPage } from '../components/layout.tsx';
import { money, type PageContext } from '../page-context.ts';
import type { Translate } from '../translate.ts';

export interface ContinueProps {
  readonly context: PageContext;
  /** The code as SVG path data on a grid of `size` modules, quiet zone included. */
  readonly code: { readonly path: string; readonly size: number };
  /** The whole text of the code, for machines that cannot see. */
  readonly link: string;
  /** The same in words, short. */
  readonly shortLink: string;
  readonly expiresAt: string;
  /** To be typed at a kiosk that has no network; null when there was none to be had. */
  readonly pickupCode: string | null;
}

export function ContinuePage({ context, code, link, shortLink, expiresAt, pickupCode }: ContinueProps) {
  const { t, bag } = context;
  return (
    <ShopPage
      context={context}
      title={t('continue.title')}
      here="shop"
      scripts={['countdown.js', 'follow.js']}
    >
      <section class="continue" data-follow="/continue/events">
        <div class="continue-words">
          <h1>{t('continue.headline')}</h1>
          <p class="lead">{t('continue.lead', { shop: context.store.name })}</p>
          <p>
            <span class="pill quiet">
              <Icon name="bag" />
              {bag.pieces > 0
                ? t('card.bag', { count: bag.pieces, total: money(context, bag.total, bag.currency) })
                : t('continue.no-bag')}
            </span>
          </p>
        </div>
        <div class="code-card" data-waiting>
          <svg
            class="code"
            viewBox={`0 0 ${code.size} ${code.size}`}
            role="img"
            aria-label={t('continue.code-label')}
            data-link={link}
            shape-rendering="crispEdges"
          >
            <rect width={code.size} height={code.size} fill="#ffffff" />
            <path d={code.path} fill="#000000" />
          </svg>
          <p class="short-link">{shortLink}</p>
          <p class="pill quiet" data-countdown={expiresAt} data-over={t('continue.over')}>
            <span data-countdown-words>{t('continue.valid')}</span> <time data-countdown-time />
          </p>
        </div>
        {pickupCode !== null && (
          <p class="pickup">
            {t('continue.pickup', { shop: context.store.name })} <strong data-pickup>{pickupCode}</strong>
          </p>
        )}
        <div class="code-card done" data-done hidden>
          <span class="big-check">
            <Icon name="check" />
          </span>
          <h2>{t('continue.done')}</h2>
          <p class="soft">{t('continue.done-text')}</p>
        </div>
        <p>
          <a class="button" href="/continue">
            {t('continue.new')}
          </a>
        </p>
        <p class="fine">{t('continue.note')}</p>
      </section>
    </ShopPage>
  );
}

/** Someone opened a hand-over link on a phone: it is for the kiosk's eye, and is not used up here. */
export function ShowAtKioskPage({
  t,
  language,
  brand,
}: {
  readonly t: Translate;
  readonly language: Language;
  readonly brand: string;
}) {
  return (
    <Document title={`${t('show.title')} · ${brand}`} language={language} bodyClass="plain">
      <main class="plain-card">
        <p class="brand">{brand}</p>
        <span class="mark mark-large" aria-hidden="true">
          <Icon name="code" />
        </span>
        <h1>{t('show.title')}</h1>
        <p class="lead">{t('show.text')}</p>
        <a class="button filled wide" href="/continue">
          {t('show.open')}
        </a>
      </main>
    </Document>
  );
}
