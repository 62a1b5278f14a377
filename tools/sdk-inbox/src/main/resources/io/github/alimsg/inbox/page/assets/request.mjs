/** A call as it came in: parameters, headers, the check of its signature, the answer and the other attempts. */

import { Component, html } from './html.mjs';
import { api } from './api.mjs';
import { Icon } from './icons.mjs';
import { CopyButton, Fold, Values } from './controls.mjs';
import { exactClock, pretty } from './format.mjs';
import { formatPlace } from './links.mjs';
import { isRefused, refusal } from './requests.mjs';

/** Loads the whole of a request, of which lists have the summary. */
export class RequestView extends Component {
  state = { whole: null, error: null };

  componentDidMount() {
    api.request(this.props.request.sequence).then(
      (whole) => this.setState({ whole }),
      (error) => this.setState({ error: error.message }),
    );
  }

  render({ store, request }, { whole, error }) {
    const attempts = store.mailbox.attempts(request);
    return html`
      <section class="panel">
        <h3>Call</h3>
        <p class="call-line"><b>${request.operation ?? 'unknown operation'}</b>
          <span class=${isRefused(request) ? 'verdict bad' : 'verdict good'}>${isRefused(request) ? refusal(request) : request.status ?? 'no answer'}</span>
          <time datetime=${request.at}>${exactClock(request.at)}</time></p>
        ${request.fault ? html`<p class="problem">A switch was on: ${request.fault}</p>` : null}
        ${error ? html`<p class="problem">${error}</p>` : null}
        ${whole ? html`<${Whole} store=${store} request=${whole} />` : null}
      </section>
      ${attempts.length > 1 ? html`<${Attempts} attempts=${attempts} request=${request} />` : null}`;
  }
}

function Whole({ store, request }) {
  const answer = pretty(request.answer);
  const isWrong = request.signature?.right === false;
  return html`
    <p class="delivery-url">${request.method} ${request.target}</p>
    <${Signature} signature=${request.signature} />
    ${request.reason && !isWrong ? html`<p class="problem">${request.reason}</p>` : null}
    <${Fold} title="Parameters" open><${Values} caption="Parameters of the call" values=${request.parameters} /><//>
    <${Fold} title="Headers"><${Values} caption="Headers of the call" values=${request.headers} /><//>
    <${Fold} title=${`Answer ${request.status ?? ''}`} open=${isRefused(request)}>
      ${answer ? html`<pre tabindex="0">${answer}</pre><${CopyButton} store=${store} text=${answer} label="Copy the answer" what="Answer copied" />` : html`<p class="muted">Nothing was answered.</p>`}
    <//>
    ${request.truncated ? html`<p class="muted">Some of it was too long to keep.</p>` : null}`;
}

/** Whether the signature is right; if not, why, and what should have been signed. */
function Signature({ signature }) {
  const { kind, right, reason, expected, received } = signature;
  if (right) {
    return html`<p class="signature-check good"><${Icon} name="sent" />${kind ?? 'The'} signature is right</p>`;
  }
  return html`
    <div class="signature-check bad">
      <p><${Icon} name="refused" /><b>${kind ? `${kind} signature is wrong` : 'There is no signature'}</b></p>
      ${reason ? html`<p class="reason">${reason}</p>` : null}
      ${expected ? html`<${Fold} title="Text to sign, as the inbox computes it" open><pre tabindex="0">${expected}</pre><//>` : null}
      ${received ? html`<${Fold} title="What the call brought"><pre tabindex="0">${received}</pre><//>` : null}
    </div>`;
}

function Attempts({ attempts, request }) {
  return html`
    <section class="panel">
      <h3>Attempts with the id <code>${request.ownId}</code></h3>
      <ol class="timeline">
        ${attempts.map((other) => html`
          <li key=${other.sequence}>
            <a href=${formatPlace({ view: 'calls', item: String(other.sequence) })} aria-current=${other === request ? 'true' : undefined}>${exactClock(other.at)}</a>
            <span class=${isRefused(other) ? 'verdict bad' : 'verdict'}>${isRefused(other) ? refusal(other) : other.status ?? 'no answer'}</span>
            ${other.fault ? html`<span class="muted">${other.fault}</span>` : null}
          </li>`)}
      </ol>
    </section>`;
}
