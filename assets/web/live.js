// Keeps the bag in the header current while the session changes elsewhere: at the kiosk, in another tab.
const bag = document.querySelector('[data-bag]');

async function refresh() {
  const answer = await fetch('/bag/summary', { headers: { accept: 'application/json' } });
  if (!answer.ok || !bag) return;
  const { pieces, total } = await answer.json();
  const count = bag.querySelector('[data-bag-count]');
  if (count) count.textContent = String(pieces);
  let amount = bag.querySelector('[data-bag-total]');
  if (pieces > 0 && !amount) {
    amount = document.createElement('span');
    amount.className = 'bag-total';
    amount.setAttribute('data-bag-total', '');
    bag.append(amount);
  }
  if (amount) amount.textContent = pieces > 0 ? total : '';
}

if (bag && 'EventSource' in window) {
  const line = new EventSource('/live');
  let timer;
  line.addEventListener('message', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The bag's own page shows lines and totals: it is read anew, unless someone is typing there.
      if (location.pathname === '/bag' && !(document.activeElement instanceof HTMLInputElement)) {
        location.reload();
      } else {
        refresh().catch(() => undefined);
      }
    }, 150);
  });
  addEventListener('pagehide', () => line.close());
}
