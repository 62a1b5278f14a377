/** The state of the page: one object, changed in one place, drawn as a whole. */

import { Mailbox } from './mailbox.mjs';
import { formatPlace, parsePlace } from './links.mjs';

/** Milliseconds between two drawings that messages cause: a thousand messages a second are drawn 20 times. */
const PAUSE = 50;

export class Store {
  mailbox = new Mailbox();
  state = {
    /** @type {'connecting'|'live'|'lost'} */ connection: 'connecting',
    isLoaded: false,
    health: null,
    webhooks: {},
    faults: [],
    faultKinds: [],
    errorCodes: [],
    templates: [],
    connect: null,
    place: parsePlace(location.hash),
    /** Key of the entry that the keyboard is on. */ cursor: null,
    dialog: null,
    notice: null,
    announcement: '',
  };

  #listeners = [];
  #timer = null;
  #drawn = 0;

  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** Changes the state and draws it at once, for what the user does. */
  set(changes) {
    Object.assign(this.state, changes);
    this.#notify();
  }

  /** Draws soon, for what arrives. */
  changed() {
    this.#timer ??= setTimeout(() => this.#notify(), Math.max(0, this.#drawn + PAUSE - performance.now()));
  }

  /** Goes to another place; only another view or number is a step to which "back" returns. */
  go(changes) {
    const before = this.state.place;
    const place = { ...before, ...changes };
    const isStep = place.view !== before.view || place.item !== before.item;
    history[isStep ? 'pushState' : 'replaceState'](null, '', formatPlace(place));
    this.set({ place, ...(isStep ? { cursor: null } : {}) });
  }

  /** Follows the address after "back" or a click on a link. */
  followAddress() {
    this.set({ place: parsePlace(location.hash) });
  }

  #notify() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#listeners.forEach((listener) => listener(this.state));
    this.#drawn = performance.now();
  }
}
