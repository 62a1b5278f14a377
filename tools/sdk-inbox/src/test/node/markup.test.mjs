import { test } from 'node:test';
import assert from 'node:assert/strict';
import { parseLinks, parseMarkup } from '../../main/resources/io/github/alimsg/inbox/page/assets/markup.mjs';
import { piecesOf, placeholders } from '../../main/resources/io/github/alimsg/inbox/page/assets/template.mjs';

/** The tree as HTML would show it, to be read in a test. */
const shown = (text) => parseMarkup(text).map(written).join('');

function written(node) {
  return node.type === 'text' ? node.text : `<${node.type}>${node.text ?? node.children.map(written).join('')}</${node.type}>`;
}

test('marks of WhatsApp', () => {
  assert.equal(shown('*bold* _italic_ ~strike~ `code`'), '<bold>bold</bold> <italic>italic</italic> <strike>strike</strike> <code>code</code>');
  assert.equal(shown('*both _at once_*'), '<bold>both <italic>at once</italic></bold>');
  assert.equal(shown('```a\nb```'), '<block>a\nb</block>');
});

test('what only looks like a mark stays as it is', () => {
  for (const text of ['2*3*4', 'snake_case_name', '* item', '*open', '**', 'a * b * c', '*over\nlines*', '`` ``']) {
    assert.equal(shown(text), text);
  }
});

test('nothing is marked in code', () => {
  assert.equal(shown('`*a*`'), '<code>*a*</code>');
});

test('links are taken as a whole, without the full stop after them', () => {
  assert.equal(shown('See https://acme.example/a_b_c.'), 'See <link>https://acme.example/a_b_c</link>.');
  assert.deepEqual(parseLinks('javascript:alert(1)'), [{ type: 'text', text: 'javascript:alert(1)' }]);
});

test('a long text without an end is read at once', () => {
  const started = performance.now();
  parseMarkup('*_~`http'.repeat(500));
  assert.ok(performance.now() - started < 1000);
});

test('placeholders that nothing was filled into', () => {
  assert.deepEqual(piecesOf('Dear ${name}, ${amount}', ['name']), [
    { type: 'text', text: 'Dear ' }, { type: 'missing', text: '${name}' }, { type: 'text', text: ', ${amount}' },
  ]);
  assert.deepEqual(piecesOf('Dear $(name)', ['name']).at(-1), { type: 'missing', text: '$(name)' });
  assert.deepEqual(placeholders('${a} $(b) {{1}} ${a}'), ['a', 'b', '1']);
});
