// @ts-check
"use strict";

/** Which parameter matters: its share of the variance, and what no parameter explains. */
class ImportanceChart {
  static most = 12;

  /** @param {SweepModel} model */
  constructor(model) {
    const shares = ImportanceChart.shares(model).sort((a, b) => b.share - a.share);
    const rest = (model.data.rest ?? []).map(r => ({ name: r.name, share: r.share, isRest: true }));
    const shown = [...shares.slice(0, ImportanceChart.most), ...rest];
    const section = Dom.section("importance", "Which parameter matters");
    section.append(
      Dom.make(
        "p",
        { class: "hint" },
        `The share of the variance of ${model.objective?.name ?? "the objective"} that each parameter explains. ` +
          "“a x b” is what two do together beyond what each does alone.",
      ),
    );
    new ChartBox({
      parent: section,
      height: 24 + shown.length * 32,
      label: () => shown.map(s => `${s.name} ${ImportanceChart.percent(s.share)}`).join(", "),
      option: (colours, width) => ImportanceChart.option(shown, colours, width),
    });
    if (shares.length > ImportanceChart.most)
      section.append(
        Dom.make("p", { class: "note" }, `${Format.count(shares.length - ImportanceChart.most, "smaller share")} in report.json.`),
      );
  }

  /** What parameters explain; those that change together have one share. @param {SweepModel} model */
  static shares(model) {
    const alone = (model.data.shares ?? []).map(s => ({ name: s.terms.join(" x "), share: s.share, isRest: false }));
    return [...alone, ...(model.data.aliased ?? []).map(s => ({ name: s.terms.join(", "), share: s.share, isRest: false }))];
  }

  /** @param {number} share @returns {string} */
  static percent(share) {
    return `${(100 * share).toFixed(1)} %`;
  }

  /** @param {{ name: string, share: number, isRest: boolean }[]} shown @param {Palette} colours @param {number} width */
  static option(shown, colours, width) {
    const room = width < 500 ? 20 : 40;
    return {
      grid: { left: 8, right: 64, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: "value", show: false, min: 0, max: Math.max(...shown.map(s => s.share), 0.01) },
      yAxis: ChartBox.axis(colours, {
        type: "category",
        inverse: true,
        data: shown.map((_, i) => String(i)),
        axisLine: { show: false },
        axisLabel: {
          color: colours.text,
          fontSize: 13,
          interval: 0,
          formatter: (/** @type {string} */ i) => ChartBox.text(shown[Number(i)].name, room),
        },
      }),
      tooltip: { show: false },
      series: [
        {
          type: "bar",
          barMaxWidth: 18,
          silent: true,
          data: shown.map(s => ({
            value: Math.max(0, s.share),
            itemStyle: { color: s.isRest ? colours.faint : colours.accent, borderRadius: [0, 3, 3, 0] },
            label: {
              show: true,
              position: "right",
              color: colours.text,
              formatter: () => ImportanceChart.percent(s.share),
            },
          })),
        },
      ],
    };
  }
}
