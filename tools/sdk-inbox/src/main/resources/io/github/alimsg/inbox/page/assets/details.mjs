/** Everything about one message, or about one refused call, beside the conversation. */

import { html } from './html.mjs';
import { IconButton, State, Values } from './controls.mjs';
import { ReceiptButtons } from './receipts.mjs';
import { DeliveryLog } from './delivery.mjs';
import { RequestView } from './request.mjs';
import { STATES, channelName } from './channels.mjs';
import { count, exactClock } from './format.mjs';

export function Details({ store, state, message, request }) {
  const title = message ? (message.direction === 'in' ? 'Reply' : `${channelName(message.channel)} message`) : 'Refused call';
  return html`
    <aside class="details" aria-label="Details">
      <header class="details-head">
        <${IconButton} className="only-small" icon="back" label="Back to the messages" onClick=${() => close(store)} />
        <h2>${title}</h2>
        <${IconButton} className="only-wide" icon="close" label="Close the details" onClick=${() => close(store)} />
      </header>
      <div class="details-body" tabindex="0" role="region" aria-label="Details of the message">
        ${message ? html`<${MessageDetails} store=${store} state=${state} message=${message} />` : null}
        ${request ? html`<${RequestView} store=${store} request=${request} />` : null}
      </div>
    </aside>`;
}

export function close(store) {
  store.go({ message: null });
}

function MessageDetails({ store, state, message }) {
  const deliveries = store.mailbox.deliveriesOf(message.id);
  const others = store.mailbox.sharingOwnId(message);
  const facts = {
    'Message id': message.id,
    'Own id': message.ownId,
    Template: message.template && `${message.template}${message.language ? ` (${message.language})` : ''}`,
    Signature: message.signName,
    From: message.sender === message.signName ? null : message.sender,
    Length: message.segments && `${count(message.segments.length, 'character')}, ${count(message.segments.count, 'segment')} ${message.segments.encoding}`,
  };
  return html`
    ${others.length > 1 ? html`
      <section class="panel duplicate-panel">
        <h3>The same id, ${others.length} times</h3>
        <p>An application that sends again has to ask first whether the earlier one arrived.</p>
        <ol>${others.map((other) => html`
          <li key=${other.id}><button type="button" class="link" aria-current=${other.id === message.id ? 'true' : undefined}
            onClick=${() => store.go({ message: other.id })}>${exactClock(other.at)}</button> <${State} state=${other.state ?? 'accepted'} /></li>`)}</ol>
      </section>` : null}
    ${message.direction === 'in' ? null : html`
      <section class="panel">
        <h3>State</h3>
        <${Timeline} message=${message} />
        <${ReceiptButtons} store=${store} state=${state} message=${message} />
      </section>`}
    ${deliveries.length ? html`<section class="panel"><h3>Webhook</h3><${DeliveryLog} store=${store} deliveries=${deliveries} /></section>` : null}
    <section class="panel">
      <h3>Message</h3>
      <${Values} caption="Facts of the message" values=${Object.fromEntries(Object.entries(facts).filter(([, value]) => value))} />
    </section>
    ${Object.keys(message.values ?? {}).length ? html`
      <section class="panel">
        <h3>Parameters of the template</h3>
        <${Values} caption="Parameters of the template" values=${message.values} bad=${message.superfluous} />
        ${message.missing?.length ? html`<p class="problem"><b>Missing:</b> <code>${message.missing.join(', ')}</code></p>` : null}
      </section>` : null}`;
}

/** The states with the times at which the receipts said so. */
function Timeline({ message }) {
  const states = message.states ?? {};
  const reached = STATES.filter((name) => name === 'accepted' || states[name]);
  const shown = message.state === 'failed' ? [...reached, 'failed'] : reached;
  return html`
    <ol class="timeline">
      ${shown.map((name) => html`
        <li key=${name}><${State} state=${name} errorCode=${name === 'failed' ? message.errorCode : null} />
          <time>${exactClock(name === 'accepted' ? message.at : states[name])}</time></li>`)}
    </ol>`;
}
