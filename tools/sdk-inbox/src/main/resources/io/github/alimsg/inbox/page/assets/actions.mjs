/** What the user does, with what is said about it afterwards. */

import { api } from './api.mjs';

/** Tells how something went, in the corner of the page and to screen readers. */
export function tell(store, text, isError = false) {
  const notice = { text, isError };
  store.set({ notice, announcement: text });
  setTimeout(() => store.state.notice === notice && store.set({ notice: null }), isError ? 8000 : 3000);
}

/** Waits for a call; a failure is told and is not thrown. Says whether it went well. */
export async function attempt(store, call, success) {
  try {
    const result = await call();
    if (success) {
      tell(store, typeof success === 'function' ? success(result) : success);
    }
    return true;
  } catch (error) {
    tell(store, error.message, true);
    return false;
  }
}

export async function copy(store, text, what = 'Copied') {
  try {
    await navigator.clipboard.writeText(text);
    tell(store, what);
  } catch {
    tell(store, 'The browser does not allow copying here.', true);
  }
}

export function reply(store, reply, what = 'Reply') {
  return attempt(store, () => api.reply(reply), ({ delivery }) => outcome(what, delivery));
}

export function sendReceipts(store, message, receipt) {
  return attempt(store, () => api.receipts(message.id, receipt), ({ deliveries }) => (
    deliveries?.length ? outcome(`Receipt “${receipt.state}”`, deliveries.at(-1)) : `Receipt “${receipt.state}” is on its way`));
}

export function redeliver(store, delivery) {
  return attempt(store, () => api.redeliver(delivery.sequence), (result) => {
    store.mailbox.putDelivery(result.delivery);
    return outcome('Delivered again', result.delivery);
  });
}

function outcome(what, delivery) {
  if (!delivery || delivery.status == null) {
    return delivery?.refusal ? `${what}: ${delivery.refusal}` : `${what}: on its way`;
  }
  return `${what}: the application answered ${delivery.status}${delivery.accepted === false ? ', not accepted' : ''}`;
}

/** Replaces the switches; the answer is what is on now. */
export function putFaults(store, faults) {
  return attempt(store, async () => {
    const answer = await api.putFaults(faults);
    store.set({ faults: answer?.faults ?? faults });
  });
}

export function putTemplates(store, templates, success = 'Templates saved') {
  return attempt(store, async () => {
    const answer = await api.putTemplates(templates);
    store.set({ templates: answer?.templates ?? templates });
  }, success);
}

export function clear(store) {
  return attempt(store, async () => {
    await api.clear();
    store.mailbox.clear();
    store.go({ item: null, message: null });
  }, 'All messages were removed');
}
