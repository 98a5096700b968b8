// @ts-check
"use strict";

/** All configurations: sorted by any column, filtered with everything else, a page at a time. A row opens to what is known of it. */
class ResultsTable {
  /** @param {SweepModel} model @param {SharedSelection} selection */
  constructor(model, selection) {
    this.model = model;
    this.selection = selection;
    this.columns = Columns.of(model);
    this.visible = new Set(this.columns.filter(c => c.shown));
    this.filter = new TextFilter(model, this.columns);
    /** @type {Column | null} Null is the order of the ranking. */
    this.sortedBy = model.objective ? this.columns[0] : null;
    this.sign = 1;
    this.page = 0;
    this.size = 25;
    /** @type {Set<Configuration>} */
    this.opened = new Set();
    /** @type {RowDetails[]} */
    this.details = [];
    this.ordered = selection.chosen;
    this.hasMarks = model.configurations.some(c => c.tied || c.near);
    this.section = Dom.section("table", `${model.part ? "The" : "All"} ${model.hasRepeats ? "configurations" : "points"}`);
    this.search = Dom.make("input", {
      type: "search",
      placeholder: "Filter, for example relu layers>1",
      "aria-label": "Filter the table",
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => this.typed(),
    });
    this.count = Dom.make("p", { class: "count", role: "status", "aria-live": "polite" });
    this.copied = Dom.make("span", { class: "note", role: "status" });
    this.clear = Dom.button("Show all", () => selection.clear());
    this.chips = Dom.make("div", { class: "chips" });
    this.head = Dom.make("thead");
    this.body = Dom.make("tbody");
    this.pager = Dom.make("nav", { class: "pager", "aria-label": "Pages of the table" });
    this.build();
    this.sort();
    selection.listen(() => {
      this.page = 0;
      this.sort();
    });
  }

  build() {
    const copy = Dom.button("Copy as CSV", () => this.copy());
    this.section.append(
      Dom.make(
        "p",
        { class: "hint" },
        "All words must occur. ",
        Dom.make("code", {}, "name=value"),
        ", ",
        Dom.make("code", {}, "name>1"),
        " and the like compare one column. Press on a row to open it.",
        this.model.partSentence,
      ),
      Dom.make("div", { class: "controls" }, this.search, TableTools.columns(this), copy, this.copied),
      Dom.make("div", { class: "found" }, this.count, this.chips, this.clear),
      Dom.make(
        "div",
        { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table of results" },
        Dom.make("table", { class: "results", role: "treegrid", "aria-label": "Results" }, this.head, this.body),
      ),
      this.pager,
      ...TableTools.marks(this.model),
    );
  }

  /** Filters when the typing pauses. */
  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.selection.set("text", this.filter.parse(this.search.value)), 120);
  }

  async copy() {
    const columns = this.columns.filter(c => this.visible.has(c));
    const done = await Csv.copy(Csv.print(columns, this.ordered));
    this.copied.textContent = done
      ? `${Format.count(this.ordered.length, "row")} copied.${this.cutHint()}`
      : "The browser does not allow copying. report.csv has all points.";
  }

  cutHint() {
    return this.model.data.parameters.some(p => p.cut) ? " Long texts of parameters are cut; report.csv has them whole." : "";
  }

  /** @param {Column} column */
  sortBy(column) {
    this.sign = this.sortedBy === column ? -this.sign : 1;
    this.sortedBy = column;
    this.page = 0;
    this.sort();
    this.head.querySelectorAll("button")[this.columns.filter(c => this.visible.has(c)).indexOf(column)]?.focus();
  }

  sort() {
    const { sortedBy, sign } = this;
    if (sortedBy) {
      const keyed = this.selection.chosen.map(c => ({ c, key: sortedBy.key(c) }));
      keyed.sort((a, b) => Columns.compare(a.key, b.key, sign) || a.c.position - b.c.position);
      this.ordered = keyed.map(k => k.c);
    } else {
      this.ordered = this.selection.chosen;
    }
    this.draw();
  }

  draw() {
    for (const shown of this.details) shown.remove();
    this.details = [];
    const columns = this.columns.filter(c => this.visible.has(c));
    this.drawHead(columns);
    const from = this.page * this.size;
    Dom.fill(this.body, ...this.ordered.slice(from, from + this.size).flatMap(c => this.rows(c, columns)));
    this.drawFound();
    TableTools.drawPager(this);
  }

  /** @param {Column[]} columns */
  drawHead(columns) {
    Dom.fill(
      this.head,
      Dom.make(
        "tr",
        {},
        ...columns.map(c => {
          const order = this.sortedBy === c ? (this.sign > 0 ? "ascending" : "descending") : "none";
          return Dom.make(
            "th",
            { scope: "col", class: c.isNumber ? "number" : "", "aria-sort": order },
            Dom.button(Format.cut(c.name, 40), () => this.sortBy(c), {
              class: "sort",
              title: `Sort by ${Format.cut(c.name, 200)}`,
            }),
          );
        }),
      ),
    );
  }

  /** @param {Configuration} c @param {Column[]} columns @returns {HTMLElement[]} */
  rows(c, columns) {
    const isOpen = this.opened.has(c);
    const toggle = () => this.toggle(c);
    const row = Dom.make(
      "tr",
      {
        class: `row${c.rank === 1 && isFiniteNumber(c.mean ?? NaN) ? " best" : ""}${isOpen ? " open" : ""}`,
        tabindex: "0",
        "aria-expanded": String(isOpen),
        "data-position": String(c.position),
        onclick: () => getSelection()?.isCollapsed !== false && toggle(),
        onkeydown: (/** @type {KeyboardEvent} */ e) => this.key(e, toggle),
      },
      ...columns.map(k => this.cell(k, c)),
    );
    if (!isOpen) return [row];
    const details = new RowDetails(this.model, c);
    this.details.push(details);
    return [
      row,
      Dom.make("tr", { class: "details" }, Dom.make("td", { colspan: String(Math.max(columns.length, 1)) }, details.element)),
    ];
  }

  /** @param {Column} column @param {Configuration} c */
  cell(column, c) {
    const text = column.text(c);
    const shown = Format.cut(text, 48);
    const mark = column.mark && this.hasMarks ? Dom.make("span", { class: "mark" }, column.mark(c)) : null;
    return Dom.make(
      "td",
      { class: column.isNumber ? "number" : "", title: shown === text ? false : Format.cut(text, 300) },
      shown,
      mark,
    );
  }

  /** @param {KeyboardEvent} e @param {() => void} toggle */
  key(e, toggle) {
    const row = /** @type {HTMLElement} */ (e.currentTarget);
    if (e.target !== row) return;
    const isOpen = row.getAttribute("aria-expanded") === "true";
    if (e.key === "Enter" || e.key === " " || e.key === (isOpen ? "ArrowLeft" : "ArrowRight")) toggle();
    else if (e.key === "ArrowDown" || e.key === "ArrowUp") this.step(row, e.key === "ArrowDown" ? 1 : -1);
    else return;
    e.preventDefault();
  }

  /** @param {HTMLElement} row @param {number} step */
  step(row, step) {
    const rows = /** @type {HTMLElement[]} */ ([...(this.body.querySelectorAll("tr.row") ?? [])]);
    rows[rows.indexOf(row) + step]?.focus();
  }

  /** @param {Configuration} c */
  toggle(c) {
    if (!this.opened.delete(c)) this.opened.add(c);
    this.draw();
    this.rowOf(c)?.focus({ preventScroll: true });
  }

  /** @param {Configuration} c @returns {HTMLElement | null} */
  rowOf(c) {
    return this.body.querySelector(`tr[data-position="${c.position}"]`) ?? null;
  }

  /** Opens a configuration from elsewhere, and shows it. @param {Configuration} c */
  open(c) {
    if (!this.selection.has(c)) this.selection.clear();
    this.opened.add(c);
    this.page = Math.floor(this.ordered.indexOf(c) / this.size);
    this.draw();
    const row = this.rowOf(c);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center", behavior: Theme.stillness.matches ? "auto" : "smooth" });
  }

  drawFound() {
    const { selection } = this;
    this.count.textContent = selection.sentence;
    this.clear.hidden = selection.isAll;
    if (!selection.filters.has("text") && document.activeElement !== this.search) this.search.value = "";
    Dom.fill(
      this.chips,
      ...[...selection.filters].map(([name, filter]) =>
        Dom.button(`${filter.label} ×`, () => selection.set(name, null), {
          class: "chip",
          "aria-label": `Remove the filter ${filter.label}`,
        }),
      ),
    );
  }
}
