// @ts-check
"use strict";

/** How numbers, durations and times are written. They are the same as in the report as text. */
const Format = {
  /**
   * Six significant digits; whole numbers and those from a million up keep all digits before the point.
   * @param {number | null | undefined} value
   * @returns {string}
   */
  number(value) {
    if (value === null || value === undefined) return "";
    if (!Number.isFinite(value)) return Format.notFinite(value);
    const size = Math.abs(value);
    if (size < 1e15 && (size >= 1e6 || Number.isInteger(value))) return value.toFixed(0);
    let rounded = Number(value.toPrecision(6));
    // What is not whole does not look whole.
    for (let digits = 7; digits <= 10 && size < 1e5 && Number.isInteger(rounded); digits++) rounded = Number(value.toPrecision(digits));
    return Format.exponent(rounded.toString());
  },

  /** @param {number} value @returns {string} */
  notFinite(value) {
    return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
  },

  /** Writes 1.5e-7 as 1.5E-07. @param {string} text @returns {string} */
  exponent(text) {
    return text.replace(/e([+-])(\d)$/, "E$10$2").replace("e", "E");
  },

  /**
   * Few digits, for axes; below a million never fewer than there are before the point.
   * @param {number} value
   * @param {number} [digits]
   * @returns {string}
   */
  short(value, digits = 4) {
    if (!Number.isFinite(value)) return Format.notFinite(value);
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-3 || size >= 1e6)) return Number(value.toPrecision(digits)).toExponential().replace("e+", "e");
    return String(Number(value.toPrecision(Math.max(digits, size > 0 ? Format.magnitude(size) : 0))));
  },

  /** A tick of a linear axis. It is round, so its digits are those that the distance of the ticks needs. @param {number} value */
  tick(value) {
    return Format.short(value, 12);
  },

  /** How many digits tell these numbers apart. @param {number[]} numbers @param {number} [least] @returns {number} */
  digits(numbers, least = 4) {
    const ordered = numbers.filter(Number.isFinite).sort((a, b) => a - b);
    const gaps = ordered.slice(1).map((v, i) => (v - ordered[i]) / Math.max(Math.abs(v), Math.abs(ordered[i])));
    return gaps.reduce((most, gap) => (gap > 0 ? Math.min(17, Math.max(most, 1 + Math.ceil(-Math.log10(gap)))) : most), least);
  },

  /** As many digits as there is room for. @param {number} value @param {number} room In characters. @returns {string} */
  fitting(value, room) {
    for (let digits = 15; digits > 2; digits--) {
      const text = Format.short(value, digits);
      if (text.length <= room) return text;
    }
    return Format.rough(value);
  },

  /** Three digits. @param {number} value @returns {string} */
  rough(value) {
    return Format.short(Number(value.toPrecision(3)));
  },

  /**
   * How all numbers of one column are written: with as many decimals as they are worth. With standard errors these are two
   * significant digits of the smallest one, but at most one decimal more than the one in the middle needs, the
   * smaller one of two in the middle.
   * @param {Iterable<number | null | undefined>} values
   * @param {Iterable<number | null | undefined>} [errors]
   * @returns {(value: number | null | undefined) => string}
   */
  column(values, errors = []) {
    const sizes = Format.sorted(values).filter(v => v > 0);
    const doubts = Format.sorted(errors).filter(v => v > 0);
    const largest = sizes.length > 0 ? sizes[sizes.length - 1] : 0;
    if (doubts.length > 0) {
      const middle = Format.magnitude(doubts[Math.floor((doubts.length - 1) / 2)]) - 1;
      const decimals = 2 - Math.max(Format.magnitude(doubts[0]), middle);
      const shown = largest || doubts[doubts.length - 1];
      return Format.fixed(decimals, shown, Math.min(15, Format.magnitude(shown) + decimals));
    }
    if (sizes.length === 0) return Format.fixed(0, 0);
    if (largest < 1e15 && sizes.every(Number.isInteger)) return Format.fixed(0, largest);
    return Format.fixed(Math.max(4 - Format.magnitude(largest), 2 - Format.magnitude(sizes[0])), largest);
  },

  /**
   * The same for results in the order of their ranks, with more decimals where two of the first ten that follow one another would look
   * alike. Two that are alike with nine decimals, or with fifteen digits, have no say.
   * @param {(number | null)[]} values
   * @returns {(value: number | null | undefined) => string}
   */
  ranked(values) {
    const own = Format.column(values);
    const first = values.filter(isFiniteNumber).slice(0, 10);
    if (first.length < 2 || own(first[0]).includes("E")) return own;
    const largest = Math.max(...first.map(Math.abs));
    const most = Math.max(0, Math.min(9, 15 - (largest > 0 ? Math.max(0, Format.magnitude(largest)) : 0)));
    const apart = (/** @type {number} */ digits) => first.slice(1).map((v, i) => v.toFixed(digits) !== first[i].toFixed(digits));
    const wanted = apart(most);
    let decimals = own(first[0]).split(".")[1]?.length ?? 0;
    while (decimals < most && !apart(decimals).every((isApart, i) => isApart || !wanted[i])) decimals++;
    return Format.fixed(decimals, largest);
  },

  /** The sizes of those that are finite, in order. @param {Iterable<number | null | undefined>} values @returns {number[]} */
  sorted(values) {
    const sizes = [];
    for (const value of values) if (typeof value === "number" && Number.isFinite(value)) sizes.push(Math.abs(value));
    return sizes.sort((a, b) => a - b);
  },

  /** How many digits a number has before the point. @param {number} size @returns {number} */
  magnitude(size) {
    return Math.floor(Math.log10(size)) + 1;
  },

  /**
   * @param {number} decimals
   * @param {number} largest
   * @param {number} [significant] How many digits a number has that is too long to be written with all of them.
   * @returns {(value: number | null | undefined) => string}
   */
  fixed(decimals, largest, significant = 4) {
    const shown = Math.max(0, decimals);
    const isLong = shown > 9 || (largest > 0 ? Math.max(0, Format.magnitude(largest)) : 0) + shown > 15;
    return value =>
      value === null || value === undefined
        ? ""
        : !Number.isFinite(value)
          ? Format.notFinite(value)
          : isLong
            ? Format.exponent(value.toExponential(Math.max(4, significant) - 1))
            : value.toFixed(shown);
  },

  /**
   * A duration in the two units that matter.
   * @param {number | null | undefined} seconds
   * @returns {string}
   */
  seconds(seconds) {
    if (seconds === null || seconds === undefined) return "";
    /** @param {number} unit @param {string} large @param {number} smallUnit @param {string} small */
    const two = (unit, large, smallUnit, small) => {
      const rounded = Math.round(seconds / smallUnit) * smallUnit;
      return `${Math.floor(rounded / unit)} ${large} ${Math.round((rounded % unit) / smallUnit)} ${small}`;
    };
    if (!(seconds >= 0 && seconds < 1e12)) return Number.isFinite(seconds) ? `${Format.rough(seconds)} s` : Format.notFinite(seconds);
    return seconds === 0
      ? "0 s"
      : seconds < 0.9995
        ? `${Math.round(seconds * 1000)} ms`
        : seconds < 59.95
          ? `${seconds.toFixed(1)} s`
          : seconds < 3599.5
            ? two(60, "min", 1, "s")
            : seconds < 86370
              ? two(3600, "h", 60, "min")
              : two(86400, "d", 3600, "h");
  },

  /** A time in UTC. @param {number | null | undefined} time @returns {string} */
  time(time) {
    return time === null || time === undefined
      ? ""
      : new Date(time)
          .toISOString()
          .replace("T", " ")
          .replace(/\.\d+Z$/, "");
  },

  /** "1 point", "2 points", "10,000 points". @param {number} count @param {string} noun @returns {string} */
  count(count, noun) {
    return `${Format.grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
  },

  /** A count with a comma between thousands. @param {number} count @returns {string} */
  grouped(count) {
    return count.toLocaleString("en-US");
  },

  /** A text of at most `longest` characters in one line. @param {string} text @param {number} [longest] @returns {string} */
  cut(text, longest = 40) {
    const line = Format.line(text);
    const letters = Array.from(line.slice(0, longest * 2));
    return letters.length <= longest && line.length <= longest * 2 ? line : `${letters.slice(0, longest - 1).join("")}…`;
  },

  /**
   * A text in one line. Characters that control the order of the line are shown as their code.
   * @param {string} text
   * @returns {string}
   */
  line(text) {
    return text
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
      .replace(
        /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
        c => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
  },
};
