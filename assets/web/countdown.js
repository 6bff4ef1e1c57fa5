// Counts down to the instant in data-countdown and then says data-over.
for (const place of document.querySelectorAll('[data-countdown]')) {
  const end = Date.parse(place.dataset.countdown);
  const words = place.querySelector('[data-countdown-words]');
  const time = place.querySelector('[data-countdown-time]');
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    if (seconds === 0) {
      if (words) words.textContent = place.dataset.over;
      if (time) time.textContent = '';
      clearInterval(timer);
      return;
    }
    if (time) time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };
  const timer = setInterval(tick, 1000);
  tick();
}
