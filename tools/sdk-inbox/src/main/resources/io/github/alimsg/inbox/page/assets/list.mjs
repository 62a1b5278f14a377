/** A list of thousands of rows of any height, of which only those near the visible part are drawn. */

import { Component, createRef, html } from './html.mjs';
import { offsetOf, scrollTo, windowOf } from './windowing.mjs';

/** Pixels from the end within which the list counts as scrolled to its end. */
const NEAR = 48;

/**
 * Properties: items; keyOf(item); draw(item, index); estimate, the height in pixels of a row not drawn yet;
 * sticksToEnd, whether it follows new rows while scrolled to its end; cursor, the key of the row to focus.
 */
export class List extends Component {
  #scroller = createRef();
  #heights = new Map();
  #model = [];
  #keys = [];
  #width = 0;
  #isAtEnd = this.props.sticksToEnd === true;
  /** The first visible row and how much of it is scrolled away: it stays where it is when rows above change. */
  #anchor = null;
  #wantsFocus = false;
  #rows = new ResizeObserver((entries) => this.#measured(entries));
  #size = new ResizeObserver(() => this.#resized());

  constructor(props) {
    super(props);
    this.state = { top: 0, height: 800 };
  }

  componentDidMount() {
    this.#size.observe(this.#scroller.current);
    this.#observeRows();
    this.#keepPlace();
    this.#reveal();
  }

  componentDidUpdate(before) {
    this.#observeRows();
    if (before.cursor !== this.props.cursor && this.props.cursor != null) {
      this.#wantsFocus = true;
      this.#reveal();
    } else {
      this.#keepPlace();
    }
    this.#focusCursor();
  }

  componentWillUnmount() {
    this.#rows.disconnect();
    this.#size.disconnect();
  }

  render({ items, keyOf, draw, estimate, label, name }, { top, height }) {
    this.#keys = items.map((item) => String(keyOf(item)));
    this.#model = this.#keys.map((key) => this.#heights.get(key) ?? estimate);
    const end = offsetOf(this.#model, items.length);
    const view = windowOf(this.#model, this.#isAtEnd ? Math.max(0, end - height) : top, height);
    this.view = view;
    const rows = [];
    for (let index = view.first; index < view.end; index += 1) {
      rows.push(html`<div class="row" role="listitem" key=${this.#keys[index]} data-key=${this.#keys[index]}
        aria-setsize=${items.length} aria-posinset=${index + 1}>${draw(items[index], index)}</div>`);
    }
    return html`
      <div class=${`list ${name ?? ''}`} ref=${this.#scroller} onScroll=${this.#scrolled} role="region" aria-label=${label} tabindex="0">
        <div role="list">
          <div key="before" style=${{ height: `${view.before}px` }}></div>
          ${rows}
          <div key="after" style=${{ height: `${view.after}px` }}></div>
        </div>
      </div>`;
  }

  #scrolled = () => {
    if (!this.#scroller.current) {
      return; // An event from before the list was taken off the page.
    }
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller.current;
    this.#isAtEnd = this.props.sticksToEnd === true && scrollTop + clientHeight >= scrollHeight - NEAR;
    this.#rememberAnchor(scrollTop);
    const next = windowOf(this.#model, scrollTop, clientHeight);
    if (next.first !== this.view.first || next.end !== this.view.end) {
      this.setState({ top: scrollTop, height: clientHeight });
    }
  };

  #rememberAnchor(scrollTop) {
    let offset = 0;
    let index = 0;
    while (index < this.#model.length - 1 && offset + this.#model[index] <= scrollTop) {
      offset += this.#model[index];
      index += 1;
    }
    this.#anchor = { key: this.#keys[index], into: scrollTop - offset };
  }

  #keepPlace() {
    const scroller = this.#scroller.current;
    if (this.#isAtEnd) {
      scroller.scrollTop = scroller.scrollHeight;
    } else if (this.#anchor && scroller.scrollTop > 0) {
      const index = this.#keys.indexOf(this.#anchor.key);
      const wanted = index < 0 ? scroller.scrollTop : offsetOf(this.#model, index) + this.#anchor.into;
      if (Math.abs(wanted - scroller.scrollTop) > 1) {
        scroller.scrollTop = wanted;
      }
    }
  }

  /** Scrolls to the row of the cursor. */
  #reveal() {
    const index = this.#keys.indexOf(String(this.props.cursor));
    if (index < 0) {
      return;
    }
    const scroller = this.#scroller.current;
    const top = scrollTo(this.#model, index, scroller.scrollTop, scroller.clientHeight);
    if (top !== scroller.scrollTop) {
      this.#isAtEnd = false;
      scroller.scrollTop = top;
      this.#rememberAnchor(top);
      this.setState({ top, height: scroller.clientHeight });
    }
  }

  #focusCursor() {
    if (this.#wantsFocus) {
      const row = this.#rowOf(this.props.cursor);
      if (row) {
        this.#wantsFocus = false;
        (row.querySelector('[data-focus]') ?? row).focus({ preventScroll: true });
        row.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  #rowOf(key) {
    return [...this.#scroller.current.querySelectorAll('.row')].find((row) => row.dataset.key === String(key));
  }

  #observeRows() {
    this.#scroller.current.querySelectorAll('.row').forEach((row) => this.#rows.observe(row));
  }

  #measured(entries) {
    let isNew = false;
    for (const { target } of entries) {
      const height = target.offsetHeight;
      if (target.isConnected && this.#heights.get(target.dataset.key) !== height) {
        this.#heights.set(target.dataset.key, height);
        isNew = true;
      }
      if (!target.isConnected) {
        this.#rows.unobserve(target);
      }
    }
    if (isNew) {
      this.forceUpdate();
    }
  }

  #resized() {
    const { clientWidth, clientHeight, scrollTop } = this.#scroller.current;
    if (clientWidth !== this.#width) {
      this.#width = clientWidth;
      this.#heights.clear();
      this.#scroller.current.querySelectorAll('.row').forEach((row) => this.#heights.set(row.dataset.key, row.offsetHeight));
    }
    this.setState({ top: scrollTop, height: clientHeight });
  }
}
