// @ts-check
"use strict";

/**
 * A chart that is made when it comes into view, and drawn anew when what it shows, its width or the colours change.
 * @typedef {object} ChartSpec
 * @property {Node} parent
 * @property {number} [height]
 * @property {() => number} [fit] The height where it depends on what is shown.
 * @property {() => string} label What it shows, for those who cannot see it.
 * @property {(colours: Palette, width: number) => object} option
 * @property {() => boolean} [isLarge] Whether there is so much to draw that a bitmap is better than SVG.
 * @property {(chart: any) => void} [made]
 * @property {(chart: any) => void} [drawn]
 */
class ChartBox {
  /** @type {Set<ChartBox>} */
  static all = new Set();

  /** @type {any} */
  static library = Reflect.get(globalThis, "echarts");

  static watcher = new IntersectionObserver(
    entries => {
      for (const box of ChartBox.all) for (const entry of entries) if (entry.target === box.host) box.show(entry.isIntersecting);
    },
    { rootMargin: "300px" },
  );

  static sizes = new ResizeObserver(entries => {
    for (const box of ChartBox.all) if (entries.some(e => e.target === box.host)) box.fitWidth();
  });

  /** @param {ChartSpec} spec */
  constructor(spec) {
    this.spec = spec;
    this.host = Dom.make("div", { class: "chart", role: "img", "aria-label": "A chart that is drawn when it comes into view" });
    this.host.style.height = `${spec.fit ? spec.fit() : (spec.height ?? 320)}px`;
    spec.parent.appendChild(this.host);
    /** @type {any} */
    this.chart = null;
    this.renderer = "svg";
    this.width = 0;
    this.height = 0;
    this.isVisible = false;
    this.isStale = true;
    ChartBox.all.add(this);
    ChartBox.watcher.observe(this.host);
    ChartBox.sizes.observe(this.host);
  }

  /** Draws it anew, or notes that it must be when it comes into view. */
  update() {
    this.isStale = true;
    if (this.isVisible) this.draw();
  }

  /** Lets go of a chart that is no longer in the page. */
  remove() {
    ChartBox.all.delete(this);
    ChartBox.watcher.unobserve(this.host);
    ChartBox.sizes.unobserve(this.host);
    this.chart?.dispose();
    this.chart = null;
    this.host.remove();
  }

  /** @param {boolean} isVisible */
  show(isVisible) {
    this.isVisible = isVisible;
    if (isVisible && this.isStale) this.draw();
  }

  /** @param {number} [width] The width to draw at; by default that of the page. */
  draw(width) {
    const wide = width ?? this.host.clientWidth;
    if (wide === 0) return;
    this.isStale = false;
    /** @type {"svg" | "canvas"} */
    const renderer = this.spec.isLarge?.() ? "canvas" : "svg";
    if (this.chart && this.renderer !== renderer) {
      this.chart.dispose();
      this.chart = null;
    }
    const height = this.spec.fit ? this.spec.fit() : (this.spec.height ?? 320);
    this.host.style.height = `${height}px`;
    if (!this.chart) {
      this.renderer = renderer;
      this.chart = ChartBox.library.init(this.host, null, { renderer, width: wide, height });
      this.spec.made?.(this.chart);
    } else if (wide !== this.width || height !== this.height) {
      this.chart.resize({ width: wide, height });
    }
    this.width = wide;
    this.height = height;
    this.chart.setOption({ ...ChartBox.common(), ...this.spec.option(Theme.palette, wide) }, { notMerge: true });
    this.spec.drawn?.(this.chart);
    this.host.setAttribute("aria-label", this.spec.label());
  }

  fitWidth() {
    if (this.chart && !Theme.isPrinting && Math.abs(this.host.clientWidth - this.width) > 1) this.update();
  }

  /** What all charts have in common. */
  static common() {
    const colours = Theme.palette;
    return {
      backgroundColor: "transparent",
      useUTC: true,
      animation: !Theme.stillness.matches && !Theme.isPrinting,
      animationDuration: 250,
      animationThreshold: 600,
      animationDurationUpdate: 150,
      textStyle: { fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif", color: colours.text },
      tooltip: ChartBox.tooltip(),
    };
  }

  /** @param {object} [more] */
  static tooltip(more = {}) {
    const colours = Theme.palette;
    return {
      trigger: "item",
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: colours.text, fontSize: 13 },
      transitionDuration: 0,
      ...more,
    };
  }

  /**
   * A text for ECharts. It keeps widths of texts in an object, so that the name of a property of every object, such as __proto__, breaks
   * it. A joiner of no width in front makes it another text.
   * @param {string} text
   * @param {number} [longest]
   */
  static text(text, longest = 40) {
    const shown = Format.cut(text, longest);
    return shown in {} ? `\u2060${shown}` : shown;
  }

  /**
   * An axis in the colours of the page.
   * @param {Palette} colours
   * @param {any} more
   */
  static axis(colours, more) {
    const { axisLabel, axisLine, splitLine, ...rest } = more;
    return {
      nameTextStyle: { color: colours.muted, fontSize: 12 },
      axisLine: { show: true, lineStyle: { color: colours.line }, ...axisLine },
      axisTick: { show: false },
      axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true, ...axisLabel },
      splitLine: { lineStyle: { color: colours.line, opacity: 0.6 }, ...splitLine },
      ...rest,
    };
  }

  /**
   * An axis for the numbers of something, with its name.
   * @param {Palette} colours
   * @param {string} name
   * @param {boolean} isVertical
   * @param {any} [more]
   */
  static numbers(colours, name, isVertical, more = {}) {
    return ChartBox.axis(colours, {
      type: "value",
      scale: true,
      name: ChartBox.text(name),
      nameLocation: isVertical ? "end" : "middle",
      nameGap: isVertical ? 14 : 28,
      ...(isVertical ? { nameTextStyle: { color: colours.muted, fontSize: 12, align: "left" } } : {}),
      ...more,
      axisLabel: { formatter: ChartBox.ticks(more.type === "log"), ...more.axisLabel },
    });
  }

  /**
   * How the ticks of an axis are written. A logarithmic one may end at any number.
   * @param {boolean} isLog
   * @returns {(value: number) => string}
   */
  static ticks(isLog) {
    return value => (isLog ? Format.short(value) : Format.tick(value));
  }

  /** Every chart anew, as when the colours changed. */
  static redraw() {
    for (const box of ChartBox.all) box.update();
  }
}
