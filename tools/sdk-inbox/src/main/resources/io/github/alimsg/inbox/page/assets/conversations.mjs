/** The list of numbers that something was sent to. */

import { html } from './html.mjs';
import { List } from './list.mjs';
import { Channel } from './controls.mjs';
import { matches, parse } from './search.mjs';
import { formatPlace } from './links.mjs';
import { count, phone, shortTime } from './format.mjs';
import { summary } from './channels.mjs';
import { refusal } from './requests.mjs';
import { Unread } from './unread.mjs';

const unread = new Unread();

/** Conversations with a message that matches, newest first. */
export function found(conversations, query) {
  const terms = parse(query);
  return terms.length === 0
    ? conversations
    : conversations.filter(({ entries }) => entries.some((entry) => entry.message && matches(entry.message, terms)));
}

export function Conversations({ store, state, conversations, current }) {
  unread.ofRun(state.health?.started);
  const open = current == null ? null : store.mailbox.conversation(current);
  if (open && document.visibilityState === 'visible' && (state.place.item === current || state.place.item == null)) {
    unread.see(open);
  }
  return html`
    <section class="conversations" aria-label="Conversations">
      ${conversations.length === 0 ? html`<p class="empty only-small">No message matches the search.</p>` : null}
      <${List} name="conversation-list" items=${conversations} keyOf=${(conversation) => conversation.number} estimate=${76}
        label=${count(conversations.length, 'conversation')}
        draw=${(conversation) => html`<${Row} state=${state} conversation=${conversation} isCurrent=${conversation.number === current} />`} />
    </section>`;
}

function Row({ state, conversation, isCurrent }) {
  const { number, entries, channels } = conversation;
  const last = entries.at(-1);
  const news = unread.count(conversation);
  const message = last.message;
  return html`
    <a class=${`conversation-row ${news ? 'unread' : ''}`} href=${formatPlace({ view: 'messages', item: number, query: state.place.query })}
      aria-current=${isCurrent ? 'true' : undefined}>
      <span class="row-number">${phone(number)}</span>
      <time class="row-time" datetime=${last.at}>${shortTime(last.at)}</time>
      <span class="row-text">
        ${message
          ? html`<i class=${`dot ${message.direction === 'in' ? 'in' : message.state}`} role="img" aria-label=${message.direction === 'in' ? 'reply' : message.state}></i>${summary(message)}`
          : html`<span class="row-refused">Refused: ${refusal(last.request)}</span>`}
      </span>
      <span class="row-marks">
        ${[...channels].map((channel) => html`<${Channel} key=${channel} channel=${channel} />`)}
        ${news ? html`<b class="badge" aria-label=${`${news} unread`}>${news > 99 ? '99+' : news}</b>` : null}
      </span>
    </a>`;
}
