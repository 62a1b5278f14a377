/** Which rows of a long list are drawn, so that thousands of messages cost as much as a screenful. */

/** @typedef {{first: number, end: number, before: number, after: number}} Window rows first ≤ i < end; pixels of the rest */

/**
 * @param {number[]} heights height of each row, in pixels
 * @param {number} top pixels that are scrolled away
 * @param {number} height pixels that can be seen
 * @param {number} margin pixels drawn above and below, so that fast scrolling shows no gaps
 * @returns {Window}
 */
export function windowOf(heights, top, height, margin = 600) {
  const from = Math.max(0, top - margin);
  const to = top + height + margin;
  let first = 0;
  let before = 0;
  while (first < heights.length && before + heights[first] <= from) {
    before += heights[first];
    first += 1;
  }
  let end = first;
  let bottom = before;
  while (end < heights.length && bottom < to) {
    bottom += heights[end];
    end += 1;
  }
  let after = 0;
  for (let index = end; index < heights.length; index += 1) {
    after += heights[index];
  }
  return { first, end, before, after };
}

/** Pixels above a row. */
export function offsetOf(heights, index) {
  let offset = 0;
  for (let row = 0; row < index && row < heights.length; row += 1) {
    offset += heights[row];
  }
  return offset;
}

/** Where to scroll so that a row can be seen, moving as little as possible. */
export function scrollTo(heights, index, top, height) {
  const start = offsetOf(heights, index);
  const bottom = start + heights[index];
  if (start < top) {
    return start;
  }
  return bottom > top + height ? Math.max(0, bottom - height) : top;
}
