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

/** Digits in groups, so that a number can be compared by eye: +49 1512 3456 789. */
export function phone(number) {
  if (!number) {
    return 'no number';
  }
  const text = String(number);
  const plus = text.startsWith('+') ? '+' : '';
  const digits = plus ? text.slice(1) : text;
  if (digits.length < 7 || [...digits].some((digit) => digit < '0' || digit > '9')) {
    return text;
  }
  const country = plus || digits.length > 11 ? digits.slice(0, 2) : '';
  const groups = country ? [country] : [];
  for (let index = country.length; index < digits.length; index += 4) {
    const rest = digits.length - index;
    if (rest < 7 && rest > 4) {
      groups.push(digits.slice(index, index + 3), digits.slice(index + 3));
      break;
    }
    groups.push(digits.slice(index, index + 4));
  }
  return plus + groups.join(' ');
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
