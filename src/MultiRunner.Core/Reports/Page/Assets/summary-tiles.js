// @ts-check
"use strict";

/** The head of the page: how many points are in which state, as a bar, and some numbers more. */
class SummaryTiles {
  /** @param {SweepModel} model */
  constructor(model) {
    this.model = model;
    const summary = document.getElementById("summary");
    if (!summary) return;
    const facts = summary.querySelector("dl");
    if (facts)
      facts.prepend(...this.tiles().map(([name, value]) => Dom.make("div", {}, Dom.make("dt", {}, name), Dom.make("dd", {}, value))));
    summary.insertBefore(this.bar(), facts);
  }

  /** Of the whole report, also where the page has only some of its points. @returns {Map<string, number>} */
  counts() {
    const { finished, running, to_run, skipped, failed } = this.model.data.counts;
    return new Map(Object.entries({ finished, running, "to run": to_run, skipped, failed }));
  }

  bar() {
    const shown = [...this.counts()].filter(([, n]) => n > 0);
    const all = shown.reduce((sum, [, n]) => sum + n, 0);
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

  /** What the plain page does not say at its head. @returns {[string, string][]} */
  tiles() {
    const { model } = this;
    const { configurations, attempts } = model.data.counts;
    const workers = model.workers.filter(w => w.state !== "");
    const hosts = new Set(workers.map(w => w.host).filter(h => h !== "")).size;
    /** @type {[string, string][]} */
    const tiles = [];
    if (model.hasRepeats) tiles.push(["Configurations", Format.grouped(configurations)]);
    if (workers.length > 0) tiles.push(["Workers", hosts > 1 ? `${workers.length} on ${hosts} hosts` : String(workers.length)]);
    if (attempts > 0) tiles.push(["Failed attempts", Format.grouped(attempts)]);
    return tiles;
  }
}
