// @ts-check
"use strict";

/**
 * A column of the table.
 * @typedef {object} Column
 * @property {string} name
 * @property {boolean} isNumber
 * @property {boolean} shown Whether it is shown at first.
 * @property {(c: Configuration) => string} text
 * @property {(c: Configuration) => number | string | null} key What it is sorted by; null and NaN come last.
 * @property {(c: Configuration) => string} [mark] What stands behind the text without moving its digits.
 * @property {(c: Configuration) => string} [exact] The text with every digit, for CSV.
 */
const Columns = {
  /** @param {SweepModel} model @returns {Column[]} */
  of(model) {
    const isConstant = (/** @type {Parameter} */ p) => p.used <= 1 && model.varying.length > 0;
    const others = model.metrics.filter(m => m !== model.objective);
    return [
      ...(model.objective ? [Columns.rank()] : []),
      ...(model.hasRepeats ? [] : [Columns.number("point", true, c => model.points.index[c.rows[0]])]),
      ...model.factors.map((p, i) => Columns.parameter(model, p, !isConstant(p) && i < 12)),
      ...(model.objective ? Columns.objective(model, model.objective) : []),
      ...others.map((m, i) => Columns.measure(m, i < 2)),
      { ...Columns.measure(model.durations, true), text: c => Format.seconds(c.seconds) },
      Columns.state(model),
      Columns.worker(model),
      Columns.errors(model),
    ];
  },

  /** @returns {Column} */
  rank() {
    return {
      name: "rank",
      isNumber: true,
      shown: true,
      key: c => c.rank,
      exact: c => (c.rank === null ? "" : String(c.rank)),
      text: c => (c.rank === null ? "" : String(c.rank)),
      mark: c => (c.rank === null ? "" : `${c.tied ? "=" : ""}${c.near && c.rank > 1 ? "~" : ""}`),
    };
  },

  /** @param {string} name @param {boolean} shown @param {(c: Configuration) => number | null} of @returns {Column} */
  number(name, shown, of) {
    return { name, isNumber: true, shown, key: of, text: c => Format.number(of(c)), exact: c => Columns.exact(of(c)) };
  },

  /** @param {number | null} value @returns {string} */
  exact(value) {
    return value === null ? "" : String(value);
  },

  /** @param {SweepModel} model @param {Parameter} p @param {boolean} shown @returns {Column} */
  parameter(model, p, shown) {
    const numbers = p.numbers;
    return {
      name: p.name,
      isNumber: numbers !== undefined,
      shown,
      text: c => model.valueText(p, c),
      exact: c => model.valueText(p, c),
      key: c => {
        const at = model.valueAt(p, c);
        return at < 0 ? null : numbers ? numbers[at] : p.values[at];
      },
    };
  },

  /**
   * The objective's columns; with repeats its mean, and what is known of it.
   * @param {SweepModel} model
   * @param {Measure} m
   * @returns {Column[]}
   */
  objective(model, m) {
    if (!model.hasRepeats) return [Columns.measure(m, true, Format.ranked(m.means))];
    const all = model.configurations;
    const errors = all.map(c => (c.sd === null ? null : c.sd / Math.sqrt(c.count)));
    const format = Format.column(
      all.map(c => c.mean),
      errors,
    );
    return [
      {
        name: m.name,
        isNumber: true,
        shown: true,
        key: c => c.mean,
        exact: c => Columns.exact(c.mean),
        text: c => {
          const half = model.halfWidth(c);
          return `${format(c.mean)}${half === null ? "" : ` ± ${format(half)}`}`;
        },
      },
      {
        ...Columns.number("repeats", true, c => c.count),
        text: c => (c.count >= c.rows.length ? String(c.count) : `${c.count} of ${c.rows.length}`),
      },
      { ...Columns.number("sd", false, c => c.sd), text: c => format(c.sd) },
      { ...Columns.number("low", false, c => c.low), text: c => format(c.low) },
      { ...Columns.number("high", false, c => c.high), text: c => format(c.high) },
      { ...Columns.number("best", false, c => c.best), text: c => format(c.best) },
      Columns.number("best.point", false, c => (c.bestRow === null ? null : model.points.index[c.bestRow])),
    ];
  },

  /** @param {Measure} m @param {boolean} shown @param {(v: number | null) => string} [format] @returns {Column} */
  measure(m, shown, format = Format.column(m.means)) {
    return { ...Columns.number(m.name, shown, c => m.means[c.position]), text: c => format(m.means[c.position]) };
  },

  /** @param {SweepModel} model @returns {Column} */
  state(model) {
    const text = (/** @type {Configuration} */ c) => {
      const counts = new Map();
      for (const row of c.rows) counts.set(model.stateOf(row), (counts.get(model.stateOf(row)) ?? 0) + 1);
      return counts.size === 1 ? [...counts.keys()][0] : [...counts].map(([state, n]) => `${n} ${state}`).join(", ");
    };
    return { name: "state", isNumber: false, shown: true, text, key: text };
  },

  /** @param {SweepModel} model @returns {Column} */
  worker(model) {
    const text = (/** @type {Configuration} */ c) => {
      const ids = new Set(c.rows.map(row => model.workers[model.points.worker[row]]?.id ?? "").filter(id => id !== ""));
      return [...ids].join(", ");
    };
    return { name: "worker", isNumber: false, shown: false, text, key: text };
  },

  /** @param {SweepModel} model @returns {Column} */
  errors(model) {
    const has = model.attempts.length > 0;
    return Columns.number("failed attempts", has, c => c.rows.reduce((sum, row) => sum + (model.attemptsOf.get(row)?.length ?? 0), 0));
  },

  /**
   * The order of two keys. What is missing or NaN comes last, whichever way it is sorted.
   * @param {number | string | null} a
   * @param {number | string | null} b
   * @param {number} sign
   * @returns {number}
   */
  compare(a, b, sign) {
    const isGone = (/** @type {number | string | null} */ v) => v === null || v === "" || Number.isNaN(v);
    if (isGone(a) || isGone(b)) return Number(isGone(a)) - Number(isGone(b)) || Number(a === null) - Number(b === null);
    if (typeof a === "number" && typeof b === "number") return a === b ? 0 : sign * (a < b ? -1 : 1);
    return sign * Columns.collator.compare(String(a), String(b));
  },

  collator: new Intl.Collator("en", { numeric: true }),
};

/** The table as CSV, quoted by RFC 4180. A text that a spreadsheet would run gets an apostrophe in front. */
const Csv = {
  /** @param {string} text @returns {string} */
  cell(text) {
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
    const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !isNumber && text !== "-Infinity" ? `'${text}` : text;
    return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  },

  /** @param {Column[]} columns @param {Configuration[]} rows @returns {string} */
  print(columns, rows) {
    const lines = [columns.map(c => Csv.cell(c.name)), ...rows.map(r => columns.map(c => Csv.cell((c.exact ?? c.text)(r))))];
    return lines.map(l => `${l.join(",")}\n`).join("");
  },

  /** Puts a text into the clipboard. Where a page from disk may not use it, the old way does. @param {string} text */
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = Dom.make("textarea", { class: "offstage", "aria-hidden": "true" });
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  },
};
