// Another size or colour changes the page in place, so that the shopper stays where they were.
const words = 'a.size, a.swatch';

async function show(href, push) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(String(answer.status));
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const article = next.querySelector('article.product');
  const here = document.querySelector('article.product');
  if (!article || !here) throw new Error('not a product');
  const focused = document.activeElement?.getAttribute('href');
  here.replaceWith(article);
  document.querySelector('.notice')?.remove();
  if (focused) article.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  if (push) history.pushState(null, '', href);
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest(words) : null;
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  show(link.href, true).catch(() => location.assign(link.href));
});
addEventListener('popstate', () => show(location.href, false).catch(() => location.reload()));
