import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Mailbox } from '../../main/resources/io/github/alimsg/inbox/page/assets/mailbox.mjs';
import { phone, pretty, until } from '../../main/resources/io/github/alimsg/inbox/page/assets/format.mjs';
import { signature, summary } from '../../main/resources/io/github/alimsg/inbox/page/assets/channels.mjs';
import { describe, withDefaults } from '../../main/resources/io/github/alimsg/inbox/page/assets/fault.mjs';

const at = (second) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const message = (id, number, second, more = {}) => ({ id, number, to: number, at: at(second), channel: 'sms', direction: 'out', text: id, ...more });

test('conversations are by number, the newest first', () => {
  const mailbox = new Mailbox();
  mailbox.putMessage(message('a', '+1', 1));
  mailbox.putMessage(message('b', '+2', 2));
  mailbox.putMessage(message('c', '+1', 3));
  assert.deepEqual(mailbox.conversations().map(({ number }) => number), ['+1', '+2']);
  assert.deepEqual(mailbox.conversation('+1').entries.map(({ key }) => key), ['a', 'c']);
});

test('a message that comes again is the same with a new state', () => {
  const mailbox = new Mailbox();
  assert.equal(mailbox.putMessage(message('a', '+1', 1)), true);
  assert.equal(mailbox.putMessage(message('a', '+1', 1, { state: 'read' })), false);
  assert.equal(mailbox.size, 1);
  assert.equal(mailbox.message('a').state, 'read');
});

test('a refused call is shown with its numbers, in the order of time', () => {
  const mailbox = new Mailbox();
  mailbox.putMessage(message('a', '+1', 1));
  mailbox.putMessage(message('b', '+1', 5));
  mailbox.putRequest({ sequence: 1, at: at(3), accepted: false, numbers: ['+1', '+2'] });
  mailbox.putRequest({ sequence: 2, at: at(3), accepted: true, numbers: ['+3'] });
  assert.deepEqual(mailbox.conversation('+1').entries.map(({ key }) => key), ['a', 'request-1', 'b']);
  assert.equal(mailbox.conversation('+2').entries.length, 1);
  assert.equal(mailbox.conversation('+3'), undefined);
});

test('the oldest go when there are too many', () => {
  const mailbox = new Mailbox(3);
  for (let second = 0; second < 10; second += 1) {
    mailbox.putMessage(message(`m${second}`, `+${second % 2}`, second, { ownId: 'same' }));
    mailbox.putRequest({ sequence: second, at: at(second), accepted: false, numbers: ['+9'] });
  }
  assert.deepEqual(mailbox.messages().map(({ id }) => id), ['m7', 'm8', 'm9']);
  assert.equal(mailbox.conversation('+9').entries.length, 3);
  assert.deepEqual(mailbox.sharingOwnId(mailbox.message('m9')).map(({ id }) => id), ['m7', 'm9']);
});

test('attempts share the operation and the id of the application', () => {
  const mailbox = new Mailbox();
  const calls = [['SendSms', 'x'], ['SendSms', 'x'], ['SendSms', 'y'], ['QuerySendDetails', 'x'], ['SendSms', null]]
    .map(([operation, ownId], sequence) => ({ sequence, at: at(sequence), accepted: true, operation, ownId }));
  calls.forEach((call) => mailbox.putRequest(call));
  assert.deepEqual(mailbox.attempts(calls[0]).map(({ sequence }) => sequence), [0, 1]);
  assert.deepEqual(mailbox.attempts(calls[4]), [calls[4]]);
});

test('the signature is in front of an SMS unless the text has it', () => {
  assert.equal(signature({ channel: 'sms', signName: 'Acme', text: 'Hi' }), '[Acme]');
  assert.equal(signature({ channel: 'sms', signName: 'Acme', text: '【Acme】Hi' }), null);
  assert.equal(signature({ channel: 'whatsapp', signName: 'Acme', text: 'Hi' }), null);
  assert.equal(summary({ channel: 'sms', signName: 'Acme', text: 'Hi' }), '[Acme] Hi');
  assert.equal(summary({ channel: 'whatsapp', text: 'Is *Thursday* fine?' }), 'Is Thursday fine?');
  assert.equal(summary({ channel: 'whatsapp', parts: { media: { type: 'image' } } }), 'Picture');
});

test('numbers are grouped and keep every digit', () => {
  for (const number of ['+6281234567890', '8613800138000', '+491512345678', '12345', 'acme']) {
    assert.equal(phone(number).replaceAll(' ', ''), number);
  }
});

test('only JSON is indented', () => {
  assert.equal(pretty('{"a":1}'), '{\n  "a": 1\n}');
  assert.equal(pretty('<html>'), '<html>');
  assert.equal(pretty('{broken'), '{broken');
  assert.equal(until(at(65), Date.parse(at(5))), 'in 60 s');
});

test('a fault is told in a line', () => {
  const kind = { kind: 'throttle', title: 'Throttle', parameters: [{ name: 'hint', default: '2s' }, { name: 'code' }] };
  assert.deepEqual(withDefaults(kind), { kind: 'throttle', parameters: { hint: '2s' } });
  assert.equal(describe({ kind: 'throttle', operation: 'SendSms', number: '+62', probability: 0.3, next: 2 }, [kind]), 'Throttle, SendSms, +62…, 30 %, next 2');
});
