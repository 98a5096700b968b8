// @ts-check
"use strict";

/** What is around the table: the choice of columns, the meaning of its marks, and its pages. */
const TableTools = {
  sizes: [25, 50, 100, 250],

  /** Which columns are shown. @param {ResultsTable} table */
  columns(table) {
    const list = Dom.make(
      "div",
      { class: "menu" },
      ...table.columns.map(c =>
        Dom.tick(c.name, table.visible.has(c), on => {
          if (on) table.visible.add(c);
          else table.visible.delete(c);
          table.draw();
        }),
      ),
    );
    const menu = Dom.make(
      "details",
      {
        class: "columns",
        onkeydown: (/** @type {KeyboardEvent} */ e) => {
          if (e.key === "Escape") menu.open = false;
        },
      },
      Dom.make("summary", {}, "Columns"),
      list,
    );
    document.addEventListener("click", e => {
      if (e.target instanceof Node && !menu.contains(e.target)) menu.open = false;
    });
    return menu;
  },

  /** What the marks in the table mean. @param {SweepModel} model */
  marks(model) {
    const all = model.configurations;
    const notes = [];
    if (model.hasRepeats && all.some(c => c.low !== null)) notes.push("± is half of the 95 % interval of the mean.");
    if (all.some(c => c.tied)) notes.push("= shares its rank with others.");
    if (all.some(c => c.near)) notes.push("~ cannot be told from the best at 95 %.");
    return notes.length === 0 ? [] : [Dom.make("p", { class: "note" }, notes.join(" "))];
  },

  /** @param {ResultsTable} table */
  drawPager(table) {
    const pages = Math.max(1, Math.ceil(table.ordered.length / table.size));
    const go = (/** @type {number} */ page) => {
      table.page = Math.min(Math.max(page, 0), pages - 1);
      table.draw();
    };
    const step = (/** @type {string} */ text, /** @type {string} */ label, /** @type {number} */ page, /** @type {boolean} */ can) => {
      const button = Dom.button(text, () => go(page), { "aria-label": label });
      button.disabled = !can;
      return button;
    };
    const from = table.ordered.length === 0 ? 0 : table.page * table.size + 1;
    const to = Math.min(table.ordered.length, from + table.size - 1);
    const sizes = TableTools.sizes;
    const hasMore = table.ordered.length > sizes[0];
    Dom.fill(
      table.pager,
      ...(pages > 1 ? [step("«", "First page", 0, table.page > 0), step("‹", "Page before", table.page - 1, table.page > 0)] : []),
      Dom.make("span", {}, `${Format.grouped(from)} to ${Format.grouped(to)} of ${Format.grouped(table.ordered.length)}`),
      ...(pages > 1
        ? [step("›", "Next page", table.page + 1, table.page < pages - 1), step("»", "Last page", pages - 1, table.page < pages - 1)]
        : []),
      ...(hasMore
        ? [
            Dom.choice("Rows", sizes.map(String), sizes.indexOf(table.size), i => {
              table.size = sizes[i];
              go(0);
            }),
          ]
        : []),
    );
  },
};
