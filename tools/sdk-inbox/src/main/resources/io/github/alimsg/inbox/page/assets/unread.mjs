/** Which messages were looked at, kept in the browser for as long as the inbox runs. */

const KEY = 'alimsg-inbox-seen';

export class Unread {
  #run = null;
  /** @type {Record<string, string>} */ #seen = {};

  /** Another run of the inbox has other messages: what was seen before says nothing. */
  ofRun(run) {
    if (run === this.#run) {
      return;
    }
    this.#run = run;
    this.#seen = {};
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      if (kept?.run === run) {
        this.#seen = kept.seen;
      }
    } catch {
      // Nothing was kept.
    }
  }

  count(conversation) {
    const seen = this.#seen[conversation.number] ?? '';
    let count = 0;
    for (let index = conversation.entries.length - 1; index >= 0; index -= 1) {
      const entry = conversation.entries[index];
      if (entry.at <= seen) {
        break;
      }
      count += entry.message?.direction === 'in' ? 0 : 1;
    }
    return count;
  }

  see(conversation) {
    const last = conversation.entries.at(-1).at;
    if ((this.#seen[conversation.number] ?? '') >= last) {
      return;
    }
    this.#seen[conversation.number] = last;
    try {
      localStorage.setItem(KEY, JSON.stringify({ run: this.#run, seen: this.#seen }));
    } catch {
      // A browser that keeps nothing forgets what was read when the page is loaded again.
    }
  }
}
