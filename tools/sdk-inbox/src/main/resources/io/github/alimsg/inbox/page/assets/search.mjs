/**
 * The search language: words, "phrases" and `name:value`, all of which must match; a minus in front negates.
 * Names: to, from, op, state, id, template, error, channel, before.
 */

/** @typedef {{name: string, value: string, negated: boolean}} Term a name of '' looks everywhere */

const FIELDS = {
  to: (message) => [message.to, message.number],
  from: (message) => [message.sender, message.signName],
  op: (message) => [message.operation],
  state: (message) => [message.state],
  id: (message) => [message.id, message.serviceId, message.requestId, message.ownId],
  template: (message) => [message.template],
  error: (message) => [message.errorCode],
  channel: (message) => [message.channel],
};

export const NAMES = [...Object.keys(FIELDS), 'before'];

/** @returns {Term[]} */
export function parse(query) {
  return tokens(query).map((token) => {
    const negated = token.length > 1 && token.startsWith('-');
    const body = negated ? token.slice(1) : token;
    const colon = body.indexOf(':');
    const name = colon > 0 ? body.slice(0, colon).toLowerCase() : '';
    return NAMES.includes(name)
      ? { name, value: body.slice(colon + 1).toLowerCase(), negated }
      : { name: '', value: body.toLowerCase(), negated };
  }).filter((term) => term.value !== '');
}

/** Splits at spaces outside of double quotes, which are removed. */
function tokens(query) {
  const found = [];
  let current = '';
  let quoted = false;
  for (const character of query) {
    if (character === '"') {
      quoted = !quoted;
    } else if (character === ' ' && !quoted) {
      found.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  found.push(current);
  return found.filter((token) => token !== '');
}

/** Whether a message has everything that the terms ask for. */
export function matches(message, terms) {
  return terms.every((term) => has(message, term) !== term.negated);
}

function has(message, { name, value }) {
  if (name === 'before') {
    return message.at < beforeBound(value);
  }
  if (name === 'to' || name === 'from') {
    return FIELDS[name](message).some((text) => contains(withoutSigns(text), withoutSigns(value)));
  }
  if (name !== '') {
    return FIELDS[name](message).some((text) => contains(text, value));
  }
  return textsOf(message).some((text) => contains(text, value));
}

function contains(text, value) {
  return text != null && String(text).toLowerCase().includes(value);
}

/** A number is found with or without its plus sign and spaces. */
function withoutSigns(text) {
  return text == null ? text : String(text).replaceAll('+', '').replaceAll(' ', '').toLowerCase();
}

/** `before:10:30` is a time of today, `before:2025-01-31` a day; anything else is compared as it is. */
function beforeBound(value) {
  const clock = /^(\d{1,2}):(\d{2})$/.exec(value);
  if (clock) {
    const today = new Date();
    today.setHours(Number(clock[1]), Number(clock[2]), 0, 0);
    return today.toISOString();
  }
  const time = Date.parse(value.toUpperCase());
  return Number.isNaN(time) ? value : new Date(time).toISOString();
}

function textsOf(message) {
  const parts = message.parts ?? {};
  return [
    message.text, message.to, message.sender, message.signName, message.id, message.ownId, message.template,
    message.operation, message.errorCode, message.otp, message.button, parts.header?.text, parts.body, parts.footer, parts.media?.caption,
    ...Object.values(message.values ?? {}), ...(parts.buttons ?? []).map((button) => button.text),
  ];
}
