/** Values as people read them. */

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const CLOCK_WITH_SECONDS = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

export function clock(at) {
  return isTime(at) ? CLOCK.format(new Date(at)) : '';
}

export function exactClock(at) {
  return isTime(at) ? `${CLOCK_WITH_SECONDS.format(new Date(at))}.${at.slice(20, 23).replace('Z', '').padEnd(3, '0')}` : '';
}

/** The time for today, else the day. */
export function shortTime(at, now = new Date()) {
  if (!isTime(at)) {
    return '';
  }
  return isSameDay(new Date(at), now) ? clock(at) : SHORT_DAY.format(new Date(at));
}

export function day(at, now = new Date()) {
  if (!isTime(at)) {
    return '';
  }
  const then = new Date(at);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (isSameDay(then, now)) {
    return 'Today';
  }
  return isSameDay(then, yesterday) ? 'Yesterday' : DAY.format(then);
}

function isTime(at) {
  return typeof at === 'string' && !Number.isNaN(Date.parse(at));
}

function isSameDay(one, other) {
  return one.toDateString() === other.toDateString();
}

/** "1 segment", "2 segments". */
export function count(number, noun, plural = `${noun}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}

/** Calling codes of two digits; those that begin with 1 or 7 have one, all others three. */
const TWO_DIGITS = new Set(('20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 '
  + '81 82 84 86 90 91 92 93 94 95 98').split(' '));

/** How digits after the calling code are grouped, by their number. */
const GROUPS = { 6: [3, 3], 7: [3, 4], 8: [4, 4], 9: [3, 3, 3], 10: [3, 3, 4], 11: [3, 4, 4], 12: [4, 4, 4] };

/** Digits in groups, so that a number can be compared by eye: +49 151 234 5678. */
export function phone(number) {
  if (!number) {
    return 'no number';
  }
  const text = String(number);
  const plus = text.startsWith('+') ? '+' : '';
  const digits = plus ? text.slice(1) : text;
  if ([...digits].some((digit) => digit < '0' || digit > '9')) {
    return text;
  }
  const code = digits.length > 8 ? callingCode(digits) : '';
  const groups = GROUPS[digits.length - code.length];
  if (!groups) {
    return text;
  }
  let end = code.length;
  const parts = groups.map((length) => digits.slice(end, end += length));
  return plus + (code ? [code, ...parts] : parts).join(' ');
}

function callingCode(digits) {
  if (digits.startsWith('1') || digits.startsWith('7')) {
    return digits.slice(0, 1);
  }
  return digits.slice(0, TWO_DIGITS.has(digits.slice(0, 2)) ? 2 : 3);
}

/** JSON with indentation; other text as it is. */
export function pretty(text) {
  if (text == null) {
    return '';
  }
  if (typeof text !== 'string') {
    return JSON.stringify(text, null, 2);
  }
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(trimmed), null, 2);
  } catch {
    return text;
  }
}

/** "a minute" becomes "in 45 s" while it is still ahead. */
export function until(at, now = Date.now()) {
  if (!isTime(at)) {
    return '';
  }
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  if (seconds <= 0) {
    return 'now';
  }
  return seconds < 100 ? `in ${seconds} s` : `in ${Math.round(seconds / 60)} min`;
}
