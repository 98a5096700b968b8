// @ts-check
"use strict";

/** @typedef {{ title: string, kind: string, rows: Set<number>, points: Set<number>, count: number, example: AttemptData | null }} Group */

/** Failed attempts by their message, the most frequent first. A press on a group shows its points in the table. */
class FailuresList {
  static mostAtFirst = 20;

  /** @param {SweepModel} model @param {SharedSelection} selection @param {() => void} showTable */
  constructor(model, selection, showTable) {
    this.model = model;
    this.selection = selection;
    this.showTable = showTable;
    const groups = [...this.failures(), ...this.skipped()];
    if (groups.length === 0) return;
    const section = Dom.section("failures", "What went wrong");
    section.append(Dom.make("p", { class: "hint" }, this.sentence(groups)));
    const list = Dom.make("ul", { class: "groups" }, ...groups.slice(0, FailuresList.mostAtFirst).map(g => this.item(g)));
    section.append(list);
    const more = groups.slice(FailuresList.mostAtFirst, 500);
    if (more.length > 0) {
      const button = Dom.button(`Show ${Format.count(more.length, "more group")}`, () => {
        list.append(...more.map(g => this.item(g)));
        button.remove();
      });
      section.append(button);
    }
  }

  /** @param {Group[]} groups */
  sentence(groups) {
    const { attempts } = this.model;
    const { failed, attempts: all } = this.model.data.counts;
    const known = attempts.length < all ? `${Format.grouped(attempts.length)} of ${Format.count(all, "failed attempt")}` : "";
    const different = groups.filter(g => g.kind !== "skipped").length;
    return attempts.length === 0
      ? "No attempt failed. Points that skipped themselves, by their reason:"
      : `${known || Format.count(all, "failed attempt")} with ${Format.count(different, "different message")}; ` +
          `${Format.count(failed, "point")} failed for good.`;
  }

  /** @returns {Group[]} */
  failures() {
    const { attempts, texts } = this.model;
    return this.grouped(
      attempts.map(a => ({
        row: a.row,
        point: a.point,
        key: `${a.kind}\n${a.type}\n${a.message}`,
        title: texts[a.message] ?? "",
        kind: a.kind === "crash" ? "Crash" : a.type,
        example: a,
      })),
    );
  }

  /** @returns {Group[]} */
  skipped() {
    const { skips, texts } = this.model;
    return this.grouped(
      skips.map(s => ({
        row: s.row,
        point: s.point,
        key: String(s.reason),
        title: texts[s.reason] ?? "",
        kind: "skipped",
        example: null,
      })),
    );
  }

  /**
   * @param {{ row: number, point: number, key: string, title: string, kind: string, example: AttemptData | null }[]} items
   * @returns {Group[]}
   */
  grouped(items) {
    /** @type {Map<string, Group>} */
    const groups = new Map();
    for (const { row, point, key, title, kind, example } of items) {
      const group = groups.get(key) ?? { title, kind, rows: new Set(), points: new Set(), count: 0, example };
      // A point that the page does not have has no row.
      if (row >= 0) group.rows.add(row);
      group.points.add(point);
      group.count++;
      groups.set(key, group);
    }
    return [...groups.values()].sort((a, b) => b.count - a.count);
  }

  /** @param {Group} group */
  item(group) {
    const { model } = this;
    const points = [...group.points].sort((a, b) => a - b);
    const none = points.length === 1 ? " It is not in the table." : " None of them is in the table.";
    const away = group.rows.size === 0 ? none : "";
    const named = points.slice(0, 10).join(", ") + (points.length > 10 ? ` and ${Format.grouped(points.length - 10)} more` : "");
    const trace = group.example && group.example.trace >= 0 ? model.texts[group.example.trace] : undefined;
    const button = Dom.button(
      "Show in the table",
      () => {
        const positions = new Set([...group.rows].map(row => model.configurationOf[row]));
        this.selection.set("failure", {
          label: Format.cut(`${group.kind}: ${group.title}`, 50),
          test: c => positions.has(c.position),
        });
        this.showTable();
      },
      { "aria-label": `Show in the table: ${Format.cut(group.title, 80)}` },
    );
    return Dom.make(
      "li",
      {},
      Dom.make(
        "p",
        {},
        Dom.make("span", { class: "times" }, `${Format.grouped(group.count)} ×`),
        " ",
        Dom.make("strong", {}, Format.cut(group.kind, 120)),
        group.rows.size > 0 ? button : null,
      ),
      Dom.pre(group.title, "message"),
      Dom.make("p", { class: "note" }, `Point${points.length === 1 ? "" : "s"} ${named}.${away}`),
      trace ? Dom.make("details", {}, Dom.make("summary", {}, "Stack trace of the first"), Dom.pre(trace)) : null,
    );
  }
}
