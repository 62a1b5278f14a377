import { test } from 'node:test';
import assert from 'node:assert/strict';
import { matches, parse } from '../../main/resources/io/github/alimsg/inbox/page/assets/search.mjs';

const MESSAGE = {
  at: '2026-03-01T10:00:00.000Z', to: '+6281234567890', number: '+6281234567890', sender: 'Acme', operation: 'SendSms', id: '900', ownId: 'order-4711',
  state: 'failed', errorCode: 'MOBILE_NOT_ON_SERVICE', template: 'SMS_1', text: 'Your parcel arrives today', values: { name: 'Dewi' }, channel: 'sms',
};
const finds = (query) => matches(MESSAGE, parse(query));

test('all words have to match, in any case and anywhere', () => {
  assert.ok(finds('PARCEL dewi'));
  assert.ok(!finds('parcel nowhere'));
});

test('a phrase is one word', () => {
  assert.ok(finds('"arrives today"'));
  assert.ok(!finds('"today arrives"'));
});

test('names look into their field only', () => {
  for (const query of ['state:failed', 'op:sendsms', 'id:order-4711', 'template:SMS_1', 'error:mobile', 'channel:sms', 'from:acme']) {
    assert.ok(finds(query), query);
  }
  assert.ok(!finds('state:parcel'));
  assert.ok(!finds('from:parcel'));
});

test('a number is found with and without its plus sign', () => {
  assert.ok(finds('to:+62812'));
  assert.ok(finds('to:62812'));
  assert.ok(!finds('to:49'));
});

test('a minus leaves out what matches', () => {
  assert.ok(!finds('-state:failed'));
  assert.ok(finds('-state:read'));
  assert.ok(finds('-'), 'a minus alone is a word that is in the id');
});

test('before: takes a day or a time', () => {
  assert.ok(finds('before:2026-03-02'));
  assert.ok(!finds('before:2026-03-01'));
  assert.ok(finds('before:2026-03-01T10:00:01Z'));
});

test('an unknown name is a word', () => {
  assert.ok(!finds('colour:red'));
  assert.deepEqual(parse('colour:red'), [{ name: '', value: 'colour:red', negated: false }]);
});

test('nothing asks for nothing', () => {
  assert.deepEqual(parse('  to: ""'), []);
  assert.ok(finds(''));
});
