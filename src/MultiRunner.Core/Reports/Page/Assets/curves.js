// @ts-check
"use strict";

/** The curves that points recorded. Those of the best configurations of the selection stand out. */
class CurvesChart {
  static most = 200;
  static highlighted = 5;

  /** @param {SweepModel} model @param {SharedSelection} selection */
  constructor(model, selection) {
    this.model = model;
    this.selection = selection;
    this.names = CurvesChart.names(model);
    const objective = model.data.objective?.metric.toLowerCase();
    this.name = this.names.find(n => n.toLowerCase() === objective) ?? this.names[0];
    this.isLog = false;
    this.total = 0;
    /** The lines that are drawn, the best first. @type {{ row: number, c: Configuration, curve: CurveData }[]} */
    this.drawn = [];
    this.section = Dom.section("curves", "Curves");
    if (model.part) this.section.append(Dom.make("p", { class: "hint" }, model.partSentence.trim()));
    this.section.append(
      Dom.make(
        "div",
        { class: "controls" },
        Dom.choice("Curve", this.names, this.names.indexOf(this.name), i => {
          this.name = this.names[i];
          this.box.update();
        }),
        Dom.tick("Logarithmic", false, on => {
          this.isLog = on;
          this.box.update();
        }),
      ),
    );
    this.legend = Dom.make("ol", { class: "legend" });
    this.note = Dom.make("p", { class: "note" });
    this.box = new ChartBox({
      parent: this.section,
      height: 380,
      isLarge: () => true,
      label: () => `Curves of ${this.name}. ${this.note.textContent}`,
      option: colours => this.option(colours),
      made: chart => this.point(chart),
    });
    this.section.append(this.legend, this.note);
    selection.listen(() => this.box.update());
  }

  /** @param {SweepModel} model @returns {string[]} */
  static names(model) {
    return Object.keys(model.data.curves ?? {}).filter(name => Object.keys(model.data.curves?.[name] ?? {}).length > 0);
  }

  /** The curves to draw, the best first. @returns {{ row: number, c: Configuration, place: number, curve: CurveData }[]} */
  lines() {
    const curves = this.model.data.curves?.[this.name] ?? {};
    const lines = [];
    let place = 0;
    this.total = 0;
    for (const c of this.selection.chosen) {
      const isRanked = isFiniteNumber(c.mean);
      const rows = c.rows.filter(row => Object.hasOwn(curves, row));
      this.total += rows.length;
      if (lines.length < CurvesChart.most)
        lines.push(
          ...rows
            .slice(0, CurvesChart.most - lines.length)
            .map(row => ({ row, c, place: isRanked ? place : Infinity, curve: curves[String(row)] })),
        );
      place += rows.length > 0 && isRanked ? 1 : 0;
    }
    return lines;
  }

  /** @param {Palette} colours */
  option(colours) {
    const lines = this.lines();
    this.drawn = lines;
    const strong = this.model.objective ? CurvesChart.highlighted : 0;
    this.drawLegend(lines, strong, colours);
    this.noteText(lines);
    return {
      animation: false,
      grid: { left: 16, right: 24, top: 36, bottom: 32, containLabel: true },
      xAxis: ChartBox.numbers(colours, "step", false, { scale: false, max: "dataMax", splitLine: { show: false } }),
      yAxis: ChartBox.numbers(colours, this.name, true, this.isLog ? { type: "log" } : {}),
      tooltip: ChartBox.tooltip({ triggerOn: "none" }),
      series: lines.map(line => this.series(line, strong, colours)).reverse(),
    };
  }

  /** @param {{ place: number, curve: CurveData }} line @param {number} strong @param {Palette} colours */
  series({ place, curve }, strong, colours) {
    const isStrong = place < strong;
    const isFirst = isStrong && place === 0;
    const colour = isStrong ? colours.series[place] : colours.faint;
    const values = curve[1].map(v => this.drawable(v));
    const isAlone = values.map((v, k) => v !== "-" && (values[k - 1] ?? "-") === "-" && (values[k + 1] ?? "-") === "-");
    return {
      type: "line",
      symbol: "circle",
      showSymbol: isAlone.includes(true),
      triggerLineEvent: true,
      z: isStrong ? 10 - place : 1,
      lineStyle: { width: isFirst ? 2.6 : isStrong ? 1.6 : 1, opacity: isFirst ? 1 : isStrong ? 0.85 : 0.5, color: colour },
      itemStyle: { color: colour },
      emphasis: { lineStyle: { width: 3.5, opacity: 1 } },
      data: curve[0].map((step, k) => ({ value: [step, values[k]], symbolSize: isAlone[k] ? 5 : 0 })),
    };
  }

  /** What is no number is a gap. @param {Encoded} value */
  drawable(value) {
    return typeof value === "number" && (!this.isLog || value > 0) ? value : "-";
  }

  /** A line has no tooltip of its own, only its symbols have, so the page shows one where the pointer meets a line. @param {any} chart */
  point(chart) {
    chart.on("mousemove", (/** @type {any} */ item) => {
      const line = this.drawn[this.drawn.length - 1 - item.seriesIndex];
      if (item.seriesType !== "line" || !line || !item.event) return;
      const { offsetX: x, offsetY: y } = item.event;
      const step = chart.convertFromPixel({ xAxisIndex: 0 }, x);
      chart.dispatchAction({ type: "showTip", x, y, tooltip: { formatter: () => this.tip(line, step) } });
    });
    chart.on("mouseout", () => chart.dispatchAction({ type: "hideTip" }));
  }

  /** @param {{ row: number, c: Configuration, curve: CurveData }} line @param {number} at The step where the pointer is. */
  tip({ row, c, curve }, at) {
    const [steps, values] = curve;
    const nearest = steps.reduce((best, step, i) => (Math.abs(step - at) < Math.abs(steps[best] - at) ? i : best), 0);
    return Tips.point(this.model, row, [
      ["step", Format.number(steps[nearest])],
      [this.name, Format.number(SweepModel.decoded(values[nearest]))],
      ["rank", Format.number(c.rank)],
    ]);
  }

  /** @param {{ c: Configuration, place: number }[]} lines @param {number} strong @param {Palette} colours */
  drawLegend(lines, strong, colours) {
    const items = [];
    for (let place = 0; place < strong; place++) {
      const line = lines.find(l => l.place === place);
      if (line) {
        const key = Dom.make("span", { class: "key" });
        key.style.background = colours.series[place];
        items.push(Dom.make("li", {}, key, `${this.model.title(line.c)}: ${this.model.argumentsText(line.c)}`));
      }
    }
    Dom.fill(this.legend, ...items);
  }

  /** @param {{ curve: CurveData }[]} lines */
  noteText(lines) {
    const total = this.total;
    const notes = [];
    const { objective } = this.model;
    const which = objective ? `those of the best of the selection by ${Format.cut(objective.name)}` : "the first of the selection";
    if (lines.length < total) notes.push(`${Format.grouped(lines.length)} of ${Format.count(total, "curve")} are drawn, ${which}.`);
    const thinned = lines.filter(l => l.curve[2] > l.curve[0].length).length;
    if (thinned > 0) {
      const most = Math.max(...lines.map(l => l.curve[2]));
      const kept = Math.max(...lines.map(l => l.curve[0].length));
      notes.push(
        `Curves are thinned evenly: of up to ${Format.count(most, "value")} at most ${Format.grouped(kept)} are in this page.`,
      );
    }
    const gaps = lines.filter(l => l.curve[1].some(v => typeof v !== "number")).length;
    const below = this.isLog ? lines.filter(l => l.curve[1].some(v => typeof v === "number" && v <= 0)).length : 0;
    if (gaps > 0) notes.push(`${Format.count(gaps, "curve")} ${gaps === 1 ? "has" : "have"} gaps, where the value is NaN or infinite.`);
    if (below > 0) notes.push(`${Format.count(below, "curve")} ${below === 1 ? "has" : "have"} gaps, where the value is not above zero.`);
    if (lines.length === 0) notes.push("No point of the selection has this curve.");
    this.note.textContent = notes.join(" ");
  }
}
