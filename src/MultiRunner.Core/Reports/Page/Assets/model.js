// @ts-check
"use strict";

/** What the page knows of the sweep, ready to be drawn: numbers are numbers, and names stand beside their columns. */
class SweepModel {
  /** @param {SweepData} data */
  constructor(data) {
    this.data = data;
    this.points = SweepModel.cleaned(data.points);
    this.texts = data.texts ?? [];
    /** Which part of the sweep the page has, as words within a sentence; null when it has all of it. @type {string | null} */
    this.part = data.part ?? null;
    /** The same as a sentence that follows another one; empty when the page has all. */
    this.partSentence = data.part ? ` This page has ${data.part}.` : "";
    this.attempts = (data.attempts ?? []).map(a => ({
      ...a,
      started: SweepModel.time(a.started),
      seconds: SweepModel.decoded(a.seconds),
    }));
    this.skips = data.skips ?? [];
    this.workers = this.makeWorkers();
    this.hasRepeats = data.parameters.some(p => p.repeat);
    this.parameters = data.parameters.map((p, i) => SweepModel.parameter(p, data.points.arguments[i]));
    /** The parameters that make up a configuration. */
    this.factors = this.parameters.filter(p => !p.repeat);
    /** Those of them that differ. */
    this.varying = this.factors.filter(p => p.used > 1);
    this.configurations = data.configurations.map(SweepModel.configuration);
    this.configurationOf = SweepModel.owners(this.configurations, data.points.index.length);
    this.measures = this.makeMeasures();
    this.metrics = this.measures.slice(0, data.metrics.length);
    this.durations = this.measures[this.measures.length - 1];
    /** What the configurations are ranked by; null without an objective, or when no result has it. @type {Measure | null} */
    this.objective = data.objective && this.metrics.length > 0 && this.metrics[0].maximize !== null ? this.metrics[0] : null;
    /** @type {Map<number, AttemptData[]>} */
    this.attemptsOf = SweepModel.grouped(this.attempts);
    this.skipsOf = SweepModel.grouped(this.skips);
  }

  /** @returns {SweepModel | null} Null when the page has no data. */
  static read() {
    const text = document.getElementById("sweep-data")?.textContent;
    return text ? new SweepModel(JSON.parse(text)) : null;
  }

  /** @param {Encoded | undefined} value @returns {number | null} */
  static decoded(value) {
    return value === null || value === undefined ? null : Number(value);
  }

  /**
   * A time that a calendar has, or null. A result may say any.
   * @param {Encoded | undefined} value
   * @returns {number | null}
   */
  static time(value) {
    const time = SweepModel.decoded(value);
    return time !== null && Math.abs(time) <= 8e15 ? time : null;
  }

  /** @param {PointsData} points @returns {PointsData} */
  static cleaned(points) {
    return { ...points, started: points.started.map(SweepModel.time), seconds: points.seconds.map(SweepModel.decoded) };
  }

  /**
   * When something ended that began at a time and took so long.
   * @param {number} started
   * @param {number | null} seconds A duration that no calendar has counts for none.
   * @returns {number}
   */
  static end(started, seconds) {
    return seconds !== null && seconds >= 0 && seconds < 1e9 ? started + 1000 * seconds : started;
  }

  /** @param {ParameterData} p @param {number[]} column @returns {Parameter} */
  static parameter(p, column) {
    const { name, repeat, numeric, log, values } = p;
    const numbers = p.numbers?.map(Number);
    const isScale = numbers?.every(Number.isFinite) === true;
    const labels = numbers ? SweepModel.labels(values, numbers) : values;
    return { name, repeat, numeric, log, values, numbers, labels, isScale, column, used: new Set(column).size };
  }

  /**
   * Numbers as charts write them: whole, and long ones with the digits that tell them apart.
   * @param {string[]} values
   * @param {number[]} numbers
   */
  static labels(values, numbers) {
    const digits = Format.digits(numbers);
    return values.map((text, i) => (Number.isFinite(numbers[i]) && text.length <= 10 ? text : Format.short(numbers[i], digits)));
  }

  /** @param {ConfigurationData} c @param {number} position @returns {Configuration} */
  static configuration(c, position) {
    return {
      position,
      rank: c.rank ?? null,
      tied: (c.tied ?? 1) > 1,
      near: c.near === true,
      rows: c.rows,
      count: c.count ?? 0,
      mean: SweepModel.decoded(c.mean),
      sd: SweepModel.decoded(c.sd),
      low: SweepModel.decoded(c.low),
      high: SweepModel.decoded(c.high),
      best: SweepModel.decoded(c.best),
      bestRow: c.bestRow ?? null,
      seconds: SweepModel.decoded(c.seconds),
    };
  }

  /** @param {Configuration[]} configurations @param {number} rows @returns {Int32Array} */
  static owners(configurations, rows) {
    const owners = new Int32Array(rows).fill(-1);
    for (const c of configurations) for (const row of c.rows) owners[row] = c.position;
    return owners;
  }

  /** @template {{ row: number }} T @param {T[]} items @returns {Map<number, T[]>} */
  static grouped(items) {
    const groups = new Map();
    for (const item of items) {
      const group = groups.get(item.row);
      if (group) group.push(item);
      else groups.set(item.row, [item]);
    }
    return groups;
  }

  /** The workers of the data in their order, then those of which only failed attempts are known. @returns {SweepWorker[]} */
  makeWorkers() {
    const known = new Set(this.data.workers.map(w => w.id));
    const others = new Set(this.attempts.map(a => a.worker).filter(id => !known.has(id)));
    return [...this.data.workers, ...[...others].map(id => /** @type {WorkerData} */ ({ id }))].map(w => ({
      id: w.id,
      host: w.host ?? "",
      state: w.state ?? "",
      finished: w.finished ?? null,
      errors: w.errors ?? null,
      busy: SweepModel.decoded(w.busy) ?? 0,
      started: SweepModel.time(w.started),
      seen: SweepModel.time(w.seen),
      reason: w.reason ?? "",
    }));
  }

  /** @returns {Measure[]} The metrics, then the duration. */
  makeMeasures() {
    const { data, points, configurations } = this;
    const metrics = data.metrics.map((name, i) => ({
      name,
      maximize:
        i === 0 && data.objective && data.objective.metric.toLowerCase() === name.toLowerCase() ? data.objective.maximize : null,
      rows: points.metrics[i].map(SweepModel.decoded),
      means: data.configurations.map(c => SweepModel.decoded(c.metrics?.[i])),
    }));
    return [...metrics, { name: "seconds", maximize: false, rows: points.seconds, means: configurations.map(c => c.seconds) }];
  }

  /** The position of a configuration's value of a parameter; -1 when there is none. @param {Parameter} p @param {Configuration} c */
  valueAt(p, c) {
    return p.column[c.rows[0]];
  }

  /** @param {Parameter} p @param {Configuration} c @returns {string} */
  valueText(p, c) {
    return p.values[this.valueAt(p, c)] ?? "";
  }

  /** @param {number} row @returns {string} */
  stateOf(row) {
    return this.points.states[this.points.state[row]].replace("_", " ");
  }

  /** The arguments of a configuration in one line. @param {Configuration} c @param {number} [longest] @returns {string} */
  argumentsText(c, longest = 30) {
    const shown = this.varying.length > 0 ? this.varying : this.factors;
    const known = shown.filter(p => this.valueAt(p, c) >= 0);
    return known.map(p => `${Format.cut(p.name, longest)} = ${Format.cut(this.valueText(p, c), longest)}`).join(", ");
  }

  /** What a configuration is called where there is little room. @param {Configuration} c @returns {string} */
  title(c) {
    const point = this.hasRepeats ? Format.count(c.rows.length, "repeat") : `point ${this.points.index[c.rows[0]]}`;
    return c.rank === null ? point : `rank ${c.rank}, ${point}`;
  }

  /** Half of the 95 % interval of the mean, or null when it is not known. @param {Configuration} c @returns {number | null} */
  halfWidth(c) {
    return c.low === null || c.high === null ? null : (c.high - c.low) / 2;
  }

  /** Whether a is better than b by the objective. @param {number} a @param {number} b @returns {boolean} */
  isBetter(a, b) {
    return this.objective?.maximize ? a > b : a < b;
  }
}

/** @param {number | null | undefined} value @returns {value is number} */
function isFiniteNumber(value) {
  return typeof value === "number" && Number.isFinite(value);
}
