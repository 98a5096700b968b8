// @ts-check
"use strict";

/**
 * How an axis of the parallel coordinates looks. Texts are categories, and so are numbers where one of them is infinite or NaN. Numbers
 * that span decades are logarithmic.
 */
const ParallelAxis = {
  /**
   * @param {Palette} colours
   * @param {{ name: string, parameter: Parameter | null }} a
   * @param {number} i Its place among the axes.
   * @param {number} room How many characters there is room for.
   * @param {boolean} isNarrow
   * @param {boolean} realtime Whether lines follow while somebody drags.
   */
  option(colours, a, i, room, isNarrow, realtime) {
    const p = a.parameter;
    const isCategory = p !== null && !p.isScale;
    const few = p?.isScale && p.numbers !== undefined && p.numbers.length <= 12;
    return ChartBox.axis(colours, {
      id: `axis${i}`,
      dim: i,
      name: ChartBox.text(a.name, room),
      realtime,
      type: isCategory ? "category" : p?.log ? "log" : "value",
      scale: true,
      ...(isCategory ? { data: p.values.map((_, v) => String(v)) } : {}),
      ...(p?.numbers && p.isScale && (p.log || few) ? { min: Math.min(...p.numbers), max: Math.max(...p.numbers) } : {}),
      nameLocation: isNarrow ? "start" : "end",
      nameGap: isNarrow ? 0 : 18,
      nameTextStyle: {
        color: p ? colours.text : colours.accent,
        fontWeight: 600,
        fontSize: 12,
        ...(isNarrow ? { align: "left", verticalAlign: "bottom", padding: [0, 0, 8, 0] } : {}),
      },
      axisLine: { lineStyle: { color: colours.muted, width: 1 } },
      z: 6,
      axisLabel: {
        ...(few ? { customValues: p?.numbers } : {}),
        color: colours.text,
        textBorderColor: colours.surface,
        textBorderWidth: 3,
        formatter: (/** @type {any} */ v) => (isCategory ? ParallelAxis.valueText(p, Number(v), room) : Format.short(Number(v))),
      },
      areaSelectStyle: { width: 22, borderColor: colours.accent, color: colours.accent, opacity: 0.22 },
    });
  },

  /** A value of an axis of categories. @param {Parameter} p @param {number} at @param {number} room @returns {string} */
  valueText(p, at, room) {
    return p.numbers && at in p.numbers ? Format.short(p.numbers[at]) : ChartBox.text(p.values[at] ?? "", room);
  },
};
