/** @jsxImportSource hono/jsx */
import type { ProductSummary } from '../../../contracts/catalogue.ts';
import { Icon } from '../components/icons.tsx';
import { ShopPage } from '../components/layout.tsx';
import { Picture, ProductGrid } from '../components/product-card.tsx';
import type { PageContext } from '../page-context.ts';

export interface HomeProps {
  readonly context: PageContext;
  readonly picks: readonly ProductSummary[];
  readonly festive: readonly ProductSummary[];
  readonly departments: readonly string[];
  readonly occasions: readonly string[];
  readonly openUntil: string | null;
}

/** `daytime-wedding` as people write it. */
const asWords = (tag: string): string => `${tag.charAt(0).toUpperCase()}${tag.slice(1).replaceAll('-', ' ')}`;

const starters = ['wedding', 'jeans', 'gift'] as const;

export function HomePage({ context, picks, festive, departments, occasions, openUntil }: HomeProps) {
  const { t } = context;
  const [first, second, third] = picks;
  return (
    <ShopPage context={context} title={t('home.title')} here="home">
      <section class="hero">
        <div class="hero-words">
          <p class="eyebrow">
            {context.store.name}
            {openUntil === null ? '' : ` · ${t('store.open-until', { time: openUntil })}`}
          </p>
          <h1>{context.customer ? t('home.headline-known') : t('home.headline')}</h1>
          <p class="lead">{t('home.lead')}</p>
          <form class="ask ask-large" action="/chat">
            <span class="mark" aria-hidden="true">
              m
            </span>
            <input
              name="say"
              maxlength={1000}
              placeholder={t('home.ask')}
              aria-label={t('home.ask-label')}
              required
            />
            <button class="round accent" type="submit" aria-label={t('chat.send')}>
              <Icon name="arrow" />
            </button>
          </form>
          <div class="chips">
            {starters.map((starter) => (
              <a
                key={starter}
                class="pill quiet"
                href={`/chat?say=${encodeURIComponent(t(`home.starter.${starter}`))}`}
              >
                {t(`home.starter.${starter}`)}
              </a>
            ))}
          </div>
        </div>
        <div class="hero-pictures" aria-hidden="true">
          {[first, second, third].map((item) =>
            item ? (
              <span key={item.handle}>
                <Picture source={item.image} alt="" eager={true} />
              </span>
            ) : null,
          )}
        </div>
      </section>

      <section>
        <div class="section-head">
          <h2>{context.customer ? t('home.picks-known') : t('home.picks')}</h2>
          <a href="/search">{t('home.all')}</a>
        </div>
        <ProductGrid context={context} items={picks} eager={4} />
      </section>

      <section class="doors">
        <h2>{t('home.departments')}</h2>
        <div class="chips">
          {departments.map((department) => (
            <a
              key={department}
              class="pill quiet large"
              href={`/search?department=${encodeURIComponent(department)}`}
            >
              {t(`department.${department}`)}
            </a>
          ))}
          {occasions.map((occasion) => (
            <a
              key={occasion}
              class="pill quiet large"
              href={`/search?occasion=${encodeURIComponent(occasion)}`}
            >
              {asWords(occasion)}
            </a>
          ))}
        </div>
      </section>

      {festive.length === 0 ? null : (
        <section>
          <div class="section-head">
            <h2>{t('home.festive')}</h2>
            <a href="/search?sort=newest">{t('home.all')}</a>
          </div>
          <ProductGrid context={context} items={festive} />
        </section>
      )}

      <section class="banner">
        <div>
          <h2>{t('home.continue-title')}</h2>
          <p>{t('home.continue-text')}</p>
        </div>
        <a class="button filled" href="/continue">
          <Icon name="code" />
          {t('nav.continue')}
        </a>
      </section>
    </ShopPage>
  );
}
