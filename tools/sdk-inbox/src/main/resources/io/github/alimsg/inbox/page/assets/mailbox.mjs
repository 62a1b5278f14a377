/** What was sent, received and refused, by number. It only holds and finds; it neither loads nor draws. */

import { numberOf } from './channels.mjs';
import { isRefused } from './requests.mjs';

/**
 * @typedef {{kind: 'message', key: string, at: string, message: object}
 *   | {kind: 'refused', key: string, at: string, request: object}} Entry
 * @typedef {{number: string, entries: Entry[], channels: Set<string>}} Conversation
 */

export class Mailbox {
  /** @type {Map<string, Conversation>} */ #conversations = new Map();
  /** @type {Map<string, Entry>} */ #messages = new Map();
  /** @type {Map<number, object>} */ #requests = new Map();
  /** @type {Map<number, object>} */ #deliveries = new Map();
  /** @type {Map<string, Entry[]>} */ #byOwnId = new Map();
  #sorted = null;
  #max;

  constructor(max = 5000) {
    this.#max = max;
  }

  set max(max) {
    this.#max = max;
  }

  get size() {
    return this.#messages.size;
  }

  /** Adds a message, or replaces what is known about it. Says whether it is a new one. */
  putMessage(message) {
    const known = this.#messages.get(message.id);
    if (known) {
      known.message = { ...known.message, ...message };
      return false;
    }
    const entry = { kind: 'message', key: message.id, at: message.at, message };
    this.#messages.set(message.id, entry);
    this.#add(numberOf(message), entry).channels.add(message.channel);
    if (message.ownId) {
      this.#sharing(message).push(entry);
    }
    if (this.#messages.size > this.#max) {
      this.#removeMessage(this.#messages.values().next().value);
    }
    return true;
  }

  /** Adds a call. A refused one is shown with the numbers that it was meant for. */
  putRequest(request) {
    const isNew = !this.#requests.has(request.sequence);
    this.#requests.set(request.sequence, request);
    if (isNew && isRefused(request)) {
      for (const number of request.numbers ?? []) {
        this.#add(number, { kind: 'refused', key: `request-${request.sequence}`, at: request.at, request });
      }
    }
    if (this.#requests.size > this.#max) {
      const [oldest] = this.#requests.values();
      this.#requests.delete(oldest.sequence);
      if (isRefused(oldest)) {
        oldest.numbers?.forEach((number) => this.#remove(number, `request-${oldest.sequence}`));
      }
    }
    return isNew;
  }

  putDelivery(delivery) {
    this.#deliveries.set(delivery.sequence, delivery);
    if (this.#deliveries.size > this.#max) {
      this.#deliveries.delete(this.#deliveries.keys().next().value);
    }
  }

  message(id) {
    return this.#messages.get(id)?.message;
  }

  request(sequence) {
    return this.#requests.get(sequence);
  }

  messages() {
    return [...this.#messages.values()].map((entry) => entry.message);
  }

  requests() {
    return [...this.#requests.values()];
  }

  deliveries() {
    return [...this.#deliveries.values()];
  }

  deliveriesOf(messageId) {
    return this.deliveries().filter((delivery) => delivery.messageId === messageId);
  }

  /** Messages to one number that the application gave the same id of its own. */
  sharingOwnId(message) {
    return message.ownId ? this.#sharing(message).map((entry) => entry.message) : [];
  }

  /** Calls with the same id of the application, which are attempts at the same thing. */
  attempts(request) {
    return request.ownId == null
      ? [request]
      : this.requests().filter((other) => other.operation === request.operation && other.ownId === request.ownId);
  }

  /** @returns {Conversation|undefined} */
  conversation(number) {
    return this.#conversations.get(number);
  }

  /** Newest first. @returns {Conversation[]} */
  conversations() {
    this.#sorted ??= [...this.#conversations.values()].sort((one, other) => {
      const [first, second] = [one.entries.at(-1), other.entries.at(-1)];
      return first.at < second.at ? 1 : first.at > second.at ? -1 : 0;
    });
    return this.#sorted;
  }

  clear() {
    for (const map of [this.#conversations, this.#messages, this.#requests, this.#deliveries, this.#byOwnId]) {
      map.clear();
    }
    this.#sorted = null;
  }

  #add(number, entry) {
    this.#sorted = null;
    let conversation = this.#conversations.get(number);
    if (!conversation) {
      conversation = { number, entries: [], channels: new Set() };
      this.#conversations.set(number, conversation);
    }
    let place = conversation.entries.length;
    while (place > 0 && conversation.entries[place - 1].at > entry.at) {
      place -= 1;
    }
    conversation.entries.splice(place, 0, entry);
    return conversation;
  }

  #remove(number, key) {
    const conversation = this.#conversations.get(number);
    const place = conversation?.entries.findIndex((entry) => entry.key === key) ?? -1;
    if (place >= 0) {
      this.#sorted = null;
      conversation.entries.splice(place, 1);
      if (conversation.entries.length === 0) {
        this.#conversations.delete(number);
      }
    }
  }

  #removeMessage({ key, message }) {
    this.#messages.delete(key);
    this.#remove(numberOf(message), key);
    if (message.ownId) {
      const sharing = this.#sharing(message);
      sharing.splice(sharing.findIndex((entry) => entry.key === key), 1);
      if (sharing.length === 0) {
        this.#byOwnId.delete(sharingKey(message));
      }
    }
  }

  #sharing(message) {
    const key = sharingKey(message);
    if (!this.#byOwnId.has(key)) {
      this.#byOwnId.set(key, []);
    }
    return this.#byOwnId.get(key);
  }
}

function sharingKey(message) {
  return `${numberOf(message)} ${message.ownId}`;
}
