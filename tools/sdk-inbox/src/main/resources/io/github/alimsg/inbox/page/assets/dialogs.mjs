/** Dialogs above the page: help, and the question before everything is removed. */

import { html } from './html.mjs';
import { IconButton } from './controls.mjs';
import { clear } from './actions.mjs';
import { KEYS } from './keyboard.mjs';
import { NAMES } from './search.mjs';

export function Dialogs({ store, state }) {
  switch (state.dialog) {
    case 'help': return html`<${Dialog} store=${store} title="Help"><${Help} state=${state} /><//>`;
    case 'clear': return html`<${Dialog} store=${store} title="Remove all messages?"><${Clear} store=${store} /><//>`;
    default: return null;
  }
}

function Dialog({ store, title, children }) {
  const close = () => store.set({ dialog: null });
  return html`
    <dialog ref=${show} aria-label=${title} onClose=${close} onClick=${(event) => event.target === event.currentTarget && close()}>
      <div class="dialog">
        <header><h2>${title}</h2><${IconButton} icon="close" label="Close" onClick=${close} /></header>
        ${children}
      </div>
    </dialog>`;
}

function show(element) {
  if (element && !element.open) {
    element.showModal();
  }
}

function Help({ state }) {
  return html`
    <h3>Keys</h3>
    <dl class="help-keys">${KEYS.map(([key, what]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
    <h3>Search</h3>
    <p>Words and “phrases” are looked for everywhere; ${NAMES.map((name) => html`<code key=${name}>${name}:</code> `)} only there. A minus in front leaves out what matches. The search is in the address, so a link leads to it.</p>
    <p class="muted">Inbox ${state.health?.version}. The same can be done by <a href="/_inbox/api/openapi.json">REST</a>.</p>`;
}

function Clear({ store }) {
  const remove = async () => {
    if (await clear(store)) {
      store.set({ dialog: null });
    }
  };
  return html`
    <p>Messages, calls and deliveries are gone afterwards. Templates, webhooks and faults stay.</p>
    <div class="buttons">
      <button type="button" class="button danger" onClick=${remove}>Remove all</button>
      <button type="button" class="button" onClick=${() => store.set({ dialog: null })}>Keep them</button>
    </div>`;
}
