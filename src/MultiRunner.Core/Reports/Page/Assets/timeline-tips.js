// @ts-check
"use strict";

/** What the timeline says where the pointer is: on an attempt, on a mark, or where a worker waits. */
const TimelineTips = {
  /** @param {Timeline} timeline @param {any} data */
  of(timeline, data) {
    if (data.mark) return TimelineTips.mark(timeline, data.mark);
    if (data.worker) return TimelineTips.worker(data.worker);
    const bar = /** @type {Bar} */ (data.bar);
    const { attempt } = bar;
    const pairs = /** @type {[string, string][]} */ ([
      ["state", attempt ? `failed attempt: ${attempt.type}` : timeline.model.stateOf(bar.row)],
      ["message", attempt ? (timeline.model.texts[attempt.message] ?? "") : ""],
      ["worker", timeline.workers[bar.lane].w.id],
      ["started", `${Format.time(bar.from)} UTC`],
      ["took", Format.seconds((bar.to - bar.from) / 1000)],
    ]);
    // A point that the page does not have has no arguments on it, either.
    if (attempt && bar.row < 0) return Dom.tip(`Point ${attempt.point}`, pairs);
    return Tips.point(timeline.model, bar.row, pairs);
  },

  /** @param {Timeline} timeline @param {{ lane: number, crashes: AttemptData[], isLost: boolean }} mark */
  mark(timeline, mark) {
    const { w } = timeline.workers[mark.lane];
    const points = mark.crashes.map(a => a.point);
    return Dom.tip(mark.isLost ? `${w.id} died` : `Crash of ${w.id}`, [
      ["host", w.host],
      ["last seen", `${Format.time(w.seen)} UTC`],
      ["crashed at", points.length > 0 ? `point ${points.slice(0, 10).join(", ")}` : ""],
      ["message", mark.crashes.length > 0 ? (timeline.model.texts[mark.crashes[0].message] ?? "") : ""],
    ]);
  },

  /** @param {SweepWorker} w */
  worker(w) {
    return Dom.tip(w.id, [
      ["host", w.host],
      ["state", w.state],
      ["finished", Format.number(w.finished)],
      ["errors", Format.number(w.errors)],
      ["busy", Format.seconds(w.busy)],
      ["joined", `${Format.time(w.started)} UTC`],
      ["last seen", `${Format.time(w.seen)} UTC`],
      ["reason", w.reason],
    ]);
  },
};
