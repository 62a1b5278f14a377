/** Keys that work wherever nothing is being typed. */

import { copy } from './actions.mjs';
import { found } from './conversations.mjs';
import { visible } from './conversation.mjs';
import { formatPlace } from './links.mjs';

export const KEYS = [
  ['j', 'Next message'],
  ['k', 'Previous message'],
  ['J', 'Next number'],
  ['K', 'Previous number'],
  ['Enter', 'Details of the message'],
  ['r', 'Reply'],
  ['c', 'Copy the code, or else the text'],
  ['/', 'Search'],
  ['?', 'Help'],
  ['Esc', 'Close'],
];

export function listenToKeys(store) {
  const actions = {
    j: () => moveMessage(store, 1),
    k: () => moveMessage(store, -1),
    J: () => moveNumber(store, 1),
    K: () => moveNumber(store, -1),
    r: () => focus('reply'),
    c: () => copyCurrent(store),
    '/': () => focus('search'),
    '?': () => store.set({ dialog: 'help' }),
    Enter: (event) => openCurrent(store, event),
    Escape: () => closeSomething(store),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || store.state.dialog || isTyping(event)) {
      return;
    }
    if (Object.hasOwn(actions, event.key) && actions[event.key](event) !== false && event.key !== 'Enter') {
      event.preventDefault();
    }
  });
}

function isTyping(event) {
  const field = event.target.closest?.('input, textarea, select');
  if (field && event.key === 'Escape') {
    field.blur();
  }
  return Boolean(field) && !['checkbox', 'radio', 'range'].includes(field.type);
}

/** The conversation that is shown. */
function currentConversation({ mailbox, state }) {
  return mailbox.conversation(state.place.item ?? found(mailbox.conversations(), state.place.query)[0]?.number);
}

function currentEntries(store) {
  const conversation = currentConversation(store);
  return conversation ? visible(conversation, store.state.place.query) : [];
}

/** From the newest on, which is what is seen first. */
function moveMessage(store, step) {
  if (store.state.place.view !== 'messages') {
    return false;
  }
  const entries = currentEntries(store);
  const { place } = store.state;
  const cursor = store.state.cursor ?? place.message;
  const index = entries.findIndex((entry) => entry.key === cursor);
  const next = index < 0 ? entries.length - 1 : Math.min(entries.length - 1, Math.max(0, index + step));
  const key = entries[next]?.key;
  if (key === undefined) {
    return false;
  }
  if (place.item == null) {
    store.go({ item: currentConversation(store).number });
  }
  if (place.message != null) {
    store.go({ message: key });
  }
  store.set({ cursor: key });
  return true;
}

function moveNumber(store, step) {
  const { mailbox, state } = store;
  const numbers = found(mailbox.conversations(), state.place.query).map((conversation) => conversation.number);
  const index = numbers.indexOf(currentConversation(store)?.number);
  const next = numbers[Math.min(numbers.length - 1, Math.max(0, index + step))];
  if (next !== undefined) {
    store.go({ view: 'messages', item: next, message: null });
  }
}

function copyCurrent(store) {
  const { place, cursor } = store.state;
  const entries = currentEntries(store);
  const key = cursor ?? place.message;
  const message = (entries.find((entry) => entry.key === key) ?? entries.findLast((entry) => entry.message?.otp) ?? entries.at(-1))?.message;
  if (message) {
    copy(store, message.otp ?? message.text ?? '', message.otp ? `Code ${message.otp} copied` : 'Text copied');
  }
}

function openCurrent(store, event) {
  if (store.state.cursor == null || event.target.closest('a, button, summary, input')) {
    return;
  }
  store.go({ item: currentConversation(store).number, message: store.state.cursor });
}

function closeSomething(store) {
  const { place } = store.state;
  if (place.message != null) {
    store.go({ message: null });
  } else if (place.query) {
    store.go({ query: '' });
  } else if (place.item != null && location.hash !== formatPlace({})) {
    store.go({ item: null });
  }
}

function focus(id) {
  const element = document.getElementById(id);
  element?.focus();
  element?.select?.();
}
