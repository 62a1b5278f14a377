/** One number's messages, as its phone shows them, and the reply. */

import { html } from './html.mjs';
import { List } from './list.mjs';
import { Bubble, RefusedCall } from './bubble.mjs';
import { Channel, IconButton } from './controls.mjs';
import { Composer } from './composer.mjs';
import { matches, parse } from './search.mjs';
import { count, day, phone } from './format.mjs';

/** The entries that the search leaves. */
export function visible(conversation, query) {
  const terms = parse(query);
  return terms.length === 0
    ? conversation.entries
    : conversation.entries.filter((entry) => entry.message && matches(entry.message, terms));
}

export function Conversation({ store, state, conversation }) {
  const { place, cursor } = state;
  const entries = visible(conversation, place.query);
  const open = (entry) => store.go({ item: conversation.number, message: entry.key });
  const hidden = conversation.entries.length - entries.length;
  const draw = (entry, index) => html`
    ${day(entry.at) === day(entries[index - 1]?.at) ? null : html`<p class="day"><span>${day(entry.at)}</span></p>`}
    ${entry.kind === 'message'
      ? html`<${Bubble} store=${store} message=${entry.message} isSelected=${place.message === entry.key} onOpen=${() => open(entry)} />`
      : html`<${RefusedCall} request=${entry.request} isSelected=${place.message === entry.key} onOpen=${() => open(entry)} />`}`;
  return html`
    <section class="conversation" aria-label=${`Messages of ${phone(conversation.number)}`}>
      <header class="conversation-head">
        <${IconButton} className="only-small" icon="back" label="Back to the numbers" onClick=${() => store.go({ item: null, message: null })} />
        <h2>${phone(conversation.number)}</h2>
        ${[...conversation.channels].map((channel) => html`<${Channel} key=${channel} channel=${channel} />`)}
        <span class="muted">${hidden
          ? html`${entries.length} of ${count(conversation.entries.length, 'message')} <button type="button" class="link" onClick=${() => store.go({ query: '' })}>Show all</button>`
          : count(entries.length, 'message')}</span>
      </header>
      <${List} name="bubbles" items=${entries} keyOf=${(entry) => entry.key} estimate=${110} sticksToEnd cursor=${cursor ?? place.message}
        label="Messages" draw=${draw} />
      <${Composer} store=${store} state=${state} conversation=${conversation} />
    </section>`;
}
