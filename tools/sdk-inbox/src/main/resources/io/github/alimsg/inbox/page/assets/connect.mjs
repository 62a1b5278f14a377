/** How an application sends to this inbox; also what is shown before the first message. */

import { Component, html } from './html.mjs';
import { CopyButton } from './controls.mjs';

export class ConnectView extends Component {
  state = { chosen: null };

  render({ store, state, isWaiting }, { chosen }) {
    const { health, connect } = state;
    const { snippets, table } = connect;
    const snippet = snippets.find(({ id }) => id === chosen) ?? snippets[0];
    return html`
      <div class="page connect">
        <div class="connect-head">
          ${isWaiting ? html`<p class="waiting"><i aria-hidden="true"></i>Waiting for the first message</p>` : null}
          <h2>${isWaiting ? 'Send something' : 'Connect an application'}</h2>
          <p class="muted">Point your SDK here. It signs and sends as usual; nothing leaves this computer.</p>
        </div>
        <dl class="card keys">
          <${Key} store=${store} name="Endpoint" value=${health.apiUrl} />
          <${Key} store=${store} name="Access key id" value=${health.accessKeyId} />
          <${Key} store=${store} name="Access key secret" value=${health.accessKeySecret} />
        </dl>
        ${snippet ? html`
          <section class="card snippets" aria-label="Snippets">
            <div class="tabs" role="tablist" aria-label="Language" onKeyDown=${moveBetweenTabs}>
              ${snippets.map(({ id, title }) => html`
                <button type="button" key=${id} id=${`tab-${id}`} role="tab" aria-selected=${String(id === snippet.id)} aria-controls="snippet" tabindex=${id === snippet.id ? 0 : -1}
                  onClick=${() => this.setState({ chosen: id })}>${title}</button>`)}
            </div>
            <div id="snippet" role="tabpanel" aria-labelledby=${`tab-${snippet.id}`}>
              <pre tabindex="0"><code>${snippet.code}</code></pre>
              <${CopyButton} store=${store} text=${snippet.code} what="Snippet copied" />
            </div>
          </section>` : null}
        ${table.length ? html`
          <section class="card languages">
            <h3>Other languages</h3>
            <table>
              <thead><tr><th scope="col">Language</th><th scope="col">Endpoint</th><th scope="col">Protocol</th><th scope="col">Note</th></tr></thead>
              <tbody>${table.map((row) => html`<tr key=${row.language}><th scope="row">${row.language}</th><td><code>${row.endpoint}</code></td><td>${row.protocol}</td><td>${row.note}</td></tr>`)}</tbody>
            </table>
          </section>` : null}
      </div>`;
  }
}

function Key({ store, name, value }) {
  return html`<div><dt>${name}</dt><dd><code>${value}</code><${CopyButton} store=${store} text=${value} what=${`${name} copied`} /></dd></div>`;
}

/** Arrow keys move between tabs, as in every list of tabs. */
function moveBetweenTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const tabs = [...event.currentTarget.children];
    const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }
}
