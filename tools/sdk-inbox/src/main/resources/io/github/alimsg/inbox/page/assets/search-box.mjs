/** The search, which is part of the address. */

import { html } from './html.mjs';
import { Icon } from './icons.mjs';
import { NAMES } from './search.mjs';

export function SearchBox({ store, place }) {
  const search = (text) => store.go({
    query: text,
    view: 'messages',
    item: place.view === 'messages' ? place.item : null,
  });
  const onKeyDown = (event) => {
    if (event.key === 'Escape') {
      search('');
      event.currentTarget.blur();
    }
  };
  return html`
    <form class="search" role="search" onSubmit=${(event) => event.preventDefault()}>
      <${Icon} name="search" />
      <input id="search" type="search" aria-label="Search messages" placeholder="Search, or to:, state:, template: …" value=${place.query}
        autocomplete="off" spellcheck="false" title=${`Words, “phrases”, and ${NAMES.map((name) => `${name}:`).join(' ')}`}
        onInput=${(event) => search(event.currentTarget.value)} onKeyDown=${onKeyDown} />
      <kbd aria-hidden="true">/</kbd>
    </form>`;
}
