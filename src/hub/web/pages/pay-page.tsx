/** @jsxImportSource hono/jsx */

import type { DeliveryAddress } from '../../../contracts/address.ts';
import { isShipped } from '../../../contracts/fulfilment.ts';
import type { Payment } from '../../../contracts/payment.ts';
import type { Language } from '../../../contracts/primitives.ts';
import type { CartView } from '../../../contracts/session.ts';
import type { Store } from '../../../contracts/store.ts';
import { Icon } from '../components/icons.tsx';
import { Document } from '../components/layout.tsx';
import { Picture } from '../components/product-card.tsx';
import { money } from '../page-context.ts';
import type { Translate } from '../translate.ts';

export interface PayProps {
  readonly t: Translate;
  readonly language: Language;
  readonly brand: string;
  readonly payment: Payment;
  readonly code: string;
  readonly cart: CartView;
  readonly store: Store | null;
  readonly provider: 'simulated' | 'stripe';
  /** Where it is to be sent; null where nobody has said yet, or nothing is sent. */
  readonly address: DeliveryAddress | null;
  readonly problem: string | null;
}

export function PayPage(props: PayProps) {
  const { t, language, brand, payment, code, problem } = props;
  const open = payment.state === 'open';
  return (
    <Document
      title={`${t(`pay.title-${payment.state}`)} · ${brand}`}
      language={language}
      scripts={open ? ['countdown.js', 'follow.js'] : []}
      bodyClass="plain"
    >
      <main
        class={`plain-card pay pay-${payment.state}`}
        data-follow={open ? `/p/${code}/events` : undefined}
        data-reload="true"
      >
        <p class="brand">{brand}</p>
        {problem === null ? null : (
          <p class="notice notice-problem" role="alert">
            {problem}
          </p>
        )}
        {open ? <OpenPayment {...props} /> : <ClosedPayment {...props} />}
      </main>
    </Document>
  );
}

function OpenPayment(props: PayProps) {
  const { t, language, payment, code, cart, store, provider, address } = props;
  const { fulfilment } = cart;
  const asks = isShipped(fulfilment?.method) && address === null;
  return (
    <>
      <h1 class="amount" data-amount={payment.amount}>
        {money({ language }, payment.amount, payment.currency)}
      </h1>
      <p class="soft">
        {payment.orderNumber === null
          ? t('pay.pieces', { count: payment.pieces })
          : t('pay.for-order', { number: payment.orderNumber })}
        {payment.discount > 0
          ? ` · ${t('pay.saved', { amount: money({ language }, payment.discount, payment.currency) })}`
          : ''}
        {' · '}
        {t('price.taxes')}
      </p>
      <Receipt language={language} cart={cart} />
      {fulfilment ? (
        <p class="soft">
          {t(`pay.way.${fulfilment.method}`)}
          {fulfilment.fee > 0 ? ` · ${money({ language }, fulfilment.fee, cart.currency)}` : ''}
        </p>
      ) : null}
      {store === null ? null : <p class="soft">{t('pay.at', { shop: store.name })}</p>}
      <p class="pill quiet" data-countdown={payment.expiresAt} data-over={t('pay.title-expired')}>
        <span data-countdown-words>{t('pay.open-for')}</span> <time data-countdown-time />
      </p>
      {asks ? (
        <AddressForm {...props} />
      ) : (
        <>
          {address === null ? null : (
            <p class="soft">{t('pay.to', { city: address.city, postcode: address.postalCode })}</p>
          )}
          <form method="post" action={`/p/${code}/pay`}>
            <button class="button filled wide" type="submit">
              {provider === 'simulated' ? t('pay.now') : t('pay.go-on')}
            </button>
          </form>
        </>
      )}
      <form method="post" action={`/p/${code}/decline`}>
        <button class="button wide" type="submit">
          {t('pay.decline')}
        </button>
      </form>
      {provider === 'simulated' ? <p class="simulated-note">{t('pay.simulated')}</p> : null}
    </>
  );
}

const fields = [
  { name: 'recipient', autocomplete: 'name', longest: 80 },
  { name: 'street', autocomplete: 'street-address', longest: 160 },
  { name: 'city', autocomplete: 'address-level2', longest: 80 },
  { name: 'postalCode', autocomplete: 'postal-code', longest: 11 },
] as const;

/** Only here, on the shopper's own phone, is it asked where to. Who has the link sees no more of it than the city. */
function AddressForm({ t, code }: PayProps) {
  return (
    <form method="post" action={`/p/${code}/address`} class="stack">
      <h2>{t('pay.address.title')}</h2>
      {fields.map(({ name, autocomplete, longest }) => (
        <label class="stack" key={name}>
          <span>{t(`pay.address.${name}`)}</span>
          <input class="field" name={name} autocomplete={autocomplete} maxlength={longest} required />
        </label>
      ))}
      <button class="button filled wide" type="submit">
        {t('pay.address.use')}
      </button>
      <p class="fine">{t('pay.address.note')}</p>
    </form>
  );
}

function Receipt({ language, cart }: Pick<PayProps, 'language' | 'cart'>) {
  return (
    <ul class="receipt">
      {cart.lines.map((line) => (
        <li key={line.sku}>
          <Picture source={line.image} alt="" />
          <span>
            {line.quantity > 1 ? `${line.quantity} × ` : ''}
            {line.title}
            <span class="soft"> {[line.size, line.colour].filter(Boolean).join(' · ')}</span>
          </span>
          <span>{money({ language }, line.lineTotal, cart.currency)}</span>
        </li>
      ))}
    </ul>
  );
}

function ClosedPayment({ t, language, payment, cart }: PayProps) {
  const paid = payment.state === 'paid';
  return (
    <>
      <span class={paid ? 'big-check' : 'big-check big-cross'}>
        <Icon name={paid ? 'check' : 'close'} />
      </span>
      <h1>{t(`pay.title-${payment.state}`)}</h1>
      {paid ? (
        <>
          <p class="lead">
            {money({ language }, payment.amount, payment.currency)} · {payment.orderNumber}
          </p>
          <Receipt language={language} cart={cart} />
        </>
      ) : null}
      <p class={paid ? 'soft' : 'lead'}>{t(`pay.text-${payment.state}`)}</p>
      {paid ? null : (
        <a class="button filled wide" href="/bag">
          {t('pay.back-to-bag')}
        </a>
      )}
    </>
  );
}
