/** Icons of the page, drawn with the colour of the text around them. */

import { html } from './html.mjs';

const PATHS = {
  messages: 'M4 5.5h16v10.5H9.5L5.5 19.5V16H4z',
  calls: 'M5 7h14M5 12h14M5 17h9',
  deliveries: 'M4 12h13M12 6.5l5.5 5.5-5.5 5.5M20 5v14',
  faults: 'M13 3.5 5.5 13.5H12l-1 7 7.5-10H12z',
  templates: 'M5 4.5h14v15H5zM8.5 9h7M8.5 12.5h7M8.5 16h4',
  connect: 'M9 8V4M15 8V4M7 8h10v3.5a5 5 0 0 1-10 0zM12 16.5V20.5',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  copy: 'M9 9h10v10.5H9zM15.5 9V4.5h-10V15H9',
  help: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.6 9.6a2.4 2.4 0 1 1 3.4 2.3c-.7.4-1 .9-1 1.7M12 16.6v.2',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  light: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  dark: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  clear: 'M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7',
  send: 'M4.5 12 20 4.5 15.5 20l-4-6.5zM11.5 13.5 20 4.5',
  location: 'M12 21c4.5-4.6 6.5-7.8 6.5-10.7a6.5 6.5 0 0 0-13 0C5.5 13.200 7.500 16.400 12 21zM12 8a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600z',
  picture: 'M4 5h16v14H4zM4 16l5-4.500 3.500 3 3-2.500L20 15.500M15.500 8.700v.200',
  video: 'M4 6h11v12H4zM15 10.500l5-3v9l-5-3z',
  document: 'M6.500 3.500h7.500l4 4v13H6.500zM13.500 3.500V8H18',
  stop: 'M8 3.500h8l4.500 4.500v8L16 20.500H8L3.500 16V8zM8.500 12h7',
  refused: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM6 6l12 12',
  warning: 'M12 4 2.800 19.500h18.400zM12 10v4.500M12 17v.200',
  again: 'M19 12a7 7 0 1 1-2.200-5.100M19.500 3.500v4h-4',
  plus: 'M12 5v14M5 12h14',
  next: 'M9.500 5.500 16 12l-6.500 6.500',
  accepted: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM12 8.500V12l2.500 1.500',
  sent: 'M5 12.500l4.500 4.500L19 7.500',
  delivered: 'M2.500 12.500 7 17l9.500-9.500M11.500 16.500l.500.500L21.500 7.500',
  read: 'M2.500 12.500 7 17l9.500-9.500M11.500 16.500l.500.500L21.500 7.500',
  failed: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v5M12 16v.200',
};

/** An icon; with a label it is said aloud, without it is decoration beside a text that says the same. */
export function Icon({ name, label }) {
  return html`
    <svg class="icon" viewBox="0 0 24 24" role=${label ? 'img' : undefined} aria-label=${label}
      aria-hidden=${label ? undefined : 'true'}><path d=${PATHS[name]} /></svg>`;
}
