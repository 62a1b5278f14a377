/** Keeps the store up to date: loads everything once, then follows the events, and starts over after a restart. */

import { api } from './api.mjs';
import { clock, phone } from './format.mjs';
import { channelName, numberOf, summary } from './channels.mjs';
import { isRefused, refusal } from './requests.mjs';
import { withTemplate } from './template.mjs';

/** Milliseconds until the next try when the inbox cannot be reached. */
const RETRY = 1000;

const EVENTS = {
  message: (store, message) => {
    if (store.mailbox.putMessage(message)) {
      announce(store, `${channelName(message.channel)}, ${phone(numberOf(message))}: ${summary(message)}`);
    }
  },
  state: (store, message) => store.mailbox.putMessage(message),
  request: (store, request) => {
    if (store.mailbox.putRequest(request) && isRefused(request)) {
      announce(store, `${request.operation ?? 'A call'} was refused: ${refusal(request)}`);
    }
  },
  delivery: (store, delivery) => store.mailbox.putDelivery(delivery),
  faults: (store, { faults }) => Object.assign(store.state, { faults }),
  templates: (store, { templates }) => Object.assign(store.state, { templates }),
  template: (store, template) => Object.assign(store.state, { templates: withTemplate(store.state.templates, template) }),
  webhooks: (store, webhooks) => Object.assign(store.state, { webhooks }),
  cleared: (store) => store.mailbox.clear(),
};

/** Follows the inbox until the page is closed. */
export function follow(store) {
  const events = api.events();
  const early = [];
  let loading = null;

  const take = (name, data) => {
    EVENTS[name](store, data);
    store.changed();
  };
  for (const name of Object.keys(EVENTS)) {
    events.addEventListener(name, (event) => {
      const data = event.data ? JSON.parse(event.data) : {};
      if (loading) {
        early.push([name, data]);
      } else {
        take(name, data);
      }
    });
  }
  const startOver = () => {
    events.close();
    store.set({ connection: store.state.isLoaded ? 'lost' : 'connecting' });
    setTimeout(() => follow(store), RETRY);
  };
  events.addEventListener('open', () => {
    loading = load(store);
    loading.then(() => {
      loading = null;
      early.splice(0).forEach(([name, data]) => take(name, data));
      store.set({ connection: 'live', isLoaded: true });
    }, startOver);
  });
  events.addEventListener('reset', startOver);
  events.addEventListener('error', startOver);
}

/** Loads everything. After a restart of the inbox nothing of before is kept. */
async function load(store) {
  const health = await api.health();
  const max = health.max ?? 5000;
  const [messages, requests, deliveries, faults, kinds, templates, connect] = await Promise.all([
    api.messages(max), api.requests(500), api.deliveries(), api.faults(), api.faultKinds(), api.templates(), api.connect(),
  ]);
  const { mailbox } = store;
  mailbox.clear();
  mailbox.max = max;
  requests.requests.forEach((request) => mailbox.putRequest(request));
  messages.messages.forEach((message) => mailbox.putMessage(message));
  deliveries.deliveries.forEach((delivery) => mailbox.putDelivery(delivery));
  Object.assign(store.state, {
    health,
    webhooks: health.webhooks,
    faults: faults.faults,
    faultKinds: kinds.kinds,
    errorCodes: kinds.errorCodes,
    templates: templates.templates,
    connect,
  });
}

/** For screen readers; the clock makes two equal messages two announcements. */
function announce(store, text) {
  store.state.announcement = `${clock(new Date().toISOString())} ${text}`;
}
