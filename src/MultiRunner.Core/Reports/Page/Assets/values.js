// @ts-check
"use strict";

/** For each parameter the distribution of a metric at each of its values: boxes with the single points over them. */
class ValuesCharts {
  static mostBoxes = 16;
  static mostDots = 800;
  static mostAtFirst = 8;

  /** @param {SweepModel} model */
  constructor(model) {
    this.model = model;
    this.measure = model.objective ?? model.metrics[0];
    const parameters = ValuesCharts.ordered(model);
    this.section = Dom.section("values", "Results at each value");
    this.section.append(
      Dom.make(
        "p",
        { class: "hint" },
        "Each dot is one finished point. A box holds the middle half of them, its line is the median, ",
        "and its whiskers end at the last dots within one and a half heights of the box.",
        model.partSentence,
      ),
    );
    const choices = model.measures.map(m => m.name);
    this.isLog = false;
    const redraw = () => this.boxes.forEach(box => box.update());
    this.section.append(
      Dom.make(
        "div",
        { class: "controls" },
        Dom.choice("Result", choices, model.measures.indexOf(this.measure), i => {
          this.measure = model.measures[i];
          redraw();
        }),
        Dom.tick("Logarithmic", false, on => {
          this.isLog = on;
          redraw();
        }),
      ),
    );
    this.grid = Dom.make("div", { class: "grid" });
    this.section.append(this.grid);
    /** @type {ChartBox[]} */
    this.boxes = [];
    for (const p of parameters.slice(0, ValuesCharts.mostAtFirst)) this.add(p);
    const more = parameters.slice(ValuesCharts.mostAtFirst);
    if (more.length > 0) {
      const button = Dom.button(`Show ${Format.count(more.length, "more parameter")}`, () => {
        more.forEach(p => this.add(p));
        button.remove();
      });
      this.section.append(button);
    }
  }

  /** @param {SweepModel} model @returns {boolean} */
  static isFor(model) {
    return model.metrics.length > 0 && model.varying.length > 0;
  }

  /** The parameters that differ, the one that explains most first. @param {SweepModel} model @returns {Parameter[]} */
  static ordered(model) {
    const share = new Map((model.data.shares ?? []).filter(s => s.terms.length === 1).map(s => [s.terms[0], s.share]));
    return [...model.varying].sort((a, b) => (share.get(b.name) ?? 0) - (share.get(a.name) ?? 0));
  }

  /** @param {Parameter} p */
  add(p) {
    const title = Dom.make("h3", {}, Format.cut(p.name, 60));
    const note = Dom.make("p", { class: "note" });
    const parent = Dom.make("div", { class: "cell" }, title);
    this.grid.append(parent);
    if ((p.used > 8 && p.used <= ValuesCharts.mostBoxes) || (p.used > ValuesCharts.mostBoxes && !p.numbers))
      parent.classList.add("wide");
    this.boxes.push(
      new ChartBox({
        parent,
        height: 270,
        isLarge: () => this.model.points.index.length > 1000,
        label: () => `${this.measure.name} at each value of ${p.name}. ${note.textContent}`,
        option: (colours, width) => this.option(p, colours, width, note),
      }),
    );
    parent.append(note);
  }

  /** Which points have which value, where the result is a number. @param {Parameter} p @returns {Map<number, number[]>} */
  rowsByValue(p) {
    /** @type {Map<number, number[]>} */
    const rows = new Map();
    this.measure.rows.forEach((value, row) => {
      if (!isFiniteNumber(value) || p.column[row] < 0 || (this.isLog && value <= 0)) return;
      const group = rows.get(p.column[row]);
      if (group) group.push(row);
      else rows.set(p.column[row], [row]);
    });
    return rows;
  }

  /** @param {Parameter} p @param {Palette} colours @param {number} width @param {HTMLElement} note */
  option(p, colours, width, note) {
    const rows = this.rowsByValue(p);
    const isScatter = p.numbers !== undefined && p.used > ValuesCharts.mostBoxes;
    const option = isScatter ? this.scatter(p, rows, colours, note) : this.distributions(p, rows, colours, width, note);
    const without = this.measure.rows.filter(v => v !== null && !(Number.isFinite(v) && (!this.isLog || v > 0))).length;
    if (without > 0)
      note.append(` Not drawn: ${Format.count(without, "point")} with NaN or infinity${this.isLog ? ", or not above zero" : ""}.`);
    return option;
  }

  /** @param {Parameter} p @param {Map<number, number[]>} rows @param {Palette} colours @param {HTMLElement} note */
  scatter(p, rows, colours, note) {
    const numbers = p.numbers ?? [];
    const there = [...rows.values()].flat().sort((a, b) => a - b);
    const all = there.filter(row => Number.isFinite(numbers[p.column[row]]));
    const shown = Statistics.thinned(all, ValuesCharts.mostDots * 2);
    note.textContent =
      shown.length < all.length ? `${Format.grouped(shown.length)} of ${Format.count(all.length, "dot")} are drawn.` : "";
    if (all.length < there.length)
      note.append(` Not drawn: ${Format.count(there.length - all.length, "point")} at which ${Format.cut(p.name)} is NaN or infinite.`);
    return {
      grid: { left: 8, right: 16, top: 30, bottom: 8, containLabel: true },
      xAxis: ChartBox.axis(colours, {
        type: p.log ? "log" : "value",
        scale: true,
        axisLabel: { formatter: ChartBox.ticks(p.log) },
        splitLine: { show: false },
      }),
      yAxis: ChartBox.numbers(colours, this.measure.name, true, this.isLog ? { type: "log" } : {}),
      tooltip: this.tooltip(),
      series: [
        {
          type: "scatter",
          symbolSize: 5,
          itemStyle: { color: colours.accent, opacity: all.length > 300 ? 0.35 : 0.65 },
          data: shown.map(row => ({ value: [numbers[p.column[row]], this.measure.rows[row]], row })),
        },
      ],
    };
  }

  /** @param {Parameter} p @param {Map<number, number[]>} rows @param {Palette} colours @param {number} width @param {HTMLElement} note */
  distributions(p, rows, colours, width, note) {
    const all = [...rows.keys()].sort((a, b) => a - b);
    const most = [...all].sort((a, b) => (rows.get(b)?.length ?? 0) - (rows.get(a)?.length ?? 0)).slice(0, ValuesCharts.mostBoxes);
    const shown = all.filter(v => most.includes(v));
    const groups = shown.map(v => rows.get(v) ?? []);
    const total = groups.reduce((n, g) => n + g.length, 0);
    const dots = groups.flatMap((g, i) =>
      Statistics.thinned(g, Math.ceil((ValuesCharts.mostDots * g.length) / Math.max(total, 1))).map((row, k) =>
        this.dot(row, i, k, width / shown.length),
      ),
    );
    note.textContent = [
      shown.length < all.length ? `The ${shown.length} of ${all.length} values that have most points.` : "",
      dots.length < total ? `${Format.grouped(dots.length)} of ${Format.count(total, "dot")} are drawn; the boxes are of all.` : "",
    ]
      .join(" ")
      .trim();
    return {
      grid: { left: 8, right: 12, top: 30, bottom: 8, containLabel: true },
      xAxis: ChartBox.axis(colours, {
        type: "category",
        data: shown.map((_, i) => String(i)),
        splitLine: { show: false },
        axisLabel: {
          interval: 0,
          rotate: width / shown.length < 34 ? 55 : 0,
          color: colours.text,
          hideOverlap: false,
          lineHeight: 16,
          formatter: (/** @type {string} */ i) => this.valueLabel(p, shown, groups, Number(i), width),
        },
      }),
      yAxis: ChartBox.numbers(colours, this.measure.name, true, this.isLog ? { type: "log" } : {}),
      tooltip: this.tooltip(p, shown, groups),
      series: [
        this.boxSeries(groups, colours),
        {
          type: "scatter",
          symbolSize: dots.length > 200 ? 4 : 6,
          z: 3,
          data: dots,
          itemStyle: { color: colours.accent, opacity: dots.length > 200 ? 0.4 : 0.7 },
        },
      ],
    };
  }

  /** @param {number[][]} groups @param {Palette} colours */
  boxSeries(groups, colours) {
    return {
      type: "boxplot",
      z: 2,
      boxWidth: [8, 46],
      itemStyle: { color: colours.isDark ? "#2b333d" : "#eef1f5", borderColor: colours.muted, borderWidth: 1.2 },
      data: groups.map(g => (g.length === 0 ? [] : Statistics.box(g.map(row => this.measure.rows[row] ?? 0)))),
    };
  }

  /**
   * The value and below it how many points there are.
   * @param {Parameter} p
   * @param {number[]} shown
   * @param {number[][]} groups
   * @param {number} i
   * @param {number} width
   */
  valueLabel(p, shown, groups, i, width) {
    const isTight = width / shown.length < 34;
    const room = isTight ? 8 : Math.max(3, Math.floor((width - 60) / shown.length / 7.5));
    const text = p.numbers ? p.labels[shown[i]] : ChartBox.text(p.labels[shown[i]], room);
    return `${text}${isTight ? ", " : "\n"}n ${groups[i].length}`;
  }

  /**
   * A dot beside the middle, so that dots do not hide one another. It is the same place each time.
   * @param {number} row
   * @param {number} at
   * @param {number} k
   * @param {number} room
   */
  dot(row, at, k, room) {
    const reach = Math.min(18, room / 3);
    return { value: [at, this.measure.rows[row]], row, symbolOffset: [(((k * 0.618034) % 1) - 0.5) * 2 * reach, 0] };
  }

  /** @param {Parameter} [p] @param {number[]} [shown] @param {number[][]} [groups] */
  tooltip(p, shown, groups) {
    return ChartBox.tooltip({
      formatter: (/** @type {any} */ item) => {
        if (item.seriesType === "boxplot" && p && shown && groups) {
          const values = groups[item.dataIndex].map(row => this.measure.rows[row] ?? 0);
          const [, q1, median, q3] = Statistics.box(values);
          return Dom.tip(`${p.name} = ${p.values[shown[item.dataIndex]]}`, [
            ["n", String(values.length)],
            ["mean", Format.number(Statistics.summary(values).mean)],
            ["median", Format.number(median)],
            ["middle half", `${Format.number(q1)} to ${Format.number(q3)}`],
            ["lowest", Format.number(Math.min(...values))],
            ["highest", Format.number(Math.max(...values))],
          ]);
        }
        return Tips.point(this.model, item.data.row, [[this.measure.name, Format.number(this.measure.rows[item.data.row])]]);
      },
    });
  }
}
