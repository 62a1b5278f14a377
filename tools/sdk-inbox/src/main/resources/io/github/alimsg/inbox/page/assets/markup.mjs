/** WhatsApp's mark-up and links, as a tree of plain values that contains text only. */

/** @typedef {{type: 'text'|'bold'|'italic'|'strike'|'code'|'block'|'link', text?: string, children?: Node[]}} Node */

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' };
const LINK = /https?:\/\/[^\s<>"']+/g;
const LINK_HERE = new RegExp(LINK.source, 'y');

/** @returns {Node[]} */
export function parseMarkup(text) {
  const nodes = [];
  let plain = '';
  let index = 0;
  const flush = () => {
    nodes.push(...parseLinks(plain));
    plain = '';
  };
  while (index < text.length) {
    const found = codeAt(text, index) ?? linkAt(text, index) ?? markAt(text, index);
    if (found) {
      flush();
      nodes.push(found.node);
      index = found.end;
    } else {
      plain += text[index];
      index += 1;
    }
  }
  flush();
  return nodes;
}

/** The text without its marks, for a line in a list. */
export function plain(text) {
  const unmarked = (nodes) => nodes.map((node) => node.text ?? unmarked(node.children)).join('');
  return unmarked(parseMarkup(text));
}

/** Text with its links only, which is all that an SMS has. @returns {Node[]} */
export function parseLinks(text) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(LINK)) {
    const link = withoutPunctuation(match[0]);
    if (match.index > last) {
      nodes.push({ type: 'text', text: text.slice(last, match.index) });
    }
    nodes.push({ type: 'link', text: link });
    last = match.index + link.length;
  }
  if (last < text.length) {
    nodes.push({ type: 'text', text: text.slice(last) });
  }
  return nodes;
}

function codeAt(text, index) {
  for (const [fence, type] of [['```', 'block'], ['`', 'code']]) {
    if (text.startsWith(fence, index)) {
      const close = text.indexOf(fence, index + fence.length);
      const inner = close < 0 ? '' : text.slice(index + fence.length, close);
      if (inner.trim() !== '' && (type === 'block' || !inner.includes('\n'))) {
        return { node: { type, text: inner }, end: close + fence.length };
      }
    }
  }
  return null;
}

/** A link is taken as a whole: an underscore in it marks nothing. */
function linkAt(text, index) {
  if (!text.startsWith('http', index)) {
    return null;
  }
  LINK_HERE.lastIndex = index;
  const match = LINK_HERE.exec(text);
  if (!match) {
    return null;
  }
  const link = withoutPunctuation(match[0]);
  return { node: { type: 'link', text: link }, end: index + link.length };
}

/** A mark opens at the begin of a word and closes at the end of one, within a line: 2*3*4 has none. */
function markAt(text, index) {
  const mark = text[index];
  if (!(mark in MARKS) || isWord(text[index - 1]) || isSpace(text[index + 1])) {
    return null;
  }
  for (let close = index + 1; close < text.length && text[close] !== '\n'; close += 1) {
    if (text[close] === mark && close > index + 1 && !isSpace(text[close - 1]) && !isWord(text[close + 1])) {
      return { node: { type: MARKS[mark], children: parseMarkup(text.slice(index + 1, close)) }, end: close + 1 };
    }
  }
  return null;
}

function isWord(character) {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isSpace(character) {
  return character === undefined || character.trim() === '';
}

function withoutPunctuation(link) {
  let end = link.length;
  while (end > 0 && '.,;:!?)]}*_~`'.includes(link[end - 1])) {
    end -= 1;
  }
  return link.slice(0, end);
}
