// @ts-check
"use strict";

/** Which configurations are looked at. Table and charts share it: each filter has a name, and all of them must hold. */
class SharedSelection {
  /** @param {SweepModel} model */
  constructor(model) {
    this.model = model;
    /** @type {Map<string, Filter>} */
    this.filters = new Map();
    /** @type {((changed: string) => void)[]} */
    this.listeners = [];
    /** The chosen ones, in the order of the ranking. @type {Configuration[]} */
    this.chosen = model.configurations;
    this.marks = new Uint8Array(model.configurations.length).fill(1);
  }

  /** @param {(changed: string) => void} listener It gets the name of the filter that changed. */
  listen(listener) {
    this.listeners.push(listener);
  }

  /** Whether there is no filter. */
  get isAll() {
    return this.filters.size === 0;
  }

  /** @param {Configuration} c @returns {boolean} */
  has(c) {
    return this.marks[c.position] === 1;
  }

  /** @param {string} name @param {Filter | null} filter Null removes it. */
  set(name, filter) {
    if (filter) this.filters.set(name, filter);
    else if (!this.filters.delete(name)) return;
    this.apply(name);
  }

  /** Removes every filter. */
  clear() {
    if (this.isAll) return;
    this.filters.clear();
    this.apply("");
  }

  /** @param {string} changed */
  apply(changed) {
    const tests = [...this.filters.values()].map(f => f.test);
    this.chosen = tests.length === 0 ? this.model.configurations : this.model.configurations.filter(c => tests.every(test => test(c)));
    this.marks.fill(0);
    for (const c of this.chosen) this.marks[c.position] = 1;
    for (const listener of this.listeners) listener(changed);
  }

  /** "All 24 configurations.", "12 of 24 configurations.", and on a page of a part "All 20,000 configurations on this page." */
  get sentence() {
    const all = Format.count(this.model.configurations.length, this.model.hasRepeats ? "configuration" : "point");
    const place = this.model.part ? " on this page" : "";
    return `${this.isAll ? "All" : `${Format.grouped(this.chosen.length)} of`} ${all}${place}.`;
  }
}
