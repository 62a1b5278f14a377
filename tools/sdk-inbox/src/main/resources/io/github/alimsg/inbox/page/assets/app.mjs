/** The frame of the page: what is on, where one is, and one view. */

import { html } from './html.mjs';
import { Icon } from './icons.mjs';
import { IconButton } from './controls.mjs';
import { SearchBox } from './search-box.mjs';
import { FaultBar, FaultsView } from './faults.mjs';
import { MessagesView } from './messages-view.mjs';
import { CallsView } from './calls.mjs';
import { DeliveriesView } from './deliveries.mjs';
import { TemplatesView } from './templates-view.mjs';
import { ConnectView } from './connect.mjs';
import { Dialogs } from './dialogs.mjs';
import { formatPlace } from './links.mjs';
import { count } from './format.mjs';
import { isRefused } from './requests.mjs';
import { switchTheme, theme } from './theme.mjs';

const VIEWS = {
  messages: ['Messages', MessagesView],
  calls: ['Calls', CallsView],
  deliveries: ['Webhooks', DeliveriesView],
  faults: ['Faults', FaultsView],
  templates: ['Templates', TemplatesView],
  connect: ['Connect', ConnectView],
};

export function App({ store, state }) {
  const { place, connection } = state;
  const [title, View] = VIEWS[place.view];
  document.title = `${title} · Inbox`;
  return html`
    <div class="app">
      <a class="skip" href="#main" onClick=${toMain}>To the content</a>
      <${Header} store=${store} state=${state} />
      <${Navigation} store=${store} state=${state} />
      <div class="content">
        ${connection === 'lost' ? html`<p class="bar lost"><${Icon} name="warning" />The inbox does not answer. The page reconnects by itself.</p>` : null}
        <${FaultBar} store=${store} state=${state} />
        <main id="main" tabindex="-1" class=${`view view-${place.view}`}>
          <h1 class="unseen">${title}</h1>
          ${state.isLoaded ? html`<${View} store=${store} state=${state} />` : html`<p class="empty">Loading…</p>`}
        </main>
      </div>
      <div class="unseen" role="status" aria-live="polite">${state.announcement}</div>
      ${state.notice ? html`<p class=${`notice ${state.notice.isError ? 'error' : ''}`}>${state.notice.text}</p>` : null}
      <${Dialogs} store=${store} state=${state} />
    </div>`;
}

function Header({ store, state }) {
  const { connection } = state;
  const words = { live: 'live', connecting: 'connecting', lost: 'not connected' };
  return html`
    <header class="header">
      <a class="brand" href=${formatPlace({})} aria-label="Inbox"><img src="assets/icon.svg" alt="" width="28" height="28" /><span>Inbox</span></a>
      <${SearchBox} store=${store} place=${state.place} />
      <span class=${`connection ${connection}`} title=${count(store.mailbox.size, 'message')}><i aria-hidden="true"></i><span>${words[connection]}</span></span>
      <div class="header-buttons">
        <${IconButton} icon="clear" label="Remove all messages" onClick=${() => store.set({ dialog: 'clear' })} />
        <${IconButton} icon=${theme()} label=${`Colours: ${theme()}`} onClick=${() => {
    switchTheme();
    store.set({});
  }} />
        <${IconButton} icon="help" label="Help and keys" onClick=${() => store.set({ dialog: 'help' })} />
      </div>
    </header>`;
}

function Navigation({ store, state }) {
  const counts = {
    calls: store.mailbox.requests().filter(isRefused).length,
    faults: state.faults.length,
  };
  return html`
    <nav class="navigation" aria-label="Views">
      ${Object.entries(VIEWS).map(([view, [title]]) => html`
        <a key=${view} href=${formatPlace({ view })} aria-current=${view === state.place.view ? 'page' : undefined}>
          <${Icon} name=${view} />
          <span>${title}</span>
          ${counts[view] ? html`<b class="badge bad" aria-label=${view === 'calls' ? `${counts[view]} refused` : `${counts[view]} on`}>${counts[view] > 99 ? '99+' : counts[view]}</b>` : null}
        </a>`)}
    </nav>`;
}

function toMain(event) {
  event.preventDefault();
  document.getElementById('main').focus();
}
