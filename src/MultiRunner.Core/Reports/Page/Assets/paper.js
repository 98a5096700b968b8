// @ts-check
"use strict";

/** What changes when the page is printed: charts are light and as wide as the paper, and what is folded is open. */
const Paper = {
  /** The width of a sheet of A4 within its margins. */
  width: 680,

  /** What a table has less of on paper: its letters and gaps are smaller. */
  tableShrink: 0.8,

  /** What was folded before. @type {Element[]} */
  closed: [],

  watch() {
    addEventListener("beforeprint", Paper.begin);
    addEventListener("afterprint", Paper.end);
    Theme.paper.addEventListener("change", e => (e.matches ? Paper.begin() : Paper.end()));
  },

  begin() {
    if (Theme.isPrinting) return;
    Theme.isPrinting = true;
    Paper.closed = [...document.querySelectorAll("details:not([open])")].filter(d => !d.closest("#about, .columns"));
    for (const details of Paper.closed) details.setAttribute("open", "");
    for (const table of document.querySelectorAll("table"))
      table.style.setProperty("--print-zoom", String(Math.min(1, Paper.width / (table.scrollWidth * Paper.tableShrink))));
    for (const box of ChartBox.all)
      if (box.host.closest("[hidden]") === null)
        box.draw(box.host.closest(".grid .cell:not(.wide), .opened") ? Paper.width / 2 - 10 : Paper.width);
  },

  end() {
    if (!Theme.isPrinting) return;
    Theme.isPrinting = false;
    for (const details of Paper.closed) details.removeAttribute("open");
    Paper.closed = [];
    ChartBox.redraw();
  },
};
