/** @jsxImportSource hono/jsx */
import type { ChatMessage } from '../../../contracts/session.ts';
import { CardView } from '../components/card-view.tsx';
import { Icon } from '../components/icons.tsx';
import { ShopPage } from '../components/layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface ChatProps {
  readonly context: PageContext;
  readonly messages: readonly ChatMessage[];
  /** Words to send at once: the shopper typed them on another page. */
  readonly say: string;
}

const starters = ['wedding', 'jeans', 'gift'] as const;

/** `data-*` carry the words that the script needs: it has none of its own. */
export function ChatPage({ context, messages, say }: ChatProps) {
  const { t } = context;
  return (
    <ShopPage context={context} title={t('chat.title')} here="chat" scripts={['chat.js']}>
      <section
        class="chat"
        data-chat
        data-say={say}
        data-yes={t('chat.yes')}
        data-no={t('chat.no')}
        data-working={t('chat.working')}
        data-broken={t('chat.broken')}
      >
        <h1 class="visually-hidden">{t('chat.title')}</h1>
        <ol class="messages" data-messages aria-live="polite">
          <li class="message message-agent">
            <span class="mark" aria-hidden="true">
              m
            </span>
            <div class="bubble">
              <p>{t('chat.hello', { brand: context.brand })}</p>
            </div>
          </li>
          {messages.map((message) => (
            <li
              key={message.messageId}
              class={`message message-${message.role === 'shopper' ? 'shopper' : 'agent'}`}
            >
              {message.role === 'shopper' ? null : (
                <span class="mark" aria-hidden="true">
                  m
                </span>
              )}
              <div class="bubble">
                {message.text === '' ? null : <p>{message.text}</p>}
                {message.cards.map((card) => (
                  <CardView key={card.type} context={context} card={card} />
                ))}
              </div>
            </li>
          ))}
        </ol>
        <div class="chips" data-suggestions>
          {messages.length > 0
            ? null
            : starters.map((starter) => (
                <button key={starter} class="pill quiet" type="button" data-suggestion>
                  {t(`home.starter.${starter}`)}
                </button>
              ))}
        </div>
        <noscript>
          <p class="notice notice-problem">{t('chat.needs-script')}</p>
        </noscript>
        <form class="ask ask-large chat-form" data-form>
          <input
            name="say"
            maxlength={1000}
            autocomplete="off"
            placeholder={t('home.ask')}
            aria-label={t('home.ask-label')}
            required
          />
          <button class="round accent" type="submit" aria-label={t('chat.send')}>
            <Icon name="arrow" />
          </button>
        </form>
      </section>
    </ShopPage>
  );
}
