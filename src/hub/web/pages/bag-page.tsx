/** @jsxImportSource hono/jsx */
import type { BagNote } from '../../../contracts/note.ts';
import type { Offer } from '../../../contracts/offer.ts';
import type { Payment } from '../../../contracts/payment.ts';
import { maximumLineQuantity } from '../../../contracts/primitives.ts';
import type { ReservationView } from '../../../contracts/reservation.ts';
import type { CartView } from '../../../contracts/session.ts';
import { Icon } from '../components/icons.tsx';
import { ShopPage } from '../components/layout.tsx';
import { NoteList } from '../components/note-list.tsx';
import { Picture, StockWord } from '../components/product-card.tsx';
import { money, type PageContext } from '../page-context.ts';
import { HeldPieces } from './held-pieces.tsx';

export interface BagProps {
  readonly context: PageContext;
  readonly cart: CartView;
  readonly notes: readonly BagNote[];
  readonly held: readonly ReservationView[];
  readonly offers: readonly { readonly offer: Offer; readonly saves: number }[];
  readonly openPayment: Payment | null;
  /** What the shopper typed, to be mended. */
  readonly typedCode: string;
}

export function BagPage({ context, cart, notes, held, offers, openPayment, typedCode }: BagProps) {
  const { t } = context;
  return (
    <ShopPage context={context} title={t('bag.title')} here="bag">
      <h1>{t('bag.title')}</h1>
      {cart.lines.length === 0 ? (
        <div class="empty">
          <p class="lead">{t('bag.empty')}</p>
          <a class="button filled" href="/search">
            {t('bag.look-around')}
          </a>
        </div>
      ) : (
        <div class="bag">
          <div>
            <ul class="bag-lines">
              {cart.lines.map((line) => (
                <BagLine key={line.sku} context={context} line={line} currency={cart.currency} />
              ))}
            </ul>
            <NoteList notes={notes} lines={cart.lines} />
          </div>
          <aside class="summary">
            <Offers context={context} cart={cart} offers={offers} typedCode={typedCode} />
            <dl class="totals">
              <dt>{t('bag.subtotal', { count: cart.pieces })}</dt>
              <dd>{money(context, cart.subtotal, cart.currency)}</dd>
              {cart.discount > 0 ? (
                <>
                  <dt>{cart.offer?.title ?? t('bag.discount')}</dt>
                  <dd class="saves">−{money(context, cart.discount, cart.currency)}</dd>
                </>
              ) : null}
              {cart.fulfilment ? (
                <>
                  <dt>{t(`pay.way.${cart.fulfilment.method}`)}</dt>
                  <dd>{money(context, cart.fulfilment.fee, cart.currency)}</dd>
                </>
              ) : null}
              <dt class="total">{t('bag.total')}</dt>
              <dd class="total">{money(context, cart.total, cart.currency)}</dd>
            </dl>
            <p class="fine">{t('price.taxes')}</p>
            <a class="button filled wide" href="/continue">
              <Icon name="code" />
              {t('nav.continue')}
            </a>
            {openPayment ? (
              <a class="button wide" href={new URL(openPayment.url).pathname}>
                {t('bag.pay-open')}
              </a>
            ) : (
              <form method="post" action="/bag/pay">
                <button class="button wide" type="submit">
                  {t('bag.pay')}
                </button>
              </form>
            )}
            <p class="fine">{t('bag.pay-note', { shop: context.store.name })}</p>
          </aside>
        </div>
      )}
      {held.length === 0 ? null : <HeldPieces context={context} held={held} />}
    </ShopPage>
  );
}

function BagLine({
  context,
  line,
  currency,
}: {
  readonly context: PageContext;
  readonly line: CartView['lines'][number];
  readonly currency: string;
}) {
  const { t } = context;
  const description = [line.size, line.colour].filter(Boolean).join(' · ');
  return (
    <li class="bag-line">
      <a href={`/products/${encodeURIComponent(line.handle)}?sku=${encodeURIComponent(line.sku)}`}>
        <Picture source={line.image} alt="" />
      </a>
      <div class="bag-line-words">
        <p class="card-title">{line.title}</p>
        <p class="soft">{description}</p>
        <p>
          <StockWord context={context} available={line.availableHere} />
        </p>
      </div>
      <p class="bag-line-price">{money(context, line.lineTotal, currency)}</p>
      <div class="stepper">
        <Step
          context={context}
          sku={line.sku}
          quantity={line.quantity - 1}
          label={t('bag.fewer', { title: line.title })}
          sign="−"
        />
        <span>
          <span class="visually-hidden">{t('bag.quantity')} </span>
          {line.quantity}
        </span>
        <Step
          context={context}
          sku={line.sku}
          quantity={line.quantity + 1}
          label={t('bag.more', { title: line.title })}
          sign="+"
          disabled={line.quantity >= maximumLineQuantity}
        />
        <form method="post" action="/bag/lines">
          <input type="hidden" name="sku" value={line.sku} />
          <input type="hidden" name="quantity" value="0" />
          <button class="link" type="submit">
            {t('bag.remove')}
          </button>
        </form>
      </div>
    </li>
  );
}

function Step({
  sku,
  quantity,
  label,
  sign,
  disabled,
}: {
  readonly context: PageContext;
  readonly sku: string;
  readonly quantity: number;
  readonly label: string;
  readonly sign: string;
  readonly disabled?: boolean;
}) {
  return (
    <form method="post" action="/bag/lines">
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="quantity" value={`${quantity}`} />
      <button class="round" type="submit" aria-label={label} disabled={disabled ?? false}>
        {sign}
      </button>
    </form>
  );
}

function Offers({
  context,
  cart,
  offers,
  typedCode,
}: Pick<BagProps, 'context' | 'cart' | 'offers' | 'typedCode'>) {
  const { t } = context;
  const [best] = offers;
  return (
    <div class="offers">
      {cart.offer ? (
        <form method="post" action="/bag/offer" class="offer-on">
          <span class="pill quiet">
            <Icon name="check" />
            {cart.offer.code}
          </span>
          <input type="hidden" name="code" value="" />
          <button class="link" type="submit">
            {t('bag.remove')}
          </button>
        </form>
      ) : (
        <form method="post" action="/bag/offer" class="inline-form">
          <input
            class="field"
            name="code"
            value={typedCode}
            maxlength={40}
            placeholder={t('bag.code')}
            aria-label={t('bag.code')}
            autocomplete="off"
            autocapitalize="characters"
            required
          />
          <button class="button" type="submit">
            {t('bag.apply')}
          </button>
        </form>
      )}
      {best && best.offer.code !== cart.offer?.code && best.saves > cart.discount ? (
        <form method="post" action="/bag/offer">
          <input type="hidden" name="code" value={best.offer.code} />
          <button class="best-offer" type="submit">
            {t('bag.best', { code: best.offer.code, amount: money(context, best.saves, cart.currency) })}
          </button>
        </form>
      ) : null}
    </div>
  );
}
