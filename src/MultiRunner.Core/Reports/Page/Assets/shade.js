// @ts-check
"use strict";

/** The colours of configurations by a measure: the better, the stronger. Ranks decide, so that one outlier does not hide the rest. */
const Shade = {
  /**
   * @param {Measure | null} measure
   * @param {Configuration[]} configurations
   * @returns {(c: Configuration) => string | null} Null where there is no number.
   */
  of(measure, configurations) {
    if (!measure) return () => null;
    const finite = configurations
      .map(c => measure.means[c.position])
      .filter(isFiniteNumber)
      .sort((a, b) => a - b);
    if (finite.length === 0) return () => null;
    const isReversed = measure.maximize === false;
    const better = isReversed ? finite : finite.map(v => -v).reverse();
    return c => {
      const value = measure.means[c.position];
      if (!isFiniteNumber(value)) return null;
      if (finite[0] === finite[finite.length - 1]) return Theme.colour(1);
      // Equal ones have equal colours, and all of the best have the strongest.
      return Theme.colour(1 - Shade.place(better, isReversed ? value : -value) / (finite.length - 1));
    };
  },

  /** How many of the numbers in order are below one of them. @param {number[]} ordered @param {number} value @returns {number} */
  place(ordered, value) {
    let low = 0;
    let high = ordered.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  },
};

/** What is shown when the pointer is over something. */
const Tips = {
  /** @param {SweepModel} model @param {Configuration | undefined} c @returns {HTMLElement | string} */
  configuration(model, c) {
    if (!c) return "";
    const title = model.title(c);
    return Dom.tip(`${title.charAt(0).toUpperCase()}${title.slice(1)}`, [
      ...Tips.results(model, c),
      ...Tips.arguments(model, c.rows[0], model.factors),
    ]);
  },

  /** @param {SweepModel} model @param {Configuration} c @returns {[string, string][]} */
  results(model, c) {
    return model.metrics.slice(0, 6).map(m => {
      const half = m === model.objective ? model.halfWidth(c) : null;
      return [
        m.name,
        `${Format.number(m.means[c.position])}${half === null ? "" : ` ± ${Format.number(Number(half.toPrecision(2)))}`}`,
      ];
    });
  },

  /** @param {SweepModel} model @param {number} row @param {Parameter[]} parameters @returns {[string, string][]} */
  arguments(model, row, parameters) {
    return parameters.slice(0, 12).map(p => [p.name, p.values[p.column[row]] ?? ""]);
  },

  /** @param {SweepModel} model @param {number} row @param {[string, string][]} pairs @returns {HTMLElement} */
  point(model, row, pairs) {
    return Dom.tip(`Point ${model.points.index[row]}`, [...pairs, ...Tips.arguments(model, row, model.parameters)]);
  },
};
