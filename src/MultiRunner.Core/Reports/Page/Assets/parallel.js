// @ts-check
"use strict";

/** Parallel coordinates: a line for each configuration, through its values. A drag along an axis chooses a range. */
class ParallelChart {
  static most = 800;
  static best = 200;

  /** @param {SweepModel} model @param {SharedSelection} selection */
  constructor(model, selection) {
    this.model = model;
    this.selection = selection;
    /** @type {Measure | null} */
    this.measure = model.objective ?? model.metrics[0] ?? null;
    this.section = Dom.section("parallel", "Parameters and result");
    this.note = Dom.make("p", { class: "note" });
    /** The ranges that are chosen on each axis. @type {[number, number][][]} */
    this.ranges = [];
    this.section.append(
      Dom.make(
        "p",
        { class: "hint" },
        "Each line is one ",
        model.hasRepeats ? "configuration" : "point",
        ". Drag along an axis to choose a range; click on the axis to let it go. The table and the other charts follow.",
        model.partSentence,
      ),
    );
    if (model.metrics.length > 1) this.section.append(Dom.make("div", { class: "controls" }, this.choice()));
    this.box = new ChartBox({
      parent: this.section,
      fit: () => this.height(),
      isLarge: () => model.configurations.length > 200,
      label: () =>
        `Parallel coordinates of ${this.axes()
          .map(a => a.name)
          .join(", ")}. ${this.note.textContent}`,
      option: (colours, width) => this.option(colours, width),
      made: chart => chart.on("axisareaselected", () => this.brushed(chart)),
      drawn: chart => this.showRanges(chart),
    });
    this.section.append(this.note);
    selection.listen(changed => this.follow(changed));
  }

  /** Parallel coordinates need two axes. @param {SweepModel} model @returns {boolean} */
  static isFor(model) {
    return model.varying.length + Math.min(model.metrics.length, 1) > 1;
  }

  choice() {
    const chosen = Math.max(
      0,
      this.model.metrics.findIndex(m => m === this.measure),
    );
    return Dom.choice(
      "Last axis",
      this.model.metrics.map(m => m.name),
      chosen,
      i => {
        this.measure = this.model.metrics[i];
        this.selection.set("axes", null);
        this.box.update();
      },
    );
  }

  height() {
    return this.isNarrow() ? 90 + this.axes().length * 74 : Theme.isPrinting ? 330 : 420;
  }

  isNarrow() {
    return this.section.clientWidth < 620 && !Theme.isPrinting;
  }

  /** @returns {{ name: string, parameter: Parameter | null }[]} */
  axes() {
    const parameters = this.model.varying.slice(0, 14).map(p => ({ name: p.name, parameter: /** @type {Parameter | null} */ (p) }));
    return this.measure ? [...parameters, { name: this.measure.name, parameter: null }] : parameters;
  }

  /**
   * The number of a configuration on an axis; null where it has none.
   * @param {Configuration} c
   * @param {Parameter | null} parameter
   * @returns {number | null}
   */
  valueOn(c, parameter) {
    if (!parameter) return this.measure?.means[c.position] ?? null;
    const at = this.model.valueAt(parameter, c);
    return at < 0 ? null : parameter.numbers && parameter.isScale ? parameter.numbers[at] : at;
  }

  /** @param {string} changed The filter that changed; empty when all of them were let go. */
  follow(changed) {
    if (!this.selection.filters.has("axes") && this.ranges.some(r => r.length > 0)) {
      this.ranges = [];
      if (this.box.chart) this.showRanges(this.box.chart);
    }
    if (changed !== "axes") this.box.update();
  }

  /** Draws the ranges, which ECharts forgets when a chart is drawn anew. @param {any} chart */
  showRanges(chart) {
    const axes = chart.getModel().queryComponents({ mainType: "parallelAxis" });
    for (let i = 0; i < axes.length; i++) {
      const intervals = this.ranges[i] ?? [];
      if (intervals.length > 0 || axes[i].activeIntervals.length > 0)
        chart.dispatchAction({ type: "axisAreaSelect", parallelAxisId: `axis${i}`, intervals });
    }
  }

  /** Takes the ranges from the chart into the selection. @param {any} chart */
  brushed(chart) {
    cancelAnimationFrame(this.frame ?? 0);
    this.frame = requestAnimationFrame(() => {
      const axes = chart.getModel().queryComponents({ mainType: "parallelAxis" });
      const ranges = axes.map((/** @type {any} */ a) => a.activeIntervals);
      if (JSON.stringify(ranges) === JSON.stringify(axes.map((/** @type {any} */ _, /** @type {number} */ i) => this.ranges[i] ?? [])))
        return;
      this.ranges = structuredClone(ranges);
      this.choose(this.ranges);
    });
  }

  /** @param {[number, number][][]} ranges Those of each axis. */
  choose(ranges) {
    const axes = this.axes();
    const limits = ranges
      .map((r, i) => ({ ranges: r.map(sorted), axis: axes[i] }))
      .map(l => ({ ...l, tests: l.ranges.map(r => ParallelAxis.widened(r, l.axis.parameter?.log === true)) }))
      .filter(l => l.ranges.length > 0);
    this.selection.set(
      "axes",
      limits.length === 0
        ? null
        : {
            label: limits
              .map(l => `${Format.cut(l.axis.name, 20)} ${l.ranges.map(r => ParallelAxis.rangeText(r, l.axis.parameter)).join(" or ")}`)
              .join(", "),
            test: c =>
              limits.every(l => {
                const value = this.valueOn(c, l.axis.parameter);
                return value !== null && l.tests.some(([low, high]) => value >= low && value <= high);
              }),
          },
    );
    /** @param {[number, number]} r @returns {[number, number]} */
    function sorted([a, b]) {
      return a < b ? [a, b] : [b, a];
    }
  }

  /** Of many configurations the best and some of the rest, evenly. @param {Configuration[]} all @param {number} most */
  static thinned(all, most) {
    if (all.length <= most) return all;
    const best = Math.min(ParallelChart.best, most);
    const step = (all.length - best) / (most - best);
    return all.filter((_, i) => i < best || Math.floor((i - best) / step) !== Math.floor((i - 1 - best) / step));
  }

  /** @param {Palette} colours @param {number} width */
  option(colours, width) {
    const axes = this.axes();
    const isNarrow = this.isNarrow();
    const realtime = this.model.configurations.length <= ParallelChart.most;
    const shown = ParallelChart.thinned(this.model.configurations, ParallelChart.most);
    const shade = Shade.of(this.measure, this.model.configurations);
    const lines = [...shown].reverse().map(c => ({
      value: axes.map(a => finiteOr(this.valueOn(c, a.parameter))),
      place: c.position,
      lineStyle: this.selection.has(c)
        ? { color: shade(c) ?? colours.muted, opacity: shown.length > 300 ? 0.3 : 0.8, width: 1.6 }
        : { color: colours.faint, opacity: 0.12, width: 1 },
    }));
    this.note.textContent = this.noteText(shown.length);
    const room = Math.min(20, Math.max(8, Math.floor(width / axes.length / 8)));
    return {
      animation: false,
      parallel: isNarrow
        ? { left: 24, right: 28, top: 40, bottom: 44, layout: "vertical" }
        : { left: 48, right: 72, top: 48, bottom: 36 },
      parallelAxis: axes.map((a, i) => ParallelAxis.option(colours, a, i, isNarrow ? 24 : room, isNarrow, realtime)),
      tooltip: ChartBox.tooltip({
        formatter: (/** @type {any} */ item) => Tips.configuration(this.model, this.model.configurations[item.data.place]),
      }),
      series: [
        {
          type: "parallel",
          smooth: false,
          lineStyle: { width: 1.5 },
          inactiveOpacity: 0.03,
          activeOpacity: 0.9,
          progressive: 0,
          emphasis: { lineStyle: { width: 3.5, opacity: 1 } },
          data: lines,
        },
      ],
    };
    /** @param {number | null} value */
    function finiteOr(value) {
      return isFiniteNumber(value) ? value : "-";
    }
  }

  /** Which lines are drawn in any case. Without an objective nothing is ranked. */
  firstText() {
    const { objective } = this.model;
    const count = Format.grouped(ParallelChart.best);
    return objective ? `the best ${count} by ${Format.cut(objective.name)}` : `the first ${count}`;
  }

  /** @param {number} shown @returns {string} */
  noteText(shown) {
    const { model, measure } = this;
    const parts = [];
    const all = model.configurations.length;
    if (shown < all)
      parts.push(
        `${Format.grouped(shown)} of ${Format.grouped(all)} lines are drawn: ${this.firstText()} and `,
        "an even choice of the others. A range counts for all. ",
      );
    const without = measure ? measure.means.filter(m => !isFiniteNumber(m)).length : 0;
    if (measure && without > 0)
      parts.push(
        `${Format.count(without, "line")} ${without === 1 ? "ends" : "end"} before the last axis, `,
        `since ${measure.name} is missing, NaN or infinite there. `,
      );
    if (model.varying.length > 14)
      parts.push(
        `Not drawn: ${model.varying
          .slice(14)
          .map(p => Format.cut(p.name))
          .join(", ")}.`,
      );
    return parts.join("").trim();
  }
}
