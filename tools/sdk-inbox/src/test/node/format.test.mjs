import { test } from 'node:test';
import assert from 'node:assert/strict';
import { phone } from '../../main/resources/io/github/alimsg/inbox/page/assets/format.mjs';

test('numbers are grouped as people write them', () => {
  const written = {
    8613800138000: '86 138 0013 8000',
    6281234567890: '62 812 3456 7890',
    491512345678: '49 151 234 5678',
    14155552671: '1 415 555 2671',
    6599990000: '65 9999 0000',
    971501234567: '971 501 234 567',
    '+85291234567': '+852 9123 4567',
  };
  assert.deepEqual(Object.keys(written).map(phone), Object.values(written));
});

test('what is no number stays as it is', () => {
  for (const id of ['Acme', '10086', '17841400000000001', 'cams-1']) {
    assert.equal(phone(id), id);
  }
  assert.equal(phone(''), 'no number');
});
