/** Where the text of an unknown template can be pasted, after which its messages are shown as phones show them. */

import { Component, html } from './html.mjs';
import { putTemplates } from './actions.mjs';
import { placeholders } from './template.mjs';

export class PasteTemplate extends Component {
  state = { isOpen: false, text: '' };

  #save = (event) => {
    event.preventDefault();
    const { store, message } = this.props;
    const template = { product: message.product, code: message.template, text: this.state.text };
    if (message.language) {
      template.language = message.language;
    }
    const others = store.state.templates.filter((other) => other.code !== template.code || other.product !== template.product);
    putTemplates(store, [...others, template], `Template ${template.code} saved`).then((saved) => saved && this.setState({ isOpen: false }));
  };

  render({ message }, { isOpen, text }) {
    if (!isOpen) {
      return html`<button type="button" class="button" onClick=${() => this.setState({ isOpen: true })}>Paste the template's text</button>`;
    }
    const used = placeholders(text);
    const unknown = used.filter((name) => !(name in (message.values ?? {})));
    return html`
      <form class="paste" onSubmit=${this.#save}>
        <label class="field">
          <span class="field-label">Text of ${message.template}</span>
          <textarea rows="3" required value=${text} placeholder=${example(message)} ref=${focusOnce}
            onInput=${(event) => this.setState({ text: event.currentTarget.value })}></textarea>
        </label>
        ${unknown.length ? html`<p class="problem">Not sent with this message: <code>${unknown.join(', ')}</code></p>` : null}
        <div class="buttons">
          <button class="button primary">Save</button>
          <button type="button" class="button" onClick=${() => this.setState({ isOpen: false })}>Cancel</button>
        </div>
      </form>`;
  }
}

function example(message) {
  const [name = 'code'] = Object.keys(message.values ?? {});
  return `Your code is \${${name}}.`;
}

function focusOnce(element) {
  if (element && !element.dataset.focused) {
    element.dataset.focused = 'yes';
    element.focus();
  }
}
