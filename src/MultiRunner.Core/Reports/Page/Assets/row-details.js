// @ts-check
"use strict";

/** What a row of the table opens to: arguments, each repeat, curves, failed attempts, texts and files. */
class RowDetails {
  /** A text of more characters gets a place of its own that can be scrolled. */
  static long = 600;
  static mostCharts = 6;
  static mostLines = 50;

  /** @param {SweepModel} model @param {Configuration} c */
  constructor(model, c) {
    this.model = model;
    this.c = c;
    /** @type {ChartBox[]} */
    this.charts = [];
    this.element = Dom.make("div", { class: "opened" });
    this.add("Arguments", this.arguments());
    this.add(model.hasRepeats ? "Repeats" : "Result", this.repeats());
    this.add("Texts", this.texts());
    this.add("Files", this.files());
    this.add("Skipped", this.skips());
    this.add("Failed attempts", this.attempts());
    const curves = this.curves();
    for (const [name, rows] of curves.slice(0, RowDetails.mostCharts)) this.addCurve(name, rows);
    this.addLeftOut(curves.slice(RowDetails.mostCharts).map(([name]) => Format.cut(name)));
  }

  remove() {
    for (const chart of this.charts) chart.remove();
  }

  /** @param {string} heading @param {Node | null} content */
  add(heading, content) {
    if (content) this.element.append(Dom.make("section", {}, Dom.make("h3", {}, heading), content));
  }

  /** @param {[string, string][]} pairs @returns {HTMLElement | null} */
  pairs(pairs) {
    if (pairs.length === 0) return null;
    return Dom.make(
      "dl",
      { class: "pairs" },
      ...pairs.flatMap(([name, value]) => [
        Dom.make("dt", {}, Format.cut(name, 200)),
        Dom.make("dd", {}, value.length > RowDetails.long ? Dom.pre(value) : value),
      ]),
    );
  }

  arguments() {
    const { model, c } = this;
    return this.pairs(
      model.factors.map(p => /** @type {[string, string]} */ ([p.name, model.valueAt(p, c) < 0 ? "–" : model.valueText(p, c)])),
    );
  }

  repeats() {
    const { model, c } = this;
    const { points, data } = model;
    const repeats = model.parameters.filter(p => p.repeat);
    const names = [
      "point",
      ...repeats.map(p => p.name),
      "state",
      ...model.metrics.map(m => m.name),
      "took",
      "started (UTC)",
      "worker",
      "attempt",
      "build",
    ];
    const numbers = new Set([
      0,
      ...repeats.map((_, i) => i + 1),
      ...model.metrics.map((_, i) => repeats.length + 2 + i),
      names.length - 5,
      names.length - 2,
    ]);
    const cells = c.rows.map(row => [
      String(points.index[row]),
      ...repeats.map(p => p.values[p.column[row]] ?? ""),
      model.stateOf(row),
      ...model.metrics.map(m => Format.number(m.rows[row])),
      Format.seconds(points.seconds[row]),
      Format.time(points.started[row]),
      model.workers[points.worker[row]]?.id ?? "",
      Format.number(points.attempt[row]),
      data.builds[points.build[row]] ?? "",
    ]);
    const kind = (/** @type {number} */ i) => ({ class: numbers.has(i) ? "number" : "" });
    return Dom.make(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": "Points of this row" },
      Dom.make(
        "table",
        {},
        Dom.make(
          "thead",
          {},
          Dom.make("tr", {}, ...names.map((n, i) => Dom.make("th", { scope: "col", ...kind(i) }, Format.cut(n, 40)))),
        ),
        Dom.make(
          "tbody",
          {},
          ...cells.map(row => Dom.make("tr", {}, ...row.map((text, i) => Dom.make("td", kind(i), Format.cut(text, 60))))),
        ),
      ),
    );
  }

  /** "point 7: " where there are several points. @param {number} row @returns {string} */
  pointName(row) {
    return this.c.rows.length > 1 ? `point ${this.model.points.index[row]}: ` : "";
  }

  texts() {
    return this.pairs(
      this.c.rows.flatMap(row =>
        Object.entries(this.model.data.details?.[row] ?? {}).map(
          ([name, text]) => /** @type {[string, string]} */ ([this.pointName(row) + name, text]),
        ),
      ),
    );
  }

  files() {
    const links = this.c.rows.flatMap(row => (this.model.data.artifacts?.[row] ?? []).map(path => this.link(path)));
    const more = this.c.rows.reduce((sum, row) => sum + (this.model.data.moreArtifacts?.[row] ?? 0), 0);
    if (more > 0) links.push(document.createTextNode(`and ${Format.grouped(more)} more`));
    return links.length === 0 ? null : Dom.make("ul", { class: "files" }, ...links.map(l => Dom.make("li", {}, l)));
  }

  /** A link to a file below the sweep directory, and the mere text of anything else. @param {string} path @returns {Node} */
  link(path) {
    const parts = path.split("/");
    const isBelow = parts.every(p => p !== "" && p !== "." && p !== ".." && !p.includes("\\"));
    if (!isBelow) return document.createTextNode(Format.line(path));
    // "./" is in front so that a first part such as "javascript:" is never read as a scheme.
    const root = /^(\.\.\/)+$/.test(this.model.data.root) ? this.model.data.root : "./";
    return Dom.make("a", { href: root + parts.map(encodeURIComponent).join("/"), rel: "noopener" }, Format.line(path));
  }

  skips() {
    const skips = this.c.rows.flatMap(row =>
      (this.model.skipsOf.get(row) ?? []).map(s => `${this.pointName(row)}on ${s.host}: ${this.model.texts[s.reason] ?? ""}`),
    );
    return skips.length === 0 ? null : Dom.make("ul", {}, ...skips.map(s => Dom.make("li", {}, Format.line(s))));
  }

  attempts() {
    const attempts = this.c.rows.flatMap(row => this.model.attemptsOf.get(row) ?? []);
    return attempts.length === 0 ? null : Dom.make("div", {}, ...attempts.map(a => this.attempt(a)));
  }

  /** @param {AttemptData} a */
  attempt(a) {
    const { texts } = this.model;
    const when = a.started === null ? "" : `, ${Format.time(a.started)} UTC, after ${Format.seconds(a.seconds)}`;
    const trace = a.trace >= 0 ? texts[a.trace] : undefined;
    return Dom.make(
      "div",
      { class: "attempt" },
      Dom.make(
        "p",
        {},
        Dom.make("strong", {}, a.kind === "crash" ? "Crash" : Format.line(a.type)),
        ` ${this.pointName(a.row)}on ${Format.line(a.worker)}${when}`,
      ),
      Dom.pre(texts[a.message] ?? "", "message"),
      trace ? Dom.make("details", {}, Dom.make("summary", {}, "Stack trace"), Dom.pre(trace)) : null,
      Dom.make("p", { class: "note" }, "Record: ", this.link(a.file)),
    );
  }

  /** The curves of these points by name. @returns {[string, number[]][]} */
  curves() {
    return Object.entries(this.model.data.curves ?? {})
      .map(([name, curves]) => /** @type {[string, number[]]} */ ([name, this.c.rows.filter(row => Object.hasOwn(curves, row))]))
      .filter(([, rows]) => rows.length > 0);
  }

  /** Says which curves have no chart. @param {string[]} names */
  addLeftOut(names) {
    if (names.length === 0) return;
    const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
    const text = `The ${names.length === 1 ? "curve" : "curves"} of ${list} ${names.length === 1 ? "is" : "are"} not drawn.`;
    this.element.append(Dom.make("p", { class: "note" }, text));
  }

  /** @param {string} name @param {number[]} rows */
  addCurve(name, rows) {
    const parent = Dom.make("section", { class: "curve" }, Dom.make("h3", {}, `Curve of ${Format.cut(name, 60)}`));
    this.element.append(parent);
    const curves = this.model.data.curves?.[name] ?? {};
    this.charts.push(
      new ChartBox({
        parent,
        height: 220,
        label: () => `Curve of ${name} of ${Format.count(Math.min(rows.length, RowDetails.mostLines), "point")}.`,
        option: colours => ({
          animation: false,
          grid: { left: 8, right: 16, top: 24, bottom: 36, containLabel: true },
          xAxis: ChartBox.numbers(colours, "step", false, { scale: false, max: "dataMax", splitLine: { show: false } }),
          yAxis: ChartBox.numbers(colours, "", true),
          tooltip: ChartBox.tooltip({
            formatter: (/** @type {any} */ item) =>
              Dom.tip(`Point ${this.model.points.index[rows[item.seriesIndex]]}`, [
                ["step", Format.number(item.value[0])],
                [name, Format.number(item.value[1])],
              ]),
          }),
          series: rows.slice(0, RowDetails.mostLines).map((row, i) => {
            const [steps, values] = curves[String(row)];
            return {
              type: "line",
              symbolSize: steps.length < 30 ? 5 : 3,
              showSymbol: true,
              lineStyle: { width: 1.6, color: colours.series[i % 5] },
              itemStyle: { color: colours.series[i % 5] },
              data: steps.map((s, k) => [s, typeof values[k] === "number" ? values[k] : "-"]),
            };
          }),
        }),
      }),
    );
    const note = `Of ${Format.grouped(rows.length)} curves the first ${RowDetails.mostLines} are drawn.`;
    if (rows.length > RowDetails.mostLines) parent.append(Dom.make("p", { class: "note" }, note));
  }
}
