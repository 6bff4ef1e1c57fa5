/** @jsxImportSource hono/jsx */
import { ShopPage } from '../components/layout.tsx';
import type { PageContext } from '../page-context.ts';

/** One thing to say and a way on: pages that are not there, things that went wrong. */
export function MessagePage({
  context,
  title,
  text,
}: {
  readonly context: PageContext;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <ShopPage context={context} title={title}>
      <div class="empty">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <a class="button filled" href="/">
          {context.t('nav.home')}
        </a>
      </div>
    </ShopPage>
  );
}
