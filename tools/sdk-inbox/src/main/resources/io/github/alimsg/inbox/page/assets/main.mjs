/** Starts the page. */

import { html, render } from './html.mjs';
import { Store } from './store.mjs';
import { follow } from './live.mjs';
import { App } from './app.mjs';
import { listenToKeys } from './keyboard.mjs';
import { applyTheme } from './theme.mjs';

applyTheme();
const store = new Store();
const root = document.getElementById('app');
const draw = () => render(html`<${App} store=${store} state=${store.state} />`, root);

store.onChange(draw);
window.addEventListener('hashchange', () => store.followAddress());
window.addEventListener('popstate', () => store.followAddress());
listenToKeys(store);
draw();
follow(store);
