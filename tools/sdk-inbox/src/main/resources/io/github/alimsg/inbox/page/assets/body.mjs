/** The content of a message as a phone shows it. */

import { html } from './html.mjs';
import { Icon } from './icons.mjs';
import { Text } from './text.mjs';
import { isMarkedUp, mediaName, signature } from './channels.mjs';
import { copy, reply } from './actions.mjs';

export function Body({ store, message }) {
  const { parts, missing } = message;
  const marked = isMarkedUp(message.channel);
  const sign = signature(message);
  const text = parts?.body ?? parts?.media?.caption ?? message.text;
  return html`
    ${parts?.header ? html`<${Header} header=${parts.header} marked=${marked} missing=${missing} />` : null}
    ${parts?.media ? html`<${Media} media=${parts.media} />` : null}
    ${parts?.location ? html`<${Location} location=${parts.location} />` : null}
    ${text ? html`<p class="message-text">${sign ? html`<b class="signature">${sign}</b> ` : null}<${Text} text=${text} marked=${marked} missing=${missing} /></p>` : null}
    ${parts?.footer ? html`<p class="message-footer"><${Text} text=${parts.footer} marked=${marked} missing=${missing} /></p>` : null}
    ${parts?.buttons?.length ? html`<${Buttons} store=${store} message=${message} buttons=${parts.buttons} />` : null}
    ${parts?.list ? html`<${Choices} store=${store} message=${message} list=${parts.list} />` : null}`;
}

function Header({ header, marked, missing }) {
  if (header.type === 'text' || !header.type) {
    return html`<p class="message-header"><${Text} text=${header.text ?? ''} marked=${marked} missing=${missing} /></p>`;
  }
  return html`<${Media} media=${header} />`;
}

/** The place of a picture: its address is shown and not loaded, because whoever sends it would learn who looks. */
function Media({ media }) {
  const icon = { video: 'video', document: 'document', location: 'location' }[media.type] ?? 'picture';
  return html`
    <div class=${`media ${media.type}`}>
      <${Icon} name=${icon} />
      <span><b>${mediaName(media.type)}</b>${media.name ? ` ${media.name}` : ''}</span>
      ${media.link ? html`<small title="Shown, not loaded">${media.link}</small>` : null}
    </div>`;
}

function Location({ location }) {
  return html`
    <div class="media location">
      <${Icon} name="location" />
      <span><b>${location.name ?? 'Location'}</b>${location.address ? html`<br />${location.address}` : null}</span>
      ${location.latitude != null ? html`<small>${location.latitude}, ${location.longitude}</small>` : null}
    </div>`;
}

/** Buttons do what they do on a phone, as far as that can be without one. */
function Buttons({ store, message, buttons }) {
  return html`<div class="message-buttons">${buttons.map((button, index) => html`<${MessageButton} key=${index} store=${store} message=${message} button=${button} />`)}</div>`;
}

function MessageButton({ store, message, button }) {
  const label = button.text ?? button.type;
  if (button.type === 'URL') {
    const link = button.value ?? '';
    return link.startsWith('https://') || link.startsWith('http://')
      ? html`<a class="message-button" href=${link} target="_blank" rel="noopener noreferrer" title=${link}>${label}</a>`
      : html`<span class="message-button is-text">${label}</span>`;
  }
  if (button.type === 'PHONE_NUMBER') {
    return html`<span class="message-button is-text" title=${button.value ?? ''}>${label}</span>`;
  }
  const press = (event) => {
    event.stopPropagation();
    if (button.type === 'COPY_CODE') {
      copy(store, button.value ?? message.otp ?? '', 'Code copied');
    } else {
      answer(store, message, button.payload ?? label, `“${label}” pressed`);
    }
  };
  return html`<button type="button" class="message-button" onClick=${press}>${label}</button>`;
}

function Choices({ store, message, list }) {
  const rows = list.sections.flatMap((section) => section.rows);
  return html`
    <details class="message-list">
      <summary class="message-button">${list.button ?? 'Choose'}</summary>
      ${rows.map((row, index) => html`
        <button type="button" key=${index} class="message-choice" onClick=${(event) => {
    event.stopPropagation();
    answer(store, message, row.id, `“${row.title}” chosen`);
  }}><b>${row.title}</b>${row.description ? html`<small>${row.description}</small>` : null}</button>`)}
    </details>`;
}

function answer(store, message, button, what) {
  reply(store, { from: message.to, inReplyTo: message.id, button }, what);
}
