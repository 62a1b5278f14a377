/** All calls in the order in which they came, refused ones in red. */

import { html } from './html.mjs';
import { List } from './list.mjs';
import { IconButton } from './controls.mjs';
import { RequestView } from './request.mjs';
import { exactClock } from './format.mjs';
import { formatPlace } from './links.mjs';
import { isRefused, refusal } from './requests.mjs';

export function CallsView({ store, state }) {
  const requests = store.mailbox.requests().reverse();
  const chosen = state.place.item == null ? null : store.mailbox.request(Number(state.place.item));
  if (requests.length === 0) {
    return html`<p class="empty">No calls yet. <a href=${formatPlace({ view: 'connect' })}>Connect an application</a></p>`;
  }
  return html`
    <div class=${`calls ${chosen ? 'at-details' : ''}`}>
      <${List} name="call-list" items=${requests} keyOf=${(request) => request.sequence} estimate=${64} label="Calls"
        draw=${(request) => html`<${Row} request=${request} isCurrent=${request === chosen} />`} />
      ${chosen ? html`
        <aside class="details" aria-label="Call">
          <header class="details-head">
            <${IconButton} className="only-small" icon="back" label="Back to the calls" onClick=${() => store.go({ item: null })} />
            <h2>${chosen.operation ?? 'Call'}</h2>
            <${IconButton} className="only-wide" icon="close" label="Close the details" onClick=${() => store.go({ item: null })} />
          </header>
          <div class="details-body" tabindex="0" role="region" aria-label="Details of the call">
            <${RequestView} key=${chosen.sequence} store=${store} request=${chosen} />
            ${chosen.messages.map((id) => html`<p key=${id}><a href=${formatPlace({ item: store.mailbox.message(id)?.number, message: id })}>Message ${id}</a></p>`)}
          </div>
        </aside>` : null}
    </div>`;
}

function Row({ request, isCurrent }) {
  const isBad = isRefused(request);
  return html`
    <a class=${`call-row ${isBad ? 'bad' : ''}`} href=${formatPlace({ view: 'calls', item: String(request.sequence) })} aria-current=${isCurrent ? 'true' : undefined}>
      <time datetime=${request.at}>${exactClock(request.at)}</time>
      <b>${request.operation ?? 'unknown operation'}</b>
      <span class=${`verdict ${isBad ? 'bad' : 'good'}`}>${isBad ? refusal(request) : request.status ?? 'no answer'}</span>
      <span class="call-note">${[request.attempt > 1 ? `attempt ${request.attempt}` : null, request.fault && `switch: ${request.fault}`, isBad ? request.reason : null].filter(Boolean).join(' · ')}</span>
    </a>`;
}
