/** The inbox's REST interface, a function for each call that the page makes. Nothing else of the page uses the network. */

const BASE = '/_inbox/api';

/** A call that was answered with an error; its message is the server's. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const api = {
  health: () => get('/health'),
  messages: (limit) => get('/messages', { limit }),
  requests: (limit) => get('/requests', { limit }),
  request: (sequence) => get(`/requests/${sequence}`),
  deliveries: () => get('/deliveries'),
  faults: () => get('/faults'),
  faultKinds: () => get('/faults/kinds'),
  templates: () => get('/templates'),
  connect: () => get('/connect'),

  clear: () => send('DELETE', '/messages'),
  reply: (reply) => send('POST', '/replies', reply),
  receipts: (id, receipt) => send('POST', `/messages/${encodeURIComponent(id)}/receipts`, receipt),
  redeliver: (sequence) => send('POST', `/deliveries/${sequence}/redeliver`, {}),
  putFaults: (faults) => send('PUT', '/faults', { faults }),
  putWebhooks: (webhooks) => send('PUT', '/webhooks', webhooks),
  putTemplates: (templates) => send('PUT', '/templates', { templates }),

  events: () => new EventSource(`${BASE}/events`),
};

function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value != null)).toString();
  return call('GET', path + (query ? `?${query}` : ''));
}

function send(method, path, body) {
  return call(method, path, {
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function call(method, path, init = {}) {
  let response;
  try {
    response = await fetch(BASE + path, { method, credentials: 'same-origin', ...init });
  } catch {
    throw new ApiError(0, 'The inbox does not answer. Is it still running?');
  }
  const text = await response.text();
  const body = text === '' ? null : parsed(text);
  if (!response.ok) {
    throw new ApiError(response.status, body?.error ?? `The inbox answered ${response.status}.`);
  }
  return body;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
