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
        formatter: (/** @type {any} */ v) => ParallelAxis.labelText(p, Number(v), room),
      },
      areaSelectStyle: { width: 22, borderColor: colours.accent, color: colours.accent, opacity: 0.22 },
    });
  },

  /** A value of a parameter, or a tick. @param {Parameter | null} p @param {number} value @param {number} room @returns {string} */
  labelText(p, value, room) {
    if (!p?.isScale || !p.numbers) return p ? ChartBox.text(p.labels[value] ?? "", p.numbers ? 40 : room) : Format.tick(value);
    return p.labels[p.numbers.indexOf(value)] ?? ChartBox.ticks(p.log)(value);
  },

  /**
   * A range with the values at its ends. ECharts computes an end from its place on the screen, and through a logarithm.
   * @param {[number, number]} range
   * @param {boolean} isLog
   * @returns {[number, number]}
   */
  widened([low, high], isLog) {
    const slack = isLog ? [1e-9 * low, 1e-9 * high] : [1e-9 * (high - low), 1e-9 * (high - low)];
    return [low - slack[0], high + slack[1]];
  },

  /** @param {[number, number]} range @param {Parameter | null} parameter @returns {string} */
  rangeText([low, high], parameter) {
    const digits = Format.digits([low, high]) + 2;
    if (!parameter || parameter.isScale) return `${Format.short(low, digits)} to ${Format.short(high, digits)}`;
    return (
      parameter.values
        .filter((_, i) => i >= low && i <= high)
        .map(v => Format.cut(v, 16))
        .slice(0, 4)
        .join(", ") || "none"
    );
  },
};
