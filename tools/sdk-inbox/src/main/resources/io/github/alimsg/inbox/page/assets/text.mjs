/** Texts of messages as elements. Everything becomes text nodes: nothing that a message contains is read as HTML. */

import { html } from './html.mjs';
import { parseLinks, parseMarkup } from './markup.mjs';
import { piecesOf } from './template.mjs';

/** A text with links, mark-up where the channel has it, and placeholders in red that nothing was filled into. */
export function Text({ text, marked, missing = [] }) {
  return piecesOf(text, missing).map((piece) => (piece.type === 'missing'
    ? html`<mark class="missing" title="No value was sent for this parameter">${piece.text}</mark>`
    : (marked ? parseMarkup(piece.text) : parseLinks(piece.text)).map(drawn)));
}

function drawn(node) {
  const inner = () => node.children.map(drawn);
  switch (node.type) {
    case 'bold': return html`<strong>${inner()}</strong>`;
    case 'italic': return html`<em>${inner()}</em>`;
    case 'strike': return html`<s>${inner()}</s>`;
    case 'code': return html`<code>${node.text}</code>`;
    case 'block': return html`<code class="block">${node.text}</code>`;
    case 'link': return html`<a href=${node.text} target="_blank" rel="noopener noreferrer">${node.text}</a>`;
    default: return node.text;
  }
}
