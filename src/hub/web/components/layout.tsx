/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { directionOf, languageNames } from '../../../contracts/locale.ts';
import { languages } from '../../../contracts/primitives.ts';
import { money, type PageContext } from '../page-context.ts';
import { Icon, type IconName } from './icons.tsx';

export interface DocumentProps {
  readonly title: string;
  readonly language: PageContext['language'];
  readonly scripts?: readonly string[];
  readonly bodyClass?: string;
  readonly children: Child;
}

/** The frame of every page: head, styles, fonts; scripts are files, never inline. */
export function Document({ title, language, scripts = [], bodyClass, children }: DocumentProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} dir={directionOf(language)} data-theme="system">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#f7f2ea" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#191613" media="(prefers-color-scheme: dark)" />
          <title>{title}</title>
          <link rel="icon" href="/static/mark.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/static/fonts.css" />
          <link rel="stylesheet" href="/static/tokens.css" />
          <link rel="stylesheet" href="/static/base.css" />
          <link rel="stylesheet" href="/static/shop.css" />
          {scripts.map((script) => (
            <script key={script} type="module" src={`/static/${script}`} />
          ))}
        </head>
        <body class={bodyClass}>{children}</body>
      </html>
    </>
  );
}

interface Place {
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
}

export interface ShopPageProps {
  readonly context: PageContext;
  readonly title: string;
  readonly scripts?: readonly string[];
  readonly here?: 'home' | 'search' | 'chat' | 'bag' | 'shop';
  readonly children: Child;
}

/** A page of the shop: header with the bag top right, content, and the places bar at the thumb's end on phones. */
export function ShopPage({ context, title, scripts = [], here, children }: ShopPageProps) {
  const { t, brand } = context;
  return (
    <Document
      title={`${title} · ${brand}`}
      language={context.language}
      scripts={['live.js', ...scripts]}
      bodyClass="shop"
    >
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <Header context={context} />
      {context.atKiosk === null ? null : (
        <p class="strip" role="status">
          <span class="dot" aria-hidden="true" />
          {t('continue.at-kiosk', { shop: context.atKiosk })}
        </p>
      )}
      <main id="content">
        {context.problem === null ? null : (
          <p class="notice notice-problem" role="alert">
            {context.problem}
          </p>
        )}
        {children}
      </main>
      <Footer context={context} />
      <Places context={context} here={here} />
    </Document>
  );
}

function Header({ context }: { readonly context: PageContext }) {
  const { t, bag } = context;
  return (
    <header class="top">
      <a class="brand" href="/">
        {context.brand}
      </a>
      <form class="ask" action="/search">
        <Icon name="search" />
        <input
          name="text"
          type="search"
          maxlength={200}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
        />
      </form>
      <nav class="top-links" aria-label={t('nav.label')}>
        <a class="pill quiet wide-only" href="/chat">
          <Icon name="chat" />
          {t('nav.chat')}
        </a>
        <a class="pill quiet wide-only" href="/shops">
          <Icon name="pin" />
          {context.store.name}
        </a>
        <a class="pill quiet" href={context.customer ? '/orders' : '/sign-in'}>
          <Icon name="person" />
          <span class="wide-only">
            {context.customer
              ? `${context.customer.initial}▪▪ · ${t(`tier.${context.customer.loyalty.tier}`)}`
              : t('nav.sign-in')}
          </span>
          <span class="narrow-only visually-hidden">
            {context.customer ? t('nav.orders') : t('nav.sign-in')}
          </span>
        </a>
        <a class="pill filled" href="/bag" data-bag>
          <Icon name="bag" />
          <span class="visually-hidden">{t('nav.bag')}</span>
          <span data-bag-count>{bag.pieces}</span>
          {bag.pieces > 0 ? (
            <span class="bag-total" data-bag-total>
              {money(context, bag.total, bag.currency)}
            </span>
          ) : null}
        </a>
      </nav>
    </header>
  );
}

function Footer({ context }: { readonly context: PageContext }) {
  const { t } = context;
  return (
    <footer class="foot">
      <form method="post" action="/language" class="languages">
        <input type="hidden" name="back" value={context.path} />
        <span class="foot-label">
          <Icon name="globe" />
          {t('language')}
        </span>
        {languages.map((language) => (
          <button
            type="submit"
            key={language}
            class={`pill ${language === context.language ? 'filled' : 'quiet'}`}
            name="language"
            value={language}
            lang={language}
            aria-pressed={language === context.language ? 'true' : 'false'}
          >
            {languageNames[language]}
          </button>
        ))}
      </form>
      <p class="fine">{t('footer.note')}</p>
    </footer>
  );
}

function Places({ context, here }: { readonly context: PageContext; readonly here: ShopPageProps['here'] }) {
  const { t } = context;
  const places: readonly (Place & { readonly key: NonNullable<ShopPageProps['here']> })[] = [
    { key: 'home', href: '/', icon: 'home', label: t('nav.home') },
    { key: 'search', href: '/search', icon: 'search', label: t('nav.search') },
    { key: 'chat', href: '/chat', icon: 'chat', label: t('nav.chat') },
    { key: 'shop', href: '/continue', icon: 'code', label: t('nav.continue') },
    { key: 'bag', href: '/bag', icon: 'bag', label: t('nav.bag') },
  ];
  return (
    <nav class="places" aria-label={t('nav.places')}>
      {places.map((place) => (
        <a
          key={place.key}
          href={place.href}
          class={place.key === 'chat' ? 'place place-accent' : 'place'}
          aria-current={place.key === here ? 'page' : undefined}
        >
          <span class="place-mark">
            <Icon name={place.icon} />
          </span>
          {place.label}
        </a>
      ))}
    </nav>
  );
}
