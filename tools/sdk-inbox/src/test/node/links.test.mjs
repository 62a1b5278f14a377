import { test } from 'node:test';
import assert from 'node:assert/strict';
import { formatPlace, parsePlace } from '../../main/resources/io/github/alimsg/inbox/page/assets/links.mjs';

test('a place survives the address', () => {
  for (const place of [
    { view: 'messages', item: '+49 151/2?3#4&5', query: 'state:failed "a b" &=#', message: 'request-7' },
    { view: 'calls', item: '12', query: '', message: null },
    { view: 'faults', item: null, query: '', message: null },
  ]) {
    assert.deepEqual(parsePlace(formatPlace(place)), place);
  }
});

test('an address of somebody else leads to the messages', () => {
  assert.deepEqual(parsePlace('#/nowhere'), { view: 'messages', item: null, query: '', message: null });
  assert.deepEqual(parsePlace(''), { view: 'messages', item: null, query: '', message: null });
  assert.equal(parsePlace('#/messages/%E0%A4%A').item, '%E0%A4%A');
});
