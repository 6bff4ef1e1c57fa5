/*
 * Loaded into an Electron main process before its program (`-r`). Tells on stdout, a line of JSON each, with the
 * machine's clock: when the page was loaded, when the first screen was painted, and how long the event loop stood still.
 * Runs what comes on stdin, a line of JSON with JavaScript each, in the page and tells when it is done.
 */
const { app } = require('electron');
const { createInterface } = require('node:readline');

const tickMs = 5;
/** A hundred tasks a second would still be met. */
const worthTellingMs = 10;

/** @param {Record<string, unknown>} event */
const tell = (event) => process.stdout.write(`${JSON.stringify({ at: Date.now(), ...event })}\n`);

let last = performance.now();
setInterval(() => {
  const now = performance.now();
  const late = now - last - tickMs;
  last = now;
  if (late > worthTellingMs) tell({ event: 'stood-still', forMs: late });
}, tickMs);

/** In the page: resolves when an element is there and the frame that shows it is drawn. */
const painted = `(selector) => new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => resolve(true);
      drawn.port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, attributes: true });
  look();
})`;

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    tell({ event: 'page' });
    await contents.executeJavaScript(`(${painted})('[data-testid="attract-guest"]')`);
    tell({ event: 'attract' });
  });
  createInterface({ input: process.stdin }).on('line', async (line) => {
    const { script } = JSON.parse(line);
    await contents.executeJavaScript(`(async (painted) => { ${script} })(${painted})`, true);
    tell({ event: 'done' });
  });
});
