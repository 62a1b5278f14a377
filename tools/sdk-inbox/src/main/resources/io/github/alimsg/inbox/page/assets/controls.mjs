/** Small parts that several views use. */

import { html } from './html.mjs';
import { Icon } from './icons.mjs';
import { copy } from './actions.mjs';
import { CHANNELS, channelName } from './channels.mjs';

const MARKS = { sms: 'SMS', whatsapp: 'WA', viber: 'VB', messenger: 'ME', instagram: 'IG' };

/** The mark of a channel. */
export function Channel({ channel }) {
  return html`<abbr class=${`channel ${channel in CHANNELS ? channel : ''}`} title=${channelName(channel)}>${MARKS[channel] ?? '?'}</abbr>`;
}

/** A state as an icon with its word. */
export function State({ state, errorCode }) {
  return html`
    <span class=${`state ${state}`}>
      <${Icon} name=${state} />${state}${errorCode ? html` <code>${errorCode}</code>` : null}
    </span>`;
}

export function CopyButton({ store, text, label = 'Copy', what, primary }) {
  const onClick = (event) => {
    event.stopPropagation();
    copy(store, text, what);
  };
  return html`<button type="button" class=${primary ? 'button primary' : 'button'} onClick=${onClick}><${Icon} name="copy" />${label}</button>`;
}

export function IconButton({ icon, label, onClick, pressed, className = '' }) {
  return html`
    <button type="button" class=${`icon-button ${className}`} onClick=${onClick} aria-label=${label} title=${label}
      aria-pressed=${pressed === undefined ? undefined : String(pressed)}><${Icon} name=${icon} /></button>`;
}

/** A switch, which is a checkbox that looks like one. */
export function Switch({ label, checked, onChange }) {
  return html`
    <label class="switch">
      <input type="checkbox" role="switch" checked=${checked} onChange=${(event) => onChange(event.currentTarget.checked)} />
      <span class="switch-track" aria-hidden="true"></span>
      <span class="switch-label">${label}</span>
    </label>`;
}

export function Field({ label, hint, children }) {
  return html`<label class="field"><span class="field-label">${label}</span>${children}${hint ? html`<span class="hint">${hint}</span>` : null}</label>`;
}

/** Names and values, as a table that a screen reader can walk through. */
export function Values({ values, caption, bad = [] }) {
  const rows = Object.entries(values ?? {});
  return rows.length === 0 ? null : html`
    <table class="values">
      <caption class="unseen">${caption}</caption>
      <tbody>
        ${rows.map(([name, value]) => html`
          <tr key=${name} class=${bad.includes(name) ? 'bad' : ''}>
            <th scope="row">${name}</th>
            <td>${typeof value === 'object' ? JSON.stringify(value) : String(value)}</td>
          </tr>`)}
      </tbody>
    </table>`;
}

/** A part that can be folded away. */
export function Fold({ title, open, children }) {
  return html`<details class="fold" open=${open}><summary>${title}</summary>${children}</details>`;
}
