/** @jsxImportSource hono/jsx */
import { localeOf } from '../../../contracts/locale.ts';
import type { Language } from '../../../contracts/primitives.ts';
import type { InboxMessage } from '../../../platform/hub-store/inbox.ts';
import { Document } from '../components/layout.tsx';
import type { Translate } from '../translate.ts';

export interface InboxProps {
  readonly t: Translate;
  readonly language: Language;
  readonly brand: string;
  readonly messages: readonly InboxMessage[];
}

/** The number as a stranger may see it: `+91 •••• 0101`. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)} •••• ${phone.slice(-4)}`;

/** What shoppers' phones would show: one column a phone, newest first. */
export function InboxPage({ t, language, brand, messages }: InboxProps) {
  const phones = [...new Set(messages.map((message) => message.to))];
  const time = new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return (
    <Document
      title={`${t('inbox.title')} · ${brand}`}
      language={language}
      scripts={['follow.js']}
      bodyClass="inbox"
    >
      <main data-follow="/inbox/events" data-reload="true">
        <header class="inbox-head">
          <a class="brand" href="/">
            {brand}
          </a>
          <h1>{t('inbox.title')}</h1>
          <p class="soft">{t('inbox.lead')}</p>
        </header>
        {phones.length === 0 ? <p class="empty lead">{t('inbox.empty')}</p> : null}
        <div class="phones">
          {phones.map((phone) => (
            <section class="phone" key={phone} aria-label={maskPhone(phone)}>
              <h2 dir="ltr">{maskPhone(phone)}</h2>
              <ol>
                {messages
                  .filter((message) => message.to === phone)
                  .map((message) => (
                    <li
                      key={message.messageId}
                      class={`letter letter-${message.channel}`}
                      data-kind={message.kind}
                      data-message={message.messageId}
                    >
                      <p class="letter-head">
                        <span>{message.channel === 'whatsapp' ? 'WhatsApp' : 'SMS'}</span>
                        <time>{time.format(message.at)}</time>
                      </p>
                      {message.text.split('\n').map((line) => (
                        <p key={line}>
                          <Linked text={line} />
                        </p>
                      ))}
                    </li>
                  ))}
              </ol>
            </section>
          ))}
        </div>
      </main>
    </Document>
  );
}

/** Payment links can be followed, as a phone would. */
function Linked({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <>
      {parts.map((part) =>
        /^https?:\/\//.test(part) ? (
          <a key={part} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
