// @ts-check
"use strict";

/** The best result so far, as results came in. */
class ProgressChart {
  static most = 2000;

  /** @param {SweepModel} model @param {Measure} measure */
  constructor(model, measure) {
    this.model = model;
    this.measure = measure;
    this.results = this.inOrder();
    if (this.results.length < 2) return;
    this.byTime = true;
    const section = Dom.section("progress", "Best so far");
    section.append(
      Dom.make(
        "p",
        { class: "hint" },
        "Each dot is a finished point; the line is the best single value so far. Times are those of the workers' clocks.",
        model.part ? `${model.partSentence} The line and the count of points are of these alone.` : "",
      ),
      Dom.make(
        "div",
        { class: "controls" },
        Dom.choice("Across", ["time", "finished points"], 0, i => {
          this.byTime = i === 0;
          box.update();
        }),
      ),
    );
    const box = new ChartBox({
      parent: section,
      height: 320,
      isLarge: () => this.results.length > 800,
      label: () => this.label(),
      option: colours => this.option(colours),
    });
    const notes = [];
    if (this.results.length > ProgressChart.most)
      notes.push(`${Format.grouped(ProgressChart.most)} of ${Format.count(this.results.length, "dot")} are drawn; the line is of all.`);
    const without = measure.rows.filter(v => v !== null && !Number.isFinite(v)).length;
    if (without > 0) notes.push(`Left out: ${Format.count(without, "result")} that ${without === 1 ? "is" : "are"} NaN or infinite.`);
    section.append(Dom.make("p", { class: "note" }, notes.join(" ")));
  }

  /** The results that are numbers, by the time when they came. */
  inOrder() {
    const { started, seconds } = this.model.points;
    const results = [];
    for (let row = 0; row < started.length; row++) {
      const value = this.measure.rows[row];
      const start = started[row];
      if (isFiniteNumber(value) && start !== null)
        results.push({ row, value, time: SweepModel.end(start, seconds[row]), number: 0, isBest: false });
    }
    results.sort((a, b) => a.time - b.time);
    let best = NaN;
    results.forEach((r, i) => {
      r.number = i + 1;
      r.isBest = Number.isNaN(best) || this.model.isBetter(r.value, best);
      best = r.isBest ? r.value : best;
    });
    return results;
  }

  label() {
    const last = this.results.findLast(r => r.isBest);
    return last
      ? `The best ${this.measure.name} so far: ${Format.number(last.value)} at point ${this.model.points.index[last.row]}, ` +
          `result ${last.number} of ${this.results.length}.`
      : "";
  }

  /** @param {Palette} colours */
  option(colours) {
    const name = this.measure.name;
    const x = (/** @type {{ time: number, number: number }} */ r) => (this.byTime ? r.time : r.number);
    const steps = this.results.filter(r => r.isBest);
    const last = this.results[this.results.length - 1];
    const line = [
      ...steps.map(r => ({ value: [x(r), r.value], result: r })),
      { value: [x(last), steps[steps.length - 1].value], symbol: "none" },
    ];
    return {
      grid: { left: 16, right: 24, top: 36, bottom: 32, containLabel: true },
      xAxis: this.byTime
        ? ChartBox.axis(colours, {
            type: "time",
            name: "time (UTC)",
            nameLocation: "middle",
            nameGap: 28,
            splitLine: { show: false },
            axisLabel: { formatter: TimeAxis.label },
            ...TimeAxis.ends(this.results[0].time, last.time),
          })
        : ChartBox.numbers(colours, "finished points", false, { splitLine: { show: false } }),
      yAxis: ChartBox.numbers(colours, name, true),
      tooltip: ChartBox.tooltip({
        formatter: (/** @type {any} */ i) =>
          i.data?.result
            ? Tips.point(this.model, i.data.result.row, [
                [name, Format.number(i.data.result.value)],
                ["finished", `${Format.time(i.data.result.time)} UTC, as number ${i.data.result.number}`],
              ])
            : "",
      }),
      series: [
        {
          type: "scatter",
          symbolSize: this.results.length > 300 ? 4 : 7,
          itemStyle: { color: colours.accent, opacity: this.results.length > 300 ? 0.3 : 0.55 },
          data: Statistics.thinned(this.results, ProgressChart.most).map(r => ({ value: [x(r), r.value], result: r })),
        },
        {
          type: "line",
          step: "end",
          symbol: "circle",
          symbolSize: 8,
          z: 4,
          lineStyle: { color: colours.best, width: 2.4 },
          itemStyle: { color: colours.best },
          data: line,
        },
      ],
    };
  }
}

/** Times in UTC on an axis. */
const TimeAxis = {
  /**
   * The ends of an axis where all times are nearly the same, which would be days apart by themselves.
   * @param {number} first
   * @param {number} last
   */
  ends(first, last) {
    return last - first < 1000 ? { min: first - 1000, max: last + 1000 } : {};
  },

  /** @param {number} value @returns {string} */
  label(value) {
    const text = new Date(value).toISOString();
    return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(11, text.endsWith(":00.000Z") ? 16 : 19);
  },
};
