// @ts-check
"use strict";

/** @typedef {{ lane: number, from: number, to: number, row: number, kind: string, attempt: AttemptData | null }} Bar */

/** Who ran what and when. Gaps are waiting. */
class Timeline {
  static lane = 24;

  /** @param {SweepModel} model */
  constructor(model) {
    this.model = model;
    this.workers = model.workers
      .map((w, i) => ({ w, i }))
      .sort((a, b) => a.w.host.localeCompare(b.w.host) || (a.w.started ?? 9e15) - (b.w.started ?? 9e15));
    this.bars = this.makeBars();
    this.marks = this.makeMarks();
    if (this.bars.length === 0 && this.marks.length === 0) return;
    this.section = Dom.section("timeline", "Who ran what, and when");
    this.section.append(
      this.legend(),
      Dom.make(
        "p",
        { class: "hint" },
        "Times are those of the workers' clocks, in UTC. Drag the ends of the bar above the chart to look at a part.",
        model.part ? `${model.partSentence} Where a worker seems to wait, it may have run another point.` : "",
      ),
    );
    const scroller = Dom.make("div", { class: "tall", tabindex: "0", role: "group", "aria-label": "Timeline of workers" });
    this.section.append(scroller);
    new ChartBox({
      parent: scroller,
      fit: () => 84 + this.workers.length * Timeline.lane,
      isLarge: () => this.bars.length > 400,
      label: () => this.sentence(),
      option: (colours, width) => this.option(colours, width),
    });
    this.section.append(Dom.make("p", { class: "note" }, this.sentence()));
  }

  legend() {
    const item = (/** @type {string} */ kind, /** @type {string} */ text) =>
      Dom.make("li", {}, Dom.make("span", { class: `key ${kind}` }), text);
    return Dom.make(
      "ul",
      { class: "legend line" },
      item("ran", "finished"),
      item("failed", "failed attempt"),
      item("crash", "crash"),
      item("lost", "worker died"),
      item("alive", "waiting"),
    );
  }

  /** @param {string} id */
  laneOf(id) {
    return this.workers.findIndex(x => x.w.id === id);
  }

  /** @returns {Bar[]} */
  makeBars() {
    const { started, seconds, worker } = this.model.points;
    const laneOf = new Map(this.workers.map((x, lane) => [x.i, lane]));
    /** @type {Bar[]} */
    const bars = [];
    for (let row = 0; row < started.length; row++) {
      const from = started[row];
      const lane = laneOf.get(worker[row]);
      if (from !== null && lane !== undefined)
        bars.push({ lane, from, to: SweepModel.end(from, seconds[row]), row, kind: "ran", attempt: null });
    }
    for (const attempt of this.model.attempts) {
      const lane = this.laneOf(attempt.worker);
      if (attempt.started !== null && attempt.started !== undefined && lane >= 0)
        bars.push({
          lane,
          from: attempt.started,
          to: SweepModel.end(attempt.started, attempt.seconds),
          row: attempt.row,
          kind: "failed",
          attempt,
        });
    }
    return bars;
  }

  /** Deaths, and crashes, whose time nobody recorded: both are drawn where their worker was last seen. */
  makeMarks() {
    const marks = [];
    for (let lane = 0; lane < this.workers.length; lane++) {
      const { w } = this.workers[lane];
      const crashes = this.model.attempts.filter(a => a.worker === w.id && a.started === null);
      if (w.seen !== null && (w.state === "lost" || crashes.length > 0))
        marks.push({ lane, time: w.seen, crashes, isLost: w.state === "lost" });
    }
    return marks;
  }

  sentence() {
    const { workers, model } = this;
    const busy = workers.reduce((sum, x) => sum + x.w.busy, 0);
    const failed = model.data.counts.attempts;
    const without = model.attempts.filter(a => a.started === null);
    const marked = this.marks.reduce((sum, m) => sum + m.crashes.length, 0);
    const crashes = [
      marked > 0 ? ` A crash has no time of its own, so its mark is where the worker was last seen.` : "",
      without.length > marked
        ? ` Not drawn: ${Format.count(without.length - marked, "failed attempt")} of workers that left no record.`
        : "",
    ].join("");
    const recorded = workers.filter(x => x.w.state !== "").length;
    const work = `${Format.count(recorded, "worker")}, busy for ${Format.seconds(busy)} in all`;
    return `${work}; ${Format.count(failed, "failed attempt")}.${crashes}`;
  }

  /** @param {Palette} colours @param {number} width */
  option(colours, width) {
    const names = this.workers.map(x => x.w.id);
    const room = width < 600 ? 10 : 26;
    return {
      animation: false,
      grid: { left: 8, right: 24, top: 44, bottom: 8, containLabel: true },
      xAxis: ChartBox.axis(colours, { type: "time", min: this.start(), axisLabel: { formatter: TimeAxis.label } }),
      yAxis: ChartBox.axis(colours, {
        type: "category",
        inverse: true,
        data: names.map((_, i) => String(i)),
        splitLine: { show: false },
        axisLine: { show: false },
        axisLabel: {
          interval: 0,
          color: colours.text,
          formatter: (/** @type {string} */ i) => ChartBox.text(names[Number(i)], room),
        },
      }),
      dataZoom: [
        {
          type: "slider",
          top: 6,
          height: 20,
          filterMode: "weakFilter",
          showDetail: false,
          brushSelect: false,
          borderColor: colours.line,
          fillerColor: colours.isDark ? "rgba(86,180,233,.2)" : "rgba(0,114,178,.12)",
          handleStyle: { color: colours.surface, borderColor: colours.muted },
          moveHandleStyle: { color: colours.muted },
          showDataShadow: false,
        },
      ],
      tooltip: ChartBox.tooltip({ formatter: (/** @type {any} */ item) => TimelineTips.of(this, item.data) }),
      series: [this.lives(colours), this.runs(colours), this.deaths(colours)],
    };
  }

  start() {
    const joined = this.workers.map(x => x.w.started ?? Infinity);
    const marked = this.marks.map(m => m.time);
    return this.bars.reduce((a, b) => Math.min(a, b.from), Math.min(...joined, ...marked));
  }

  /** From when a worker joined until it was last seen. @param {Palette} colours */
  lives(colours) {
    return this.blocks(
      this.workers.flatMap(({ w }, lane) =>
        w.started === null || w.seen === null ? [] : [{ value: [lane, w.started, Math.max(w.seen, w.started)], worker: w }],
      ),
      4,
      () => ({ fill: colours.line }),
    );
  }

  /** @param {Palette} colours */
  runs(colours) {
    const fills = { ran: colours.accent, failed: colours.failed };
    return this.blocks(
      this.bars.map(bar => ({ value: [bar.lane, bar.from, bar.to], bar })),
      14,
      i => ({ fill: this.bars[i].kind === "failed" ? fills.failed : fills.ran }),
    );
  }

  /** @param {{ value: number[] }[]} data @param {number} height @param {(i: number) => object} style */
  blocks(data, height, style) {
    return {
      type: "custom",
      encode: { x: [1, 2], y: 0 },
      data,
      clip: true,
      progressive: 0,
      renderItem: (/** @type {any} */ params, /** @type {any} */ api) => {
        const [x, y] = api.coord([api.value(1), api.value(0)]);
        const [end] = api.coord([api.value(2), api.value(0)]);
        const clip = params.coordSys;
        const left = Math.max(x, clip.x);
        // A bar ends a little early, so that attempts that follow one another can be told apart.
        const gap = end - x > 4 && height > 6 ? 1 : 0;
        const right = Math.min(Math.max(end - gap, x + 1.5), clip.x + clip.width);
        return right <= left
          ? null
          : {
              type: "rect",
              shape: { x: left, y: y - height / 2, width: right - left, height, r: height > 6 ? 2 : 0 },
              style: style(params.dataIndex),
            };
      },
    };
  }

  /** @param {Palette} colours */
  deaths(colours) {
    return {
      type: "scatter",
      z: 6,
      symbolSize: 13,
      data: this.marks.map(m => ({
        value: [m.time, m.lane],
        mark: m,
        symbol: m.isLost ? "path://M3,0L0,3L5,8L0,13L3,16L8,11L13,16L16,13L11,8L16,3L13,0L8,5Z" : "triangle",
        itemStyle: { color: m.isLost ? colours.lost : colours.failed, borderColor: colours.surface, borderWidth: 1 },
      })),
    };
  }
}
