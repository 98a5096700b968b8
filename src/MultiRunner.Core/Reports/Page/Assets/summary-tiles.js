// @ts-check
"use strict";

/** The numbers at the head of the page: how many points are in which state, and what the sweep took. */
class SummaryTiles {
  /** @param {SweepModel} model */
  constructor(model) {
    this.model = model;
    const summary = document.getElementById("summary");
    if (!summary) return;
    const tiles = Dom.make(
      "dl",
      { class: "tiles" },
      ...this.tiles().flatMap(([name, value, note]) => [
        Dom.make(
          "div",
          {},
          Dom.make("dt", {}, name),
          Dom.make("dd", {}, value),
          note === "" ? null : Dom.make("dd", { class: "note" }, note),
        ),
      ]),
    );
    summary.append(this.bar(), tiles);
  }

  /** @returns {Map<string, number>} */
  counts() {
    const counts = new Map();
    for (const name of ["finished", "running", "to run", "skipped", "failed"]) counts.set(name, 0);
    for (let row = 0; row < this.model.points.state.length; row++) {
      const state = this.model.stateOf(row);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    return counts;
  }

  bar() {
    const all = this.model.points.state.length;
    const shown = [...this.counts()].filter(([, n]) => n > 0);
    const bar = Dom.make(
      "div",
      { class: "states", "aria-hidden": "true" },
      ...shown.map(([name, n]) => {
        const part = Dom.make("span", { class: name.replace(" ", "-") });
        part.style.flexGrow = String(Math.max(n, all / 200));
        return part;
      }),
    );
    const legend = Dom.make(
      "ul",
      { class: "legend line" },
      ...shown.map(([name, n]) =>
        Dom.make("li", {}, Dom.make("span", { class: `key ${name.replace(" ", "-")}` }), `${Format.grouped(n)} ${name}`),
      ),
    );
    return Dom.make("div", {}, bar, legend);
  }

  /** @returns {[string, string, string][]} */
  tiles() {
    const { model } = this;
    const { started, seconds } = model.points;
    const busy = model.data.workers.reduce((sum, w) => sum + w.busy, 0);
    const first = started.reduce((/** @type {number} */ a, b) => (b === null ? a : Math.min(a, b)), Infinity);
    const last = started.reduce(
      (/** @type {number} */ a, b, i) => (b === null ? a : Math.max(a, b + 1000 * (seconds[i] ?? 0))),
      -Infinity,
    );
    const span = last > first ? (last - first) / 1000 : null;
    const hosts = new Set(model.data.workers.map(w => w.host)).size;
    /** @type {[string, string, string][]} */
    const tiles = [];
    if (model.hasRepeats)
      tiles.push([
        "Configurations",
        Format.grouped(model.configurations.length),
        `${Format.grouped(model.points.index.length)} points`,
      ]);
    tiles.push(["Computing time", Format.seconds(busy), "the sum over all attempts"]);
    if (span !== null) tiles.push(["From first to last", Format.seconds(span), `${Format.time(first)} to ${Format.time(last)} UTC`]);
    if (span !== null && busy > 0)
      tiles.push([
        "At a time",
        (busy / span).toFixed(1),
        `${Format.count(model.data.workers.length, "worker")} on ${Format.count(hosts, "host")}`,
      ]);
    if (model.attempts.length > 0) tiles.push(["Failed attempts", Format.grouped(model.attempts.length), ""]);
    return tiles;
  }
}
