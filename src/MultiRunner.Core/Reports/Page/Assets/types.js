// @ts-check
// The types of the data that is in the page, as PageData writes it. There is no code here.

/**
 * A number as JSON can hold it: null where there is none.
 * @typedef {number | "NaN" | "Infinity" | "-Infinity" | null} Encoded
 */

/**
 * @typedef {object} ParameterData
 * @property {string} name
 * @property {boolean} repeat Whether it only tells the repeats of a configuration apart.
 * @property {boolean} [cut] Whether a value is too long for the page, and cut.
 * @property {boolean} numeric
 * @property {boolean} log
 * @property {string[]} values
 * @property {Encoded[]} [numbers] None is null.
 */

/**
 * A worker. Of one that left no record only id and host are known.
 * @typedef {object} WorkerData
 * @property {string} id
 * @property {string | null} [host]
 * @property {string} [state]
 * @property {number} [finished]
 * @property {number} [errors]
 * @property {Encoded} [busy] Seconds that it spent in attempts.
 * @property {Encoded} [started]
 * @property {Encoded} [seen]
 * @property {string | null} [reason]
 */

/**
 * The points, column by column.
 * @typedef {object} PointsData
 * @property {number[]} index
 * @property {number[]} state
 * @property {string[]} states
 * @property {number[][]} arguments The position of the value for each parameter and point; -1 where there is none.
 * @property {Encoded[][]} metrics
 * @property {(number | null)[]} started
 * @property {(number | null)[]} seconds
 * @property {number[]} worker
 * @property {(number | null)[]} attempt
 * @property {number[]} build
 */

/**
 * @typedef {object} ConfigurationData
 * @property {number} [rank]
 * @property {number} [tied]
 * @property {boolean} [near] Whether it cannot be told from the best.
 * @property {number[]} rows
 * @property {number} [count]
 * @property {Encoded} [mean]
 * @property {Encoded} [sd]
 * @property {Encoded} [low]
 * @property {Encoded} [high]
 * @property {Encoded} [best]
 * @property {number} [bestRow]
 * @property {Encoded} [seconds]
 * @property {Encoded[]} [metrics]
 */

/** @typedef {[number[], Encoded[], number]} CurveData Steps, values, and how many steps there were. */

/**
 * @typedef {object} AttemptData
 * @property {number} row -1 where the page does not have the point.
 * @property {number} point
 * @property {string} kind error or crash.
 * @property {string} type
 * @property {number} message
 * @property {number} trace
 * @property {string} worker
 * @property {number | null} started
 * @property {number | null} seconds
 * @property {string} file
 */

/**
 * What the whole report has, also where the page has a part of it.
 * @typedef {object} CountsData
 * @property {number} finished
 * @property {number} running
 * @property {number} to_run
 * @property {number} skipped
 * @property {number} failed
 * @property {number} configurations
 * @property {number} attempts Failed attempts.
 */

/**
 * @typedef {object} SweepData
 * @property {string} sweep
 * @property {string} written
 * @property {string} root
 * @property {string} [part] Which part of the sweep the page has, as words within a sentence, where it does not have all of it.
 * @property {CountsData} counts
 * @property {{ metric: string, maximize: boolean } | null} objective
 * @property {ParameterData[]} parameters
 * @property {string[]} metrics
 * @property {WorkerData[]} workers
 * @property {string[]} builds
 * @property {PointsData} points
 * @property {ConfigurationData[]} configurations
 * @property {Record<string, Record<string, CurveData>>} [curves]
 * @property {string[]} [texts]
 * @property {AttemptData[]} [attempts]
 * @property {{ row: number, point: number, host: string, reason: number }[]} [skips]
 * @property {Record<string, Record<string, string>>} [details]
 * @property {Record<string, string[]>} [artifacts]
 * @property {Record<string, number>} [moreArtifacts] How many files more a row has.
 * @property {{ terms: string[], share: number }[]} [shares]
 * @property {{ terms: string[], share: number }[]} [aliased] Parameters that change together.
 * @property {{ name: string, share: number }[]} [rest]
 * @property {string[]} [left]
 */

/**
 * A quantity that points and configurations have. It is null where it was not measured; it may be NaN or infinite.
 * @typedef {object} Measure
 * @property {string} name
 * @property {boolean | null} maximize Whether higher is better; null where that is not known.
 * @property {(number | null)[]} rows
 * @property {(number | null)[]} means One for each configuration.
 */

/**
 * @typedef {object} Parameter
 * @property {string} name
 * @property {boolean} repeat
 * @property {boolean} numeric
 * @property {boolean} log
 * @property {string[]} values
 * @property {number[] | undefined} numbers In the order of the values, when all of them are numbers; they may be NaN or infinite.
 * @property {string[]} labels The values as charts write them.
 * @property {boolean} isScale Whether all of them are finite numbers, so that an axis of a chart can have them.
 * @property {number[]} column
 * @property {number} used How many of the values the points have.
 */

/**
 * @typedef {object} Configuration
 * @property {number} position Its position in the order of the ranking.
 * @property {number | null} rank
 * @property {boolean} tied
 * @property {boolean} near
 * @property {number[]} rows
 * @property {number} count
 * @property {number | null} mean
 * @property {number | null} sd
 * @property {number | null} low
 * @property {number | null} high
 * @property {number | null} best
 * @property {number | null} bestRow
 * @property {number | null} seconds
 */

/**
 * @typedef {object} SweepWorker
 * @property {string} id
 * @property {string} host Empty when it is not known.
 * @property {string} state Empty when it left no record.
 * @property {number | null} finished
 * @property {number | null} errors
 * @property {number} busy
 * @property {number | null} started
 * @property {number | null} seen
 * @property {string} reason
 */

/** @typedef {{ label: string, test: (configuration: Configuration) => boolean }} Filter */
