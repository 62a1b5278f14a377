/** Templates and what was filled into them. */

/** @typedef {{type: 'text'|'missing', text: string}} Piece */

/** Splits a rendered text at placeholders that nothing was filled into: `${name}` and `$(name)`. @returns {Piece[]} */
export function piecesOf(text, missing = []) {
  const pieces = [];
  let rest = text;
  while (rest !== '') {
    const first = firstPlaceholder(rest, missing);
    if (!first) {
      pieces.push({ type: 'text', text: rest });
      return pieces;
    }
    if (first.start > 0) {
      pieces.push({ type: 'text', text: rest.slice(0, first.start) });
    }
    pieces.push({ type: 'missing', text: rest.slice(first.start, first.end) });
    rest = rest.slice(first.end);
  }
  return pieces;
}

function firstPlaceholder(text, names) {
  let first = null;
  for (const name of names) {
    for (const form of [`\${${name}}`, `$(${name})`, `{{${name}}}`]) {
      const start = text.indexOf(form);
      if (start >= 0 && (!first || start < first.start)) {
        first = { start, end: start + form.length };
      }
    }
  }
  return first;
}

/** Names of the placeholders in a template's text, each once. */
export function placeholders(text) {
  return [...new Set([...text.matchAll(/\$\{([^{}\s]+)\}|\$\(([^()\s]+)\)|\{\{([^{}\s]+)\}\}/g)]
    .map((match) => match[1] ?? match[2] ?? match[3]))];
}

/** What tells templates apart. */
export function keyOf(template) {
  return `${template.product} ${template.code} ${template.language ?? ''}`;
}

/** The templates with one more, in place of one with the same key. */
export function withTemplate(templates, template) {
  return [...templates.filter((other) => keyOf(other) !== keyOf(template)), template];
}
