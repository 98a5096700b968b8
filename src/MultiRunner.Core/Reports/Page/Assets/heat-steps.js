// @ts-check
"use strict";

/**
 * How the values of a parameter become the rows or columns of a map.
 * @typedef {object} Steps
 * @property {string[]} names
 * @property {(row: number) => number} of The place of a point; -1 where it has none.
 */
const HeatSteps = {
  most: 30,

  /** @param {Parameter} p @returns {Steps} */
  of(p) {
    const used = [...new Set(p.column)].filter(v => v >= 0).sort((a, b) => a - b);
    if (p.numbers && used.length > HeatSteps.most) return HeatSteps.intervals(p, p.numbers);
    const shown = used.slice(0, HeatSteps.most);
    const places = new Map(shown.map((v, i) => [v, i]));
    return { names: shown.map(v => p.values[v]), of: row => places.get(p.column[row]) ?? -1 };
  },

  /** An interval takes two lines where it is long. @param {string} name @param {number} longest */
  label(name, longest) {
    return name.length > longest && name.includes(" to ") ? name.replace(" to ", "\nto ") : ChartBox.text(name, longest);
  },

  /** The finite numbers in intervals, and each of the others by itself. @param {Parameter} p @param {number[]} numbers @returns {Steps} */
  intervals(p, numbers) {
    const all = p.column.filter(v => v >= 0).map(v => numbers[v]);
    const bounds = Statistics.cuts(all.filter(Number.isFinite).sort((a, b) => a - b), 10);
    const intervalOf = (/** @type {number} */ n) => bounds.findLastIndex(b => b <= n);
    const finite = numbers.filter(Number.isFinite);
    const digits = Format.digits(bounds, 3);
    const highest = bounds.map((_, i) => Math.max(...finite.filter(n => intervalOf(n) === i)));
    const lowest = all.includes(-Infinity) ? [-Infinity] : [];
    const others = [...lowest, ...[Infinity, NaN].filter(n => all.includes(n))];
    const placeOf = (/** @type {number} */ n) =>
      Number.isFinite(n) ? lowest.length + intervalOf(n) : n === -Infinity ? 0 : bounds.length + others.findIndex(o => Object.is(o, n));
    return {
      names: [
        ...lowest.map(Format.notFinite),
        ...bounds.map((b, i) => `${Format.short(b, digits)} to ${Format.short(highest[i], digits)}`),
        ...others.slice(lowest.length).map(Format.notFinite),
      ],
      of: row => (p.column[row] < 0 ? -1 : placeOf(numbers[p.column[row]])),
    };
  },
};
