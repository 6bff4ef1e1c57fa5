// Chat: a turn is posted, its steps come back a line at a time. Cards arrive drawn by the server.
const chat = document.querySelector('[data-chat]');
const list = chat.querySelector('[data-messages]');
const form = chat.querySelector('[data-form]');
const field = form.elements.namedItem('say');
const chips = chat.querySelector('[data-suggestions]');
let busy = false;

const make = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

function addMessage(role, text) {
  const item = make('li', `message message-${role}`);
  if (role === 'agent') {
    const mark = make('span', 'mark', 'm');
    mark.setAttribute('aria-hidden', 'true');
    item.append(mark);
  }
  const bubble = make('div', 'bubble');
  if (text) bubble.append(make('p', '', text));
  item.append(bubble);
  list.append(item);
  item.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  return bubble;
}

function addConfirmation(bubble, { confirmationId, summary }) {
  const box = make('div', 'confirm');
  box.append(make('p', '', summary));
  const buttons = make('div', 'confirm-buttons');
  const answer = (accepted) => {
    for (const button of buttons.querySelectorAll('button')) button.disabled = true;
    box.dataset.answered = accepted ? 'yes' : 'no';
    fetch('/chat/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ confirmationId, accepted }),
    }).catch(() => undefined);
  };
  const yes = make('button', 'button filled small', chat.dataset.yes);
  const no = make('button', 'button small', chat.dataset.no);
  yes.type = no.type = 'button';
  yes.addEventListener('click', () => answer(true));
  no.addEventListener('click', () => answer(false));
  buttons.append(yes, no);
  box.append(buttons);
  bubble.append(box);
  box.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
}

function suggest(words) {
  chips.replaceChildren(
    ...words.map((text) => {
      const chip = make('button', 'pill quiet', text);
      chip.type = 'button';
      chip.setAttribute('data-suggestion', '');
      return chip;
    }),
  );
}

async function* lines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).split('\n');
    rest = parts.pop();
    for (const part of parts) if (part) yield JSON.parse(part);
  }
}

async function say(text) {
  if (busy || !text.trim()) return;
  busy = true;
  chips.replaceChildren();
  field.value = '';
  addMessage('shopper', text);
  const bubble = addMessage('agent');
  const working = make('p', 'working', chat.dataset.working);
  bubble.append(working);
  let paragraph = null;
  try {
    const answer = await fetch('/chat/turns', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ say: text }),
    });
    if (!answer.ok || !answer.body) throw new Error(String(answer.status));
    for await (const step of lines(answer.body)) {
      if (step.event === 'text') {
        working.remove();
        if (!paragraph) {
          paragraph = make('p');
          bubble.append(paragraph);
        }
        paragraph.textContent += step.text;
      } else if (step.event === 'card') {
        paragraph = null;
        working.remove();
        const holder = make('div', 'card-holder');
        holder.innerHTML = step.html;
        bubble.append(holder);
      } else if (step.event === 'confirm') {
        paragraph = null;
        working.remove();
        addConfirmation(bubble, step);
      } else if (step.event === 'turn-ended') {
        suggest(step.suggestions ?? []);
        if (step.outcome === 'failed' && !bubble.textContent.trim()) throw new Error('failed');
      }
      bubble.parentElement.scrollIntoView({ block: 'end', behavior: 'smooth' });
    }
  } catch {
    bubble.append(make('p', 'soft', chat.dataset.broken));
  } finally {
    working.remove();
    busy = false;
    field.focus({ preventScroll: true });
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  say(field.value);
});
chips.addEventListener('click', (event) => {
  const chip = event.target instanceof Element ? event.target.closest('[data-suggestion]') : null;
  if (chip) say(chip.textContent);
});
list.lastElementChild?.scrollIntoView({ block: 'end' });
if (chat.dataset.say) {
  history.replaceState(null, '', '/chat');
  say(chat.dataset.say);
}
