/** @jsxImportSource hono/jsx */
import type { Customer } from '../../../contracts/customer.ts';
import { ShopPage } from '../components/layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface SignInProps {
  readonly context: PageContext;
  /** Set once a code was asked for. */
  readonly requestId: string | null;
  readonly phone: string;
  /** Of the simulation, to try it out. */
  readonly examples: readonly Pick<Customer, 'name' | 'phone' | 'loyalty'>[];
}

export function SignInPage({ context, requestId, phone, examples }: SignInProps) {
  const { t } = context;
  return (
    <ShopPage context={context} title={t('sign-in.title')}>
      <section class="narrow">
        <h1>{requestId === null ? t('sign-in.headline') : t('sign-in.code-headline')}</h1>
        {requestId === null ? (
          <>
            <p class="lead">{t('sign-in.lead')}</p>
            <form method="post" action="/sign-in" class="stack">
              <label class="stack">
                <span>{t('sign-in.phone')}</span>
                <input
                  class="field field-large"
                  name="phone"
                  type="tel"
                  inputmode="tel"
                  autocomplete="tel"
                  maxlength={32}
                  value={phone}
                  placeholder="+91 90000 00101"
                  dir="ltr"
                  required
                />
              </label>
              <button class="button filled wide" type="submit">
                {t('sign-in.send')}
              </button>
              <a class="button wide" href="/">
                {t('sign-in.guest')}
              </a>
            </form>
            {examples.length === 0 ? null : (
              <div class="simulated">
                <h2>{t('sign-in.examples')}</h2>
                <p class="soft">{t('sign-in.examples-text')}</p>
                <ul class="facts">
                  {examples.map((customer) => (
                    <li key={customer.phone}>
                      <form method="post" action="/sign-in">
                        <input type="hidden" name="phone" value={customer.phone} />
                        <button class="link" type="submit" dir="ltr">
                          {customer.phone}
                        </button>
                      </form>
                      <span class="soft">
                        {customer.name} · {t(`tier.${customer.loyalty.tier}`)}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </>
        ) : (
          <>
            <p class="lead">{t('sign-in.code-lead')}</p>
            <form method="post" action="/sign-in/code" class="stack">
              <input type="hidden" name="requestId" value={requestId} />
              <label class="stack">
                <span>{t('sign-in.code')}</span>
                <input
                  class="field field-large code-field"
                  name="code"
                  inputmode="numeric"
                  autocomplete="one-time-code"
                  pattern="[0-9]{6}"
                  maxlength={6}
                  dir="ltr"
                  required
                />
              </label>
              <button class="button filled wide" type="submit">
                {t('sign-in.verify')}
              </button>
              <a class="button wide" href="/sign-in">
                {t('sign-in.again')}
              </a>
            </form>
            <p class="fine">
              <a href="/inbox">{t('sign-in.inbox')}</a>
            </p>
          </>
        )}
      </section>
    </ShopPage>
  );
}
