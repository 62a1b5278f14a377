/**
 * The place in the address, after the #: `#/messages/+49151?q=state:failed&m=id`. A reload and a shared link lead to it.
 */

/** @typedef {{view: string, item: string|null, query: string, message: string|null}} Place */

export const VIEWS = ['messages', 'calls', 'deliveries', 'faults', 'templates', 'connect'];

/** @returns {Place} */
export function parsePlace(hash) {
  const [path, query = ''] = split(hash.startsWith('#') ? hash.slice(1) : hash, '?');
  const [view, item = null] = path.split('/').filter((part) => part !== '').map(decoded);
  const parameters = new URLSearchParams(query);
  return {
    view: VIEWS.includes(view) ? view : 'messages',
    item,
    query: parameters.get('q') ?? '',
    message: parameters.get('m'),
  };
}

/** @param {Partial<Place>} place */
export function formatPlace({ view = 'messages', item = null, query = '', message = null }) {
  const parameters = new URLSearchParams();
  if (query) {
    parameters.set('q', query);
  }
  if (message) {
    parameters.set('m', message);
  }
  const search = parameters.toString();
  return `#/${view}${item == null ? '' : `/${encodeURIComponent(item)}`}${search ? `?${search}` : ''}`;
}

function split(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
