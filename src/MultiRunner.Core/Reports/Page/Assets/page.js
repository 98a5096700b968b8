// @ts-check
"use strict";

/** Puts the parts of the page together. */
const Page = {
  start() {
    const model = SweepModel.read();
    if (!model || !ChartBox.library) return;
    document.documentElement.classList.add("scripted");
    Dom.explore().hidden = false;
    new SummaryTiles(model);
    const selection = new SharedSelection(model);
    const table = new ResultsTable(model, selection);
    if (ParallelChart.isFor(model)) new ParallelChart(model, selection);
    if (ImportanceChart.shares(model).length > 0) new ImportanceChart(model);
    if (ValuesCharts.isFor(model)) new ValuesCharts(model);
    if (HeatMap.isFor(model)) new HeatMap(model);
    if (ScatterChart.isFor(model)) new ScatterChart(model, selection, c => table.open(c));
    if (CurvesChart.names(model).length > 0) new CurvesChart(model, selection);
    if (model.objective) new ProgressChart(model, model.objective);
    new Timeline(model);
    new FailuresList(model, selection, () => table.section.scrollIntoView({ behavior: Theme.stillness.matches ? "auto" : "smooth" }));
    for (const section of document.querySelectorAll("#explore > section:empty")) section.setAttribute("hidden", "");
    Page.foldStatic();
    for (const pre of document.querySelectorAll("main pre")) pre.setAttribute("tabindex", "0");
    Page.addContents();
    Page.watch();
  },

  /** The plain tables are folded away, since charts and the table of the page say the same and more. */
  foldStatic() {
    const kept = new Set(["summary", "warnings", "explore", "about"]);
    const plain = Dom.make("section", { id: "plain" }, Dom.make("h2", {}, "The report in words and tables"));
    const about = document.getElementById("about");
    about?.before(plain);
    for (const section of document.querySelectorAll("main > section:not(#plain)"))
      if (!kept.has(section.id)) plain.append(Page.folded(section));
    plain.hidden = plain.childElementCount === 1;
  },

  /** @param {Element} section @returns {Node} */
  folded(section) {
    const heading = section.querySelector("h2");
    if (heading) {
      section.prepend(Dom.make("details", { class: "plain" }, Dom.make("summary", {}, heading.textContent ?? "")));
      heading.remove();
      section.firstElementChild?.append(...[...section.childNodes].slice(1));
    }
    return section;
  },

  /** What the links to the sections say. @type {Record<string, string>} */
  names: {
    parallel: "Parameters",
    importance: "Importance",
    values: "Values",
    heat: "Pairs",
    scatter: "Trade-offs",
    curves: "Curves",
    progress: "Progress",
    timeline: "Workers",
    table: "Table",
    failures: "Failures",
  },

  /** Links to the sections, as there are many. */
  addContents() {
    const links = [...document.querySelectorAll("#explore > section:not([hidden])")].map(s =>
      Dom.make("li", {}, Dom.make("a", { href: `#${s.id}` }, Page.names[s.id] ?? s.id)),
    );
    document
      .getElementById("explore")
      ?.before(Dom.make("nav", { class: "contents", "aria-label": "Sections" }, Dom.make("ul", {}, ...links)));
  },

  watch() {
    Theme.dark.addEventListener("change", ChartBox.redraw);
    Paper.watch();
  },
};

// The files of the script are joined by name, so the others may come after this one.
document.addEventListener("DOMContentLoaded", Page.start);
