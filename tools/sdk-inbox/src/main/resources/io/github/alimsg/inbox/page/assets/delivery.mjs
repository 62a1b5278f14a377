/** What was posted to the application's webhook and how it answered. */

import { html } from './html.mjs';
import { Icon } from './icons.mjs';
import { Fold } from './controls.mjs';
import { exactClock, pretty, until } from './format.mjs';
import { redeliver } from './actions.mjs';

export function DeliveryLog({ store, deliveries }) {
  return html`<ul class="deliveries">${deliveries.map((delivery) => html`<li key=${delivery.sequence}><${Delivery} store=${store} delivery=${delivery} /></li>`)}</ul>`;
}

export function Delivery({ store, delivery }) {
  const { kind, at, url, status, accepted, answer, refusal, attempt, next, body, fault } = delivery;
  return html`
    <article class=${`delivery ${accepted === false ? 'bad' : ''}`} tabindex="-1" data-focus>
      <p class="delivery-head">
        <b>${kind}</b>
        <span class=${accepted === false ? 'verdict bad' : accepted ? 'verdict good' : 'verdict'}>${fault ?? verdict(status, accepted)}</span>
        <time datetime=${at}>${exactClock(at)}</time>
      </p>
      <p class="delivery-url">${url ?? 'no webhook'}</p>
      ${refusal ? html`<p class="problem">${refusal}</p>` : null}
      <p class="muted">Delivery ${attempt ?? 1}${next ? `, again ${until(next)}` : ''}</p>
      ${answer ? html`<${Fold} title="Answer of the application"><pre tabindex="0">${pretty(answer)}</pre><//>` : null}
      ${body ? html`<${Fold} title="What was posted"><pre tabindex="0">${pretty(body)}</pre><//>` : null}
      <button type="button" class="button" onClick=${() => redeliver(store, delivery)}><${Icon} name="again" />Deliver again now</button>
    </article>`;
}

function verdict(status, accepted) {
  if (status == null) {
    return accepted == null ? 'on its way' : 'no answer';
  }
  return accepted === false ? `${status}, not accepted` : String(status);
}
