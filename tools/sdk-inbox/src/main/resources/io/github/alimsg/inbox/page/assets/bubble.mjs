/** One message in a conversation, or one call that was refused. */

import { html } from './html.mjs';
import { Icon } from './icons.mjs';
import { Body } from './body.mjs';
import { Channel, CopyButton, State, Values } from './controls.mjs';
import { PasteTemplate } from './paste-template.mjs';
import { clock, count, exactClock } from './format.mjs';
import { channelName } from './channels.mjs';
import { refusal } from './requests.mjs';

export function Bubble({ store, message, isSelected, onOpen }) {
  const isReply = message.direction === 'in';
  const classes = ['bubble', isReply ? 'in' : 'out', message.state === 'failed' ? 'failed' : '', isSelected ? 'selected' : ''].join(' ');
  const isUnknown = message.text == null && !message.parts && message.template;
  return html`
    <article class=${classes} tabindex="-1" data-focus onClick=${opening(onOpen)}
      aria-label=${`${isReply ? 'Reply' : channelName(message.channel)} at ${clock(message.at)}`}>
      ${message.duplicateOf ? html`<${Duplicate} store=${store} message=${message} />` : null}
      ${isUnknown ? html`<${UnknownTemplate} store=${store} message=${message} />` : html`<${Body} store=${store} message=${message} />`}
      <${Problems} message=${message} />
      ${message.otp ? html`<${Code} store=${store} code=${message.otp} />` : null}
      <footer class="bubble-meta">
        <${Channel} channel=${message.channel} />
        <time datetime=${message.at} title=${exactClock(message.at)}>${clock(message.at)}</time>
        ${message.segments ? html`<span title=${`${message.segments.length} characters, ${message.segments.encoding}`}>${count(message.segments.count, 'segment')} ${message.segments.encoding}</span>` : null}
        ${isReply ? html`<span>reply</span>` : html`<${State} state=${message.state ?? 'accepted'} errorCode=${message.errorCode} />`}
        <button type="button" class="link details-link" onClick=${onOpen}>Details</button>
      </footer>
    </article>`;
}

/** A one-time code, large enough to be read from across the desk. */
export function Code({ store, code }) {
  return html`
    <div class="code">
      <output class="code-digits" aria-label="One-time code">${code}</output>
      <${CopyButton} store=${store} text=${code} label="Copy" what=${`Code ${code} copied`} primary />
    </div>`;
}

function Duplicate({ store, message }) {
  const first = store.mailbox.message(message.duplicateOf);
  const isSameText = !first || (first.text === message.text && JSON.stringify(first.values) === JSON.stringify(message.values));
  return html`
    <p class="duplicate">
      <${Icon} name="warning" />
      <span><b>Sent twice.</b> ${isSameText ? 'The same text' : 'Another text'} with the same id <code>${message.ownId ?? '?'}</code>${
        first ? ` went to this number at ${exactClock(first.at)}.` : ' went to this number before.'}</span>
    </p>`;
}

function UnknownTemplate({ store, message }) {
  return html`
    <div class="unknown-template">
      <p><b>Template <code>${message.template}</code></b>${message.signName ? html` signed <b>[${message.signName}]</b>` : null}</p>
      <${Values} values=${message.values} caption="Parameters of the template" />
      <${PasteTemplate} store=${store} message=${message} />
    </div>`;
}

/** Parameters that a template has and nobody sent, and the reverse. */
function Problems({ message }) {
  const { missing = [], superfluous = [] } = message;
  return html`
    ${missing.length ? html`<p class="problem"><b>Missing:</b> ${names(missing)}</p>` : null}
    ${superfluous.length ? html`<p class="problem"><b>Not in the template:</b> ${names(superfluous)}</p>` : null}`;
}

function names(list) {
  return list.map((name, index) => html`${index ? ', ' : ''}<code key=${name}>${name}</code>`);
}

/** A call for this number that the service refused, so nothing reached the phone. */
export function RefusedCall({ request, isSelected, onOpen }) {
  return html`
    <article class=${`refused-call ${isSelected ? 'selected' : ''}`} tabindex="-1" data-focus onClick=${opening(onOpen)}
      aria-label=${`Refused call at ${clock(request.at)}`}>
      <p><${Icon} name="refused" /><span><b>${request.operation ?? 'A call'} was refused:</b> ${refusal(request)}</span></p>
      ${request.reason ? html`<p class="reason">${request.reason}</p>` : null}
      <footer class="bubble-meta">
        <time datetime=${request.at} title=${exactClock(request.at)}>${clock(request.at)}</time>
        ${request.fault ? html`<span>by the switch “${request.fault}”</span>` : null}
        <button type="button" class="link details-link" onClick=${onOpen}>Details</button>
      </footer>
    </article>`;
}

/** A click into the bubble opens it, unless it is meant for something in it or selects text. */
function opening(onOpen) {
  return (event) => {
    if (!event.target.closest('a, button, summary, input, textarea, label') && getSelection().isCollapsed) {
      onOpen();
    }
  };
}
