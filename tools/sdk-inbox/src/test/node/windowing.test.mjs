import { test } from 'node:test';
import assert from 'node:assert/strict';
import { offsetOf, scrollTo, windowOf } from '../../main/resources/io/github/alimsg/inbox/page/assets/windowing.mjs';

const HEIGHTS = Array.from({ length: 5000 }, (_, index) => 50 + (index % 7) * 10);
const TOTAL = HEIGHTS.reduce((sum, height) => sum + height, 0);

test('drawn rows and the space around them are as high as all rows', () => {
  for (const top of [0, 1, 777, 100_000, TOTAL - 800, TOTAL]) {
    const { first, end, before, after } = windowOf(HEIGHTS, top, 800);
    const drawn = HEIGHTS.slice(first, end).reduce((sum, height) => sum + height, 0);
    assert.equal(before + drawn + after, TOTAL);
  }
});

test('what can be seen is drawn, and not much more', () => {
  for (const top of [0, 12_345, TOTAL - 800]) {
    const { first, end, before } = windowOf(HEIGHTS, top, 800, 600);
    assert.ok(before <= top);
    assert.ok(offsetOf(HEIGHTS, end) >= top + 800);
    assert.ok(end - first <= 60);
  }
});

test('an empty list draws nothing', () => {
  assert.deepEqual(windowOf([], 0, 800), { first: 0, end: 0, before: 0, after: 0 });
});

test('a row is scrolled to by as little as possible', () => {
  const heights = [100, 100, 100, 100, 100];
  assert.equal(scrollTo(heights, 1, 50, 200), 50, 'it can be seen');
  assert.equal(scrollTo(heights, 0, 50, 200), 0, 'it is above');
  assert.equal(scrollTo(heights, 4, 0, 200), 300, 'it is below');
});
