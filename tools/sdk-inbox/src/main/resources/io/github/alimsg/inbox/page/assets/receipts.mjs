/** Receipts on demand: the state, how often and how late. */

import { Component, html } from './html.mjs';
import { Icon } from './icons.mjs';
import { Field } from './controls.mjs';
import { sendReceipts } from './actions.mjs';
import { isMarkedUp } from './channels.mjs';

export class ReceiptButtons extends Component {
  state = { errorCode: '', delay: '', twice: false };

  #post(name) {
    const { store, message } = this.props;
    const { errorCode, delay, twice } = this.state;
    const receipt = { state: name };
    if (name === 'failed' && errorCode) {
      receipt.errorCode = errorCode;
    }
    if (delay) {
      receipt.delay = delay;
    }
    if (twice) {
      receipt.times = 2;
    }
    sendReceipts(store, message, receipt);
  }

  render({ state, message }, { errorCode, delay, twice }) {
    const states = isMarkedUp(message.channel) ? ['sent', 'delivered', 'read'] : ['delivered'];
    const codes = state.errorCodes.filter((code) => !code.product || code.product === message.product);
    return html`
      <div class="receipts">
        <p class="field-label">Post a receipt to the webhook</p>
        <div class="buttons">
          ${states.map((name) => html`<button type="button" key=${name} class="button" onClick=${() => this.#post(name)}><${Icon} name=${name} />${capital(name)}</button>`)}
          <button type="button" class="button danger" onClick=${() => this.#post('failed')}><${Icon} name="failed" />Failed</button>
        </div>
        <div class="receipt-options">
          <${Field} label="Error code">
            <input list="error-codes" value=${errorCode} placeholder="any" onInput=${(event) => this.setState({ errorCode: event.currentTarget.value.trim() })} />
            <datalist id="error-codes">${codes.map(({ code, meaning }) => html`<option key=${code} value=${code}>${meaning}</option>`)}</datalist>
          <//>
          <${Field} label="When">
            <select value=${delay} onChange=${(event) => this.setState({ delay: event.currentTarget.value })}>
              <option value="">now</option><option value="5s">after 5 s</option><option value="30s">after 30 s</option><option value="2m">after 2 min</option>
            </select>
          <//>
          <label class="check"><input type="checkbox" checked=${twice} onChange=${(event) => this.setState({ twice: event.currentTarget.checked })} />Twice</label>
        </div>
      </div>`;
  }
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
