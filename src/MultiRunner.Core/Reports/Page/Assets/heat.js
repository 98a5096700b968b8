// @ts-check
"use strict";

/** @typedef {{ values: number[], others: number }} Cell The finite results, and how many are NaN or infinite. */

/** The mean of a metric for each pair of values of two parameters. */
class HeatMap {
  /** @param {SweepModel} model */
  constructor(model) {
    this.model = model;
    this.parameters = ValuesCharts.ordered(model);
    this.measure = model.objective ?? model.metrics[0];
    /** @type {Parameter} */
    this.x = this.parameters[0];
    /** @type {Parameter} */
    this.y = this.parameters[1];
    this.section = Dom.section("heat", "Pairs of parameters");
    this.controls = Dom.make("div", { class: "controls" });
    this.note = Dom.make("p", { class: "note" });
    const points = model.part ? `the finished points of ${model.part}` : "all finished points";
    const hint = `The mean of ${points} that have both values. A cell with a dash has no finite result.`;
    this.section.append(Dom.make("p", { class: "hint" }, hint), this.controls);
    /** @type {ChartBox | null} */
    this.box = null;
    this.drawControls();
    this.box = new ChartBox({
      parent: this.section,
      fit: () => 146 + Math.min(560, HeatSteps.of(this.y).names.length * 44),
      label: () => this.label(),
      option: (colours, width) => this.option(colours, width),
    });
    this.section.append(this.note);
  }

  /** @param {SweepModel} model @returns {boolean} */
  static isFor(model) {
    return model.metrics.length > 0 && model.varying.length > 1;
  }

  drawControls() {
    const { parameters, model } = this;
    const names = parameters.map(p => p.name);
    /** @param {() => void} change */
    const changed = change => {
      change();
      this.drawControls();
      this.box?.update();
    };
    Dom.fill(
      this.controls,
      Dom.choice("Across", names, parameters.indexOf(this.x), i =>
        changed(() => {
          if (parameters[i] === this.y) this.y = this.x;
          this.x = parameters[i];
        }),
      ),
      Dom.choice("Down", names, parameters.indexOf(this.y), i =>
        changed(() => {
          if (parameters[i] === this.x) this.x = this.y;
          this.y = parameters[i];
        }),
      ),
      Dom.choice(
        "Mean of",
        model.measures.map(m => m.name),
        model.measures.indexOf(this.measure),
        i =>
          changed(() => {
            this.measure = model.measures[i];
          }),
      ),
    );
  }

  label() {
    return `Heat map of the mean of ${this.measure.name} by ${this.x.name} and ${this.y.name}.`;
  }

  /** The results of each cell. @param {Steps} across @param {Steps} down @returns {Cell[]} */
  cells(across, down) {
    /** @type {Cell[]} */
    const cells = Array.from({ length: across.names.length * down.names.length }, () => ({ values: [], others: 0 }));
    this.measure.rows.forEach((value, row) => {
      const x = across.of(row);
      const y = down.of(row);
      if (value === null || x < 0 || y < 0) return;
      const cell = cells[y * across.names.length + x];
      if (isFiniteNumber(value)) cell.values.push(value);
      else cell.others++;
    });
    return cells;
  }

  /** @param {Palette} colours @param {number} width */
  option(colours, width) {
    const across = HeatSteps.of(this.x);
    const down = HeatSteps.of(this.y);
    const cells = this.cells(across, down);
    const summaries = cells.map(({ values, others }) => ({ ...Statistics.summary(values), others }));
    const means = summaries.filter(s => s.n > 0).map(s => s.mean);
    const room = width / across.names.length;
    const format = Format.column(means);
    this.noteText(cells);
    const category = (/** @type {Steps} */ steps, /** @type {number} */ longest) => ({
      type: "category",
      data: steps.names.map((_, i) => String(i)),
      splitArea: { show: false },
      nameLocation: "middle",
      axisLabel: {
        color: colours.text,
        formatter: (/** @type {string} */ i) => HeatSteps.label(steps.names[Number(i)], longest),
      },
    });
    return {
      grid: { left: 8, right: 16, top: 34, bottom: 58, containLabel: true },
      xAxis: ChartBox.axis(colours, {
        ...category(across, Math.max(4, Math.floor(room / 8))),
        name: ChartBox.text(this.x.name),
        nameGap: 28,
        nameTextStyle: { color: colours.text, fontWeight: 600 },
      }),
      yAxis: ChartBox.axis(colours, {
        ...category(down, width < 500 ? 10 : 24),
        inverse: true,
        name: ChartBox.text(this.y.name),
        nameLocation: "start",
        nameGap: 12,
        nameTextStyle: { color: colours.text, fontWeight: 600, align: "left" },
      }),
      tooltip: ChartBox.tooltip({ formatter: (/** @type {any} */ item) => this.tip(item.data, across, down, summaries) }),
      visualMap: {
        type: "continuous",
        show: means.length > 0,
        orient: "horizontal",
        left: "center",
        bottom: 0,
        itemHeight: Math.min(220, width / 2),
        itemWidth: 12,
        calculable: false,
        min: Math.min(...means, Infinity),
        max: Math.max(...means, -Infinity),
        ...(means.length === 0 ? { min: 0, max: 1 } : {}),
        inRange: { color: this.measure.maximize === false ? [...Theme.scale].reverse() : Theme.scale },
        textStyle: { color: colours.muted },
        formatter: (/** @type {any} */ v) => format(Number(v)),
        text: means.length > 0 ? [format(Math.max(...means)), format(Math.min(...means))] : [],
        seriesIndex: 0,
      },
      series: [this.filled(summaries, across, room, format), this.empty(summaries, across, colours)],
    };
  }

  /**
   * @param {{ n: number, mean: number }[]} summaries
   * @param {Steps} across
   * @param {number} room
   * @param {(v: number) => string} format
   */
  filled(summaries, across, room, format) {
    const means = summaries.filter(s => s.n > 0).map(s => s.mean);
    const low = Math.min(...means);
    const span = Statistics.span(means);
    return {
      type: "heatmap",
      itemStyle: { borderColor: Theme.palette.surface, borderWidth: 2, borderRadius: 3 },
      data: summaries
        .map((s, i) => ({ s, i }))
        .filter(({ s }) => s.n > 0)
        .map(({ s, i }) => {
          const share = span > 0 ? (s.mean - low) / span : 0.5;
          const colour = Theme.colour(this.measure.maximize === false ? 1 - share : share);
          return {
            value: [i % across.names.length, Math.floor(i / across.names.length), s.mean],
            cell: i,
            label: {
              show: room > 62 && summaries.length <= 200,
              formatter: () => HeatMap.cellText(format(s.mean), s.mean, room),
              color: Theme.inkOn(colour),
              fontSize: 12,
            },
          };
        }),
    };
  }

  /** @param {string} text @param {number} mean @param {number} room */
  static cellText(text, mean, room) {
    return text.length * 8 > room ? Format.fitting(mean, Math.floor(room / 8)) : text;
  }

  /** @param {{ n: number }[]} summaries @param {Steps} across @param {Palette} colours */
  empty(summaries, across, colours) {
    return {
      type: "scatter",
      symbol: "rect",
      symbolSize: 16,
      itemStyle: { color: "transparent" },
      data: summaries
        .map((s, i) => ({ s, i }))
        .filter(({ s }) => s.n === 0)
        .map(({ i }) => ({
          value: [i % across.names.length, Math.floor(i / across.names.length)],
          cell: i,
          label: { show: true, position: "inside", formatter: () => "–", color: colours.muted },
        })),
    };
  }

  /**
   * @param {any} data
   * @param {Steps} across
   * @param {Steps} down
   * @param {{ n: number, mean: number, sd: number | null, others: number }[]} summaries
   */
  tip(data, across, down, summaries) {
    const { n, mean, sd, others } = summaries[data.cell];
    const left = /** @type {[string, string][]} */ (others > 0 ? [["NaN or infinite", `${others}, not in the mean`]] : []);
    const title = `${this.x.name} = ${across.names[data.value[0]]}, ${this.y.name} = ${down.names[data.value[1]]}`;
    return Dom.tip(
      title,
      n === 0
        ? [["n", others > 0 ? `0 of ${others}, no finite result` : "0, no result"]]
        : [
            [`mean ${this.measure.name}`, Format.number(mean)],
            ["n", String(n)],
            ["standard deviation", sd === null ? "not known" : Format.number(Number(sd.toPrecision(3)))],
            ...left,
          ],
    );
  }

  /** @param {Cell[]} cells */
  noteText(cells) {
    const empty = cells.filter(c => c.values.length === 0 && c.others === 0).length;
    const without = cells.filter(c => c.values.length === 0 && c.others > 0).length;
    const others = cells.reduce((sum, c) => sum + c.others, 0);
    const cut = [this.x, this.y].filter(p => p.used > HeatSteps.most);
    const notes = cut.map(p =>
      p.numbers
        ? `${Format.cut(p.name)} is cut into intervals with about equally many points.`
        : `Of ${Format.cut(p.name)} the first ${HeatSteps.most} values.`,
    );
    if (empty > 0) notes.push(`${empty} of ${Format.count(cells.length, "cell")} ${empty === 1 ? "is" : "are"} empty.`);
    if (without > 0) notes.push(`${without} of ${Format.count(cells.length, "cell")} ${without === 1 ? "has" : "have"} no finite result.`);
    if (others > 0) notes.push(`No mean has the ${Format.count(others, "result")} that ${others === 1 ? "is" : "are"} NaN or infinite.`);
    this.note.textContent = notes.join(" ");
  }
}
