/** The templates that messages are rendered with. */

import { Component, html } from './html.mjs';
import { Icon } from './icons.mjs';
import { Field } from './controls.mjs';
import { Text } from './text.mjs';
import { putTemplates } from './actions.mjs';
import { keyOf, placeholders, withTemplate } from './template.mjs';

const PRODUCTS = { 'sms-mainland': 'SMS to mainland China', cams: 'Chat' };

export class TemplatesView extends Component {
  state = { edited: null };

  #save = async (template, former) => {
    const { store, state } = this.props;
    const others = state.templates.filter((other) => other !== former);
    if (await putTemplates(store, withTemplate(others, template), `Template ${template.code} saved`)) {
      this.setState({ edited: null });
    }
  };

  #remove = (template) => {
    const { store, state } = this.props;
    putTemplates(store, state.templates.filter((other) => other !== template), `Template ${template.code} removed`);
  };

  render({ state }, { edited }) {
    const { templates } = state;
    const isEdited = (template) => edited !== null && edited === keyOf(template);
    return html`
      <div class="page">
        <div class="page-head">
          <div><h2>Templates</h2><p class="muted">Messages are shown with these texts. Templates that an application creates by API come in by themselves.</p></div>
          <button type="button" class="button primary" onClick=${() => this.setState({ edited: 'new' })}><${Icon} name="plus" />Add a template</button>
        </div>
        ${edited === 'new' ? html`<${Editor} template=${{ product: 'sms-mainland', code: '', text: '' }} onSave=${(template) => this.#save(template, null)} onCancel=${() => this.setState({ edited: null })} />` : null}
        ${templates.length === 0 && edited !== 'new' ? html`<p class="empty">No templates yet. Without its text, a message shows the template's code and its parameters.</p>` : null}
        <ul class="cards">
          ${templates.map((template) => html`
            <li key=${keyOf(template)}>
              ${isEdited(template)
                ? html`<${Editor} template=${template} onSave=${(changed) => this.#save(changed, template)} onCancel=${() => this.setState({ edited: null })} />`
                : html`<${Template} template=${template} onEdit=${() => this.setState({ edited: keyOf(template) })} onRemove=${() => this.#remove(template)} />`}
            </li>`)}
        </ul>
      </div>`;
  }
}

function Template({ template, onEdit, onRemove }) {
  return html`
    <article class="card template">
      <p class="template-head"><b>${template.code}</b><span class="muted">${[PRODUCTS[template.product] ?? template.product, template.language, template.signName && `[${template.signName}]`].filter(Boolean).join(' · ')}</span></p>
      ${template.header ? html`<p class="message-header">${template.header}</p>` : null}
      <p class="message-text"><${Text} text=${template.text} marked=${template.product === 'cams'} /></p>
      ${template.footer ? html`<p class="message-footer">${template.footer}</p>` : null}
      ${template.buttons?.length ? html`<p class="muted">Buttons: ${template.buttons.join(', ')}</p>` : null}
      <p class="muted">Parameters: ${placeholders(template.text).join(', ') || 'none'}</p>
      <div class="buttons">
        <button type="button" class="button" onClick=${onEdit}>Edit</button>
        <button type="button" class="button danger" onClick=${onRemove}>Remove</button>
      </div>
    </article>`;
}

function Editor({ template, onSave, onCancel }) {
  const submit = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changed = { ...template };
    for (const name of ['product', 'code', 'language', 'signName', 'header', 'text', 'footer']) {
      const value = form.get(name)?.trim();
      if (value) {
        changed[name] = value;
      } else {
        delete changed[name];
      }
    }
    onSave(changed);
  };
  return html`
    <form class="card form" onSubmit=${submit}>
      <div class="pair">
        <${Field} label="Product">
          <select name="product">${Object.entries(PRODUCTS).map(([product, name]) => html`<option key=${product} value=${product} selected=${product === template.product}>${name}</option>`)}</select>
        <//>
        <${Field} label="Code"><input name="code" required defaultValue=${template.code} placeholder="SMS_1234" /><//>
      </div>
      <div class="pair">
        <${Field} label="Language, of a chat template"><input name="language" defaultValue=${template.language ?? ''} placeholder="en" /><//>
        <${Field} label="Header"><input name="header" defaultValue=${template.header ?? ''} /><//>
      </div>
      <${Field} label="Text" hint="Parameters: \${name} in SMS, $(name) in chat"><textarea name="text" rows="3" required defaultValue=${template.text}></textarea><//>
      <${Field} label="Footer"><input name="footer" defaultValue=${template.footer ?? ''} /><//>
      <div class="buttons"><button class="button primary">Save</button><button type="button" class="button" onClick=${onCancel}>Cancel</button></div>
    </form>`;
}
