// Follows what happens elsewhere: a page with data-reload is read anew, others show their data-done part.
const place = document.querySelector('[data-follow]');
if (place?.dataset.follow && 'EventSource' in window) {
  const line = new EventSource(place.dataset.follow);
  line.addEventListener('message', () => {
    if (place.dataset.reload) {
      location.reload();
      return;
    }
    line.close();
    const waiting = place.querySelector('[data-waiting]');
    const done = place.querySelector('[data-done]');
    if (waiting) waiting.hidden = true;
    if (done) done.hidden = false;
  });
  addEventListener('pagehide', () => line.close());
}
