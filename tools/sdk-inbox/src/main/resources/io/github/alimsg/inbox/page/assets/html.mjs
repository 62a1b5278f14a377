/** The view library, in one place: Preact draws, htm reads the templates. */
import { Component, Fragment, createRef, h, render } from './vendor/preact.mjs';
import htm from './vendor/htm.mjs';

export const html = htm.bind(h);
export { Component, Fragment, createRef, render };
