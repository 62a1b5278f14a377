/** Conversations, the chosen one, and the details of a message: side by side, or one after the other on a small screen. */

import { html } from './html.mjs';
import { Conversations, found } from './conversations.mjs';
import { Conversation } from './conversation.mjs';
import { Details } from './details.mjs';
import { ConnectView } from './connect.mjs';

export function MessagesView({ store, state }) {
  const { place } = state;
  if (store.mailbox.conversations().length === 0 && !place.query) {
    return html`<${ConnectView} store=${store} state=${state} isWaiting />`;
  }
  const conversations = found(store.mailbox.conversations(), place.query);
  const conversation = conversations.find((other) => other.number === place.item)
    ?? (place.item == null ? null : store.mailbox.conversation(place.item));
  const shown = conversation ?? (isWide() ? conversations[0] : null);
  const details = entryDetails(store, place.message);
  const level = details ? 'at-details' : place.item != null ? 'at-conversation' : 'at-list';
  return html`
    <div class=${`messages ${level}`}>
      <${Conversations} store=${store} state=${state} conversations=${conversations} current=${shown?.number} />
      ${shown
        ? html`<${Conversation} key=${shown.number} store=${store} state=${state} conversation=${shown} />`
        : html`<p class="empty conversation-empty">${conversations.length === 0 ? 'No message matches the search.' : 'Choose a number.'}</p>`}
      ${details ? html`<${Details} key=${place.message} store=${store} state=${state} ...${details} />` : null}
    </div>`;
}

/** Room for a conversation beside the list. */
function isWide() {
  return matchMedia('(min-width: 768px)').matches;
}

function entryDetails(store, key) {
  if (key == null) {
    return null;
  }
  if (key.startsWith('request-')) {
    const request = store.mailbox.request(Number(key.slice('request-'.length)));
    return request ? { request } : null;
  }
  const message = store.mailbox.message(key);
  return message ? { message, request: store.mailbox.request(message.requestSequence) } : null;
}
