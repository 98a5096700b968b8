// @ts-check
"use strict";

/** Two metrics against each other, with those that no other one beats in both. */
class ScatterChart {
  static mostIntervals = 200;

  /** Whether higher is better, in the order of the choices. @type {(boolean | null)[]} */
  static directions = [null, true, false];

  /** @param {SweepModel} model @param {SharedSelection} selection @param {(c: Configuration) => void} open */
  constructor(model, selection, open) {
    this.model = model;
    this.selection = selection;
    this.y = model.measures[0];
    this.x = model.measures[model.metrics.length > 1 ? 1 : model.measures.length - 1];
    /**
     * Whether higher is better; null where nobody has said so, since the name of a metric does not tell it.
     * @type {Map<Measure, boolean | null>}
     */
    this.ups = new Map(model.measures.map(m => [m, m.maximize]));
    this.hasFront = true;
    /** The measures whose axis is logarithmic. @type {Set<Measure>} */
    this.logs = new Set();
    this.section = Dom.section("scatter", "Trade-offs");
    this.section.append(
      Dom.make(
        "p",
        { class: "hint" },
        `Two results against each other${model.hasRepeats ? ", by their means" : ""}. The line is the Pareto front: nothing else is `,
        "better in one of the two and at least as good in the other. A click opens the row in the table.",
        model.part ? `${model.partSentence} Others may be better in one of the two.` : "",
      ),
    );
    this.controls = Dom.make("div", { class: "controls" });
    this.note = Dom.make("p", { class: "note", role: "status" });
    this.section.append(this.controls);
    /** @type {ChartBox | null} */
    this.box = null;
    this.drawControls();
    this.box = new ChartBox({
      parent: this.section,
      height: 400,
      isLarge: () => model.configurations.length > 800,
      label: () => this.note.textContent ?? "",
      option: colours => this.option(colours),
      made: chart =>
        chart.on("click", (/** @type {any} */ item) => {
          // ECharts copies what it is given, so the place is what leads back to the configuration.
          const c = model.configurations[item.data?.place ?? -1];
          if (c) open(c);
        }),
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
    const direction = m =>
      Dom.choice("Better", ["not known", "higher", "lower"], ScatterChart.directions.indexOf(this.ups.get(m) ?? null), i =>
        changed(() => this.ups.set(m, ScatterChart.directions[i])),
      );
    /** @param {Measure} m */
    const log = m => Dom.tick("log", this.logs.has(m), on => changed(() => (on ? this.logs.add(m) : this.logs.delete(m))));
    Dom.fill(
      this.controls,
      Dom.make(
        "span",
        { class: "group" },
        Dom.choice("Across", names, model.measures.indexOf(this.x), i =>
          changed(() => {
            this.x = model.measures[i];
          }),
        ),
        direction(this.x),
        log(this.x),
      ),
      Dom.make(
        "span",
        { class: "group" },
        Dom.choice("Up", names, model.measures.indexOf(this.y), i =>
          changed(() => {
            this.y = model.measures[i];
          }),
        ),
        direction(this.y),
        log(this.y),
      ),
      Dom.tick("Pareto front", this.hasFront, on =>
        changed(() => {
          this.hasFront = on;
        }),
      ),
    );
  }

  /** @param {Palette} colours */
  option(colours) {
    const { model, selection, x, y } = this;
    const all = model.configurations.filter(c => this.isDrawable(x, c) && this.isDrawable(y, c));
    const chosen = all.filter(c => selection.has(c));
    const at = (/** @type {Configuration} */ c) => /** @type {[number, number]} */ ([x.means[c.position], y.means[c.position]]);
    const item = (/** @type {Configuration} */ c) => ({ value: at(c), place: c.position });
    const front = this.front(chosen, at);
    this.noteText(all.length, chosen.length, front.length);
    const onFront = new Set(front);
    const many = all.length > 800;
    const size = many ? 5 : 9;
    return {
      grid: { left: 16, right: 24, top: 36, bottom: 32, containLabel: true },
      xAxis: ChartBox.numbers(colours, x.name, false, this.logs.has(x) ? { type: "log" } : {}),
      yAxis: ChartBox.numbers(colours, y.name, true, this.logs.has(y) ? { type: "log" } : {}),
      tooltip: ChartBox.tooltip({ formatter: (/** @type {any} */ i) => Tips.configuration(model, model.configurations[i.data.place]) }),
      series: [
        this.intervals(chosen, colours),
        {
          type: "scatter",
          silent: true,
          symbolSize: size - 2,
          itemStyle: { color: colours.faint, opacity: 0.35 },
          data: all.filter(c => !selection.has(c)).map(at),
        },
        {
          type: "scatter",
          symbolSize: size,
          itemStyle: { color: colours.accent, opacity: many ? 0.45 : 0.75 },
          data: chosen.filter(c => !onFront.has(c)).map(item),
        },
        {
          type: "line",
          step: false,
          showSymbol: true,
          symbol: "diamond",
          symbolSize: size + 4,
          z: 4,
          lineStyle: { color: colours.best, width: 2, type: "dashed" },
          itemStyle: { color: colours.best },
          data: front.sort((a, b) => at(a)[0] - at(b)[0]).map(item),
        },
      ],
    };
  }

  /**
   * The configurations of the Pareto front. There are none while it is not known which way is better.
   * @param {Configuration[]} chosen
   * @param {(c: Configuration) => [number, number]} at
   */
  front(chosen, at) {
    const [xUp, yUp] = [this.ups.get(this.x) ?? null, this.ups.get(this.y) ?? null];
    return !this.hasFront || this.x === this.y || xUp === null || yUp === null ? [] : Statistics.front(chosen, at, xUp, yUp);
  }

  /** @param {Measure} m @param {Configuration} c @returns {boolean} */
  isDrawable(m, c) {
    const value = m.means[c.position];
    return isFiniteNumber(value) && (!this.logs.has(m) || value > 0);
  }

  /**
   * The 95 % intervals of the objective's means, where it is one of the two and there are few.
   * @param {Configuration[]} chosen
   * @param {Palette} colours
   */
  intervals(chosen, colours) {
    const { objective } = this.model;
    const isAcross = this.x === objective;
    const shown = this.x !== this.y && (isAcross || this.y === objective) && chosen.length <= ScatterChart.mostIntervals ? chosen : [];
    const isLog = objective !== null && this.logs.has(objective);
    // A logarithmic axis has no place for an end that is not above zero, so there the bar goes on to the edge of the chart.
    const isOpen = (/** @type {Configuration} */ c) => isLog && (c.low ?? 0) <= 0;
    const low = (/** @type {Configuration} */ c) => (isOpen(c) ? c.mean : c.low);
    return {
      type: "custom",
      silent: true,
      z: 1,
      clip: true,
      // Both ends count when the axes are laid out.
      encode: { x: [0, 2], y: [1, 3] },
      data: shown
        .filter(c => c.low !== null && c.high !== null)
        .map(c =>
          isAcross
            ? [low(c), this.y.means[c.position], c.high, this.y.means[c.position], Number(isOpen(c))]
            : [this.x.means[c.position], low(c), this.x.means[c.position], c.high, Number(isOpen(c))],
        ),
      renderItem: (/** @type {any} */ params, /** @type {any} */ api) => {
        const [lowX, lowY] = api.coord([api.value(0), api.value(1)]);
        const { x, y, height } = params.coordSys;
        const [x1, y1] = api.value(4) !== 1 ? [lowX, lowY] : isAcross ? [x, lowY] : [lowX, y + height];
        const [x2, y2] = api.coord([api.value(2), api.value(3)]);
        return {
          type: "line",
          shape: { x1, y1, x2, y2 },
          style: { stroke: colours.accent, lineWidth: 1.2, opacity: 0.45 },
        };
      },
    };
  }

  /** @param {number} all @param {number} chosen @param {number} front */
  noteText(all, chosen, front) {
    const noun = this.model.hasRepeats ? "configuration" : "point";
    const without = this.model.configurations.length - all;
    const parts = [`${Format.count(chosen, noun)}${front > 0 ? `, ${Format.grouped(front)} on the front` : ""}.`];
    const unknown = [...new Set([this.x, this.y])].filter(m => (this.ups.get(m) ?? null) === null).map(m => Format.cut(m.name));
    if (this.hasFront && this.x !== this.y && unknown.length > 0)
      parts.push(`There is no front until you say whether a higher or a lower ${unknown.join(" and ")} is better.`);
    if (this.model.hasRepeats && chosen <= ScatterChart.mostIntervals && [this.x, this.y].includes(this.model.objective ?? this.x))
      parts.push(`Bars are the 95 % intervals of the means of ${this.model.objective?.name}.`);
    if (without > 0) parts.push(`${Format.count(without, noun)} without both numbers ${without === 1 ? "is" : "are"} not drawn.`);
    this.note.textContent = parts.join(" ");
  }
}
