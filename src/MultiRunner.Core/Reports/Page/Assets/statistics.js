// @ts-check
"use strict";

/** A little arithmetic for charts. Means with intervals come from the report and are not computed here. */
const Statistics = {
  /** Quantile of numbers in order, with linear interpolation. @param {number[]} ordered @param {number} share @returns {number} */
  quantile(ordered, share) {
    const place = (ordered.length - 1) * share;
    const low = Math.floor(place);
    const high = Math.min(low + 1, ordered.length - 1);
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low);
  },

  /**
   * What a box plot draws: the whiskers end at the last numbers within one and a half heights of the box.
   * @param {number[]} values
   * @returns {[number, number, number, number, number]}
   */
  box(values) {
    const ordered = [...values].sort((a, b) => a - b);
    const [q1, median, q3] = [0.25, 0.5, 0.75].map(q => Statistics.quantile(ordered, q));
    const reach = 1.5 * (q3 - q1);
    const low = ordered.find(v => v >= q1 - reach) ?? ordered[0];
    const high = ordered.findLast(v => v <= q3 + reach) ?? ordered[ordered.length - 1];
    return [Math.min(low, q1), q1, median, q3, Math.max(high, q3)];
  },

  /**
   * The mean is the lowest value and the mean distance from it, as in the report, so that of equal values it is exactly that value.
   * @param {number[]} values
   * @returns {{ n: number, mean: number, sd: number | null }}
   */
  summary(values) {
    const n = values.length;
    const ordered = [...values].sort((a, b) => a - b);
    const distance = ordered.reduce((sum, v) => sum + (v - ordered[0]), 0);
    const mean = n === 0 ? 0 : Number.isFinite(distance) ? ordered[0] + distance / n : ordered.reduce((sum, v) => sum + v / n, 0);
    const squares = values.reduce((a, b) => a + (b - mean) ** 2, 0);
    return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null };
  },

  /** From the lowest to the highest; 0 where only their last digits differ, as those of means do. @param {number[]} values */
  span(values) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return high - low > 4 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high)) ? high - low : 0;
  },

  /** Even choice of at most `most` items. @template T @param {T[]} items @param {number} most @returns {T[]} */
  thinned(items, most) {
    if (items.length <= most) return items;
    const step = items.length / most;
    return Array.from({ length: most }, (_, i) => items[Math.floor(i * step)]);
  },

  /**
   * The items that no other one beats in both directions, by x.
   * @template T
   * @param {T[]} items
   * @param {(item: T) => [number, number]} of
   * @param {boolean} xUp Whether a higher x is better.
   * @param {boolean} yUp
   * @returns {T[]}
   */
  front(items, of, xUp, yUp) {
    const points = items.map(item => ({ item, x: of(item)[0] * (xUp ? 1 : -1), y: of(item)[1] * (yUp ? 1 : -1) }));
    points.sort((a, b) => b.x - a.x || b.y - a.y);
    const front = [];
    let best = { x: NaN, y: -Infinity };
    for (const point of points) {
      const isEqual = point.y === best.y && point.x === best.x;
      if (point.y > best.y || isEqual) front.push(point.item);
      if (point.y > best.y) best = point;
    }
    return front;
  },

  /**
   * Bounds that cut numbers in order into parts of about equal size.
   * @param {number[]} ordered
   * @param {number} parts
   * @returns {number[]} The lowest number of each part.
   */
  cuts(ordered, parts) {
    /** @type {number[]} */
    const bounds = [];
    for (let i = 0; i < parts; i++) {
      const bound = ordered[Math.floor((ordered.length * i) / parts)];
      if (bounds[bounds.length - 1] !== bound) bounds.push(bound);
    }
    return bounds;
  },
};
