// @ts-check
"use strict";

/**
 * What somebody types to find configurations: words that must occur, and comparisons such as lr>0.01 or activation=relu.
 * Comparisons do without a mouse what a drag along an axis does.
 */
class TextFilter {
  /** @param {SweepModel} model @param {Column[]} columns */
  constructor(model, columns) {
    this.model = model;
    this.columns = columns;
    /** @type {string[]} */
    this.texts = [];
  }

  /** Everything that can be found of a configuration, in small letters. @param {Configuration} c @returns {string} */
  textOf(c) {
    const known = this.texts[c.position];
    if (known !== undefined) return known;
    const errors = c.rows.flatMap(row =>
      (this.model.attemptsOf.get(row) ?? []).map(a => `${a.type} ${this.model.texts[a.message] ?? ""} ${a.worker}`),
    );
    const details = c.rows.flatMap(row => Object.values(this.model.data.details?.[row] ?? {}));
    const made = [...this.columns.map(k => k.text(c) + (k.mark?.(c) ?? "")), ...errors, ...details].join("\n").toLowerCase();
    this.texts[c.position] = made;
    return made;
  }

  /** @param {string} text @returns {Filter | null} */
  parse(text) {
    const parts = text.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
    const tests = parts.map(part => this.test(part));
    return tests.length === 0 ? null : { label: Format.cut(`“${text.trim()}”`, 60), test: c => tests.every(test => test(c)) };
  }

  /** @param {string} part @returns {(c: Configuration) => boolean} */
  test(part) {
    const plain = part.replaceAll('"', "");
    const match = /^([^<>=!]+)(<=|>=|!=|=|<|>)(.*)$/s.exec(plain);
    const column = match && this.columns.find(k => k.name.toLowerCase() === match[1].toLowerCase());
    if (match && column) return TextFilter.comparison(column, match[2], match[3]);
    const word = plain.toLowerCase();
    return c => this.textOf(c).includes(word);
  }

  /** @param {Column} column @param {string} sign @param {string} wanted @returns {(c: Configuration) => boolean} */
  static comparison(column, sign, wanted) {
    const number = wanted.trim() === "" ? NaN : Number(wanted);
    const same = (/** @type {Configuration} */ c) => {
      const key = column.key(c);
      return typeof key === "number" && !Number.isNaN(number) ? key === number : column.text(c).toLowerCase() === wanted.toLowerCase();
    };
    if (sign === "=") return same;
    // What a point does not have is not different either, as with --where.
    const has = (/** @type {Configuration} */ c) => column.key(c) !== null && column.text(c) !== "";
    if (sign === "!=") return c => has(c) && !same(c);
    return c => {
      const key = column.key(c);
      if (typeof key !== "number") return false;
      return sign === "<" ? key < number : sign === "<=" ? key <= number : sign === ">" ? key > number : key >= number;
    };
  }
}
