/** Where receipts and replies are posted to, and the log of what was posted. */

import { html } from './html.mjs';
import { List } from './list.mjs';
import { Field } from './controls.mjs';
import { Delivery } from './delivery.mjs';
import { api } from './api.mjs';
import { attempt } from './actions.mjs';

const ADDRESSES = [
  ['cams', 'Chat messages', 'States and replies of WhatsApp, Viber, Messenger and Instagram'],
  ['smsMainland', 'SMS to mainland China', 'Receipts and replies'],
  ['smsInternational', 'International SMS', 'Receipts'],
];
const AUTOMATIC = { off: 'on demand', '0s': 'at once', '2s': 'after 2 s', '10s': 'after 10 s', '1m': 'after a minute' };
const MANNERS = { inOrder: 'in order', late: 'late', twice: 'twice', shuffled: 'shuffled', lost: 'lost' };

export function DeliveriesView({ store, state }) {
  const deliveries = store.mailbox.deliveries().reverse();
  return html`
    <div class="two-columns">
      <section class="column settings" aria-label="Webhooks">
        <${Settings} key=${JSON.stringify(state.webhooks)} store=${store} webhooks=${state.webhooks} />
      </section>
      <section class="column log" aria-label="Deliveries">
        <h2>Deliveries</h2>
        ${deliveries.length === 0
          ? html`<p class="empty">Nothing was posted yet. Open a message and post a receipt, or reply to it.</p>`
          : html`<${List} name="delivery-list" items=${deliveries} keyOf=${(delivery) => delivery.sequence} estimate=${190} label="Deliveries"
              draw=${(delivery) => html`<${Delivery} store=${store} delivery=${delivery} />`} />`}
      </section>
    </div>`;
}

function Settings({ store, webhooks }) {
  const save = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changed = Object.fromEntries(ADDRESSES.map(([name]) => [name, form.get(name).trim() || null]));
    attempt(store, async () => {
      const answer = await api.putWebhooks({ ...changed, autoReceipts: form.get('autoReceipts'), receipts: form.get('receipts') });
      store.set({ webhooks: answer });
    }, 'Webhooks saved');
  };
  return html`
    <form class="card form" onSubmit=${save}>
      <h2>Webhooks</h2>
      <p class="muted">Addresses of your application that receipts and replies are posted to.</p>
      ${ADDRESSES.map(([name, label, hint]) => html`
        <${Field} key=${name} label=${label} hint=${hint}><input type="url" name=${name} defaultValue=${webhooks[name] ?? ''} placeholder="http://127.0.0.1:8080/receipts" /><//>`)}
      <div class="pair">
        <${Field} label="Receipts are posted"><${Choice} name="autoReceipts" choices=${AUTOMATIC} value=${webhooks.autoReceipts ?? 'off'} /><//>
        <${Field} label="They arrive"><${Choice} name="receipts" choices=${MANNERS} value=${webhooks.receipts ?? 'inOrder'} /><//>
      </div>
      <button class="button primary">Save</button>
    </form>`;
}

/** A choice that also has the present value, whoever set it. */
function Choice({ name, choices, value }) {
  const all = value in choices ? choices : { [value]: value, ...choices };
  return html`<select name=${name}>${Object.entries(all).map(([key, text]) => html`<option key=${key} value=${key} selected=${key === value}>${text}</option>`)}</select>`;
}
