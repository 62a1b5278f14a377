/** What the owner of the phone can send back. */

import { Component, html } from './html.mjs';
import { Icon } from './icons.mjs';
import { channelName } from './channels.mjs';
import { reply } from './actions.mjs';
import { formatPlace } from './links.mjs';

export class Composer extends Component {
  state = { text: '', channel: null, extra: null };

  async #send(content, what) {
    const { store, conversation } = this.props;
    return reply(store, { from: conversation.number, channel: this.#channel(), ...content }, what);
  }

  #channel() {
    const last = this.props.conversation.entries.findLast((entry) => entry.message);
    return this.state.channel ?? last?.message.channel ?? 'sms';
  }

  #submit = async (event) => {
    event.preventDefault();
    const text = this.state.text.trim();
    if (text !== '' && await this.#send({ text })) {
      this.setState({ text: '' });
    }
  };

  #sendLocation = async (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const location = {
      latitude: Number(form.get('latitude')),
      longitude: Number(form.get('longitude')),
      name: form.get('name') || undefined,
      address: form.get('address') || undefined,
    };
    if (await this.#send({ location }, 'Location')) {
      this.setState({ extra: null });
    }
  };

  #sendPicture = async (event) => {
    event.preventDefault();
    if (await this.#send({ picture: new FormData(event.currentTarget).get('picture') }, 'Picture')) {
      this.setState({ extra: null });
    }
  };

  #toggle(extra) {
    this.setState({ extra: this.state.extra === extra ? null : extra });
  }

  render({ state, conversation }, { text, extra }) {
    const channel = this.#channel();
    const channels = [...conversation.channels];
    return html`
      <div class="composer">
        ${hasWebhook(state.webhooks, channel) ? null : html`<p class="hint">Replies go to your application's webhook. <a href=${formatPlace({ view: 'deliveries' })}>Set its address</a></p>`}
        ${extra === 'location' ? html`
          <form class="extra" onSubmit=${this.#sendLocation}>
            <input name="latitude" aria-label="Latitude" value="1.2834" required inputmode="decimal" />
            <input name="longitude" aria-label="Longitude" value="103.8607" required inputmode="decimal" />
            <input name="name" aria-label="Name" value="Marina Bay" />
            <input name="address" aria-label="Address" placeholder="Address" />
            <button class="button primary">Send location</button>
          </form>` : null}
        ${extra === 'picture' ? html`
          <form class="extra" onSubmit=${this.#sendPicture}>
            <input name="picture" type="url" aria-label="Address of the picture" value="https://example.com/picture.jpg" required />
            <button class="button primary">Send picture</button>
          </form>` : null}
        <form class="composer-line" onSubmit=${this.#submit}>
          ${channels.length > 1 ? html`
            <select aria-label="Channel" value=${channel} onChange=${(event) => this.setState({ channel: event.currentTarget.value })}>
              ${channels.map((name) => html`<option key=${name} value=${name}>${channelName(name)}</option>`)}
            </select>` : null}
          <input id="reply" aria-label=${`Reply by ${channelName(channel)}`} placeholder="Reply as this phone" autocomplete="off" value=${text}
            onInput=${(event) => this.setState({ text: event.currentTarget.value })} />
          <button class="button primary send" aria-label="Send the reply"><${Icon} name="send" /><span>Reply</span></button>
        </form>
        <div class="composer-more">
          <button type="button" class="chip" onClick=${() => this.#send({ text: 'STOP' }, '“STOP”')}><${Icon} name="stop" />STOP</button>
          ${channel === 'sms' ? null : html`
            <button type="button" class="chip" aria-expanded=${String(extra === 'location')} onClick=${() => this.#toggle('location')}><${Icon} name="location" />Location</button>
            <button type="button" class="chip" aria-expanded=${String(extra === 'picture')} onClick=${() => this.#toggle('picture')}><${Icon} name="picture" />Picture</button>`}
        </div>
      </div>`;
  }
}

function hasWebhook(webhooks, channel) {
  return Boolean(channel === 'sms' ? webhooks.smsMainland : webhooks.cams);
}
