// @ts-check
"use strict";

/** Two metrics against each other, with those that no other one beats in both. */
class ScatterChart {
  /** @param {SweepModel} model @param {SharedSelection} selection @param {(c: Configuration) => void} open */
  constructor(model, selection, open) {
    this.model = model;
    this.selection = selection;
    this.y = model.measures[0];
    this.x = model.measures[model.metrics.length > 1 ? 1 : model.measures.length - 1];
    /** @type {Map<Measure, boolean>} */
    this.ups = new Map(model.measures.map(m => [m, m.maximize ?? !/loss|error|time|seconds|latency|memory|size|cost|params|parameters|flops/i.test(m.name)]));
    this.hasFront = true;
    this.section = Dom.section("scatter", "Trade-offs");
    this.section.append(Dom.make("p", { class: "hint" },
      `Two results against each other${model.hasRepeats ? ", by their means" : ""}. The line is the Pareto front: nothing else is better in one of the two and at least as good in the other. A click opens the row in the table.`));
    this.controls = Dom.make("div", { class: "controls" });
    this.note = Dom.make("p", { class: "note", role: "status" });
    this.section.append(this.controls);
    /** @type {ChartBox | null} */
    this.box = null;
    this.drawControls();
    this.box = new ChartBox({
      parent: this.section, height: 400, isLarge: () => model.configurations.length > 800, label: () => this.note.textContent ?? "",
      option: colours => this.option(colours),
      made: chart => chart.on("click", (/** @type {any} */ item) => item.data?.configuration && open(item.data.configuration)),
    });
    this.section.append(this.note);
    selection.listen(() => this.box?.update());
  }

  /** @param {SweepModel} model @returns {boolean} */
  static isFor(model) {
    return model.metrics.length > 0;
  }

  drawControls() {
    const { model } = this;
    const names = model.measures.map(m => m.name);
    /** @param {() => void} change */
    const changed = change => {
      change();
      this.drawControls();
      this.box?.update();
    };
    /** @param {Measure} m */
    const direction = m => Dom.choice("Better", ["higher", "lower"], this.ups.get(m) ? 0 : 1, i => changed(() => this.ups.set(m, i === 0)));
    Dom.fill(this.controls,
      Dom.make("span", { class: "group" }, Dom.choice("Across", names, model.measures.indexOf(this.x), i => changed(() => {
        this.x = model.measures[i];
      })), direction(this.x)),
      Dom.make("span", { class: "group" }, Dom.choice("Up", names, model.measures.indexOf(this.y), i => changed(() => {
        this.y = model.measures[i];
      })), direction(this.y)),
      Dom.tick("Pareto front", this.hasFront, on => changed(() => {
        this.hasFront = on;
      })));
  }

  /** @param {Palette} colours */
  option(colours) {
    const { model, selection, x, y } = this;
    const all = model.configurations.filter(c => isFiniteNumber(x.means[c.position]) && isFiniteNumber(y.means[c.position]));
    const chosen = all.filter(c => selection.has(c));
    const at = (/** @type {Configuration} */ c) => /** @type {[number, number]} */ ([x.means[c.position], y.means[c.position]]);
    const item = (/** @type {Configuration} */ c) => ({ value: at(c), configuration: c });
    const front = this.hasFront && x !== y ? Statistics.front(chosen, at, this.ups.get(x) ?? false, this.ups.get(y) ?? false) : [];
    this.noteText(all.length, chosen.length, front.length);
    const onFront = new Set(front);
    const many = all.length > 800;
    const size = many ? 5 : 9;
    return {
      grid: { left: 16, right: 24, top: 36, bottom: 32, containLabel: true },
      xAxis: ChartBox.numbers(colours, x.name, false),
      yAxis: ChartBox.numbers(colours, y.name, true),
      tooltip: ChartBox.tooltip({ formatter: (/** @type {any} */ i) => Tips.configuration(model, i.data.configuration) }),
      series: [
        { type: "scatter", silent: true, symbolSize: size - 2, itemStyle: { color: colours.faint, opacity: 0.35 }, data: all.filter(c => !selection.has(c)).map(at) },
        {
          type: "scatter", symbolSize: size, itemStyle: { color: colours.accent, opacity: many ? 0.45 : 0.75 },
          data: chosen.filter(c => !onFront.has(c)).map(item),
        },
        {
          type: "line", step: false, showSymbol: true, symbol: "diamond", symbolSize: size + 4, z: 4, lineStyle: { color: colours.best, width: 2, type: "dashed" },
          itemStyle: { color: colours.best }, data: front.sort((a, b) => at(a)[0] - at(b)[0]).map(item),
        },
      ],
    };
  }

  /** @param {number} all @param {number} chosen @param {number} front */
  noteText(all, chosen, front) {
    const noun = this.model.hasRepeats ? "configuration" : "point";
    const without = this.model.configurations.length - all;
    const parts = [`${Format.count(chosen, noun)}${front > 0 ? `, ${Format.grouped(front)} on the front` : ""}.`];
    if (without > 0)
      parts.push(`${Format.count(without, noun)} without both numbers ${without === 1 ? "is" : "are"} not drawn.`);
    this.note.textContent = parts.join(" ");
  }
}
