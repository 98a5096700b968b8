// @ts-check
"use strict";

/**
 * @typedef {object} Palette
 * @property {string} text
 * @property {string} muted
 * @property {string} line
 * @property {string} surface
 * @property {string} faint Lines and points that are not chosen.
 * @property {string} accent
 * @property {string} best
 * @property {string} failed
 * @property {string} lost
 * @property {string[]} series
 * @property {boolean} isDark
 */

/** The colours of the charts. They are those of Okabe and Ito, and viridis for what is continuous. */
const Theme = {
  dark: matchMedia("(prefers-color-scheme: dark)"),
  stillness: matchMedia("(prefers-reduced-motion: reduce)"),
  paper: matchMedia("print"),
  isPrinting: false,

  /** @returns {Palette} */
  get palette() {
    const isDark = Theme.dark.matches && !Theme.isPrinting;
    return isDark
      ? {
          text: "#e8eaed",
          muted: "#a3abb6",
          line: "#343b45",
          surface: "#1b2027",
          faint: "#59626e",
          accent: "#56b4e9",
          best: "#e69f00",
          failed: "#f0763a",
          lost: "#cc79a7",
          series: ["#e69f00", "#56b4e9", "#00b98a", "#cc79a7", "#f0e442"],
          isDark,
        }
      : {
          text: "#1c2128",
          muted: "#59636e",
          line: "#e1e5ea",
          surface: "#ffffff",
          faint: "#b6bec8",
          accent: "#0072b2",
          best: "#d55e00",
          failed: "#d55e00",
          lost: "#a84f82",
          series: ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00"],
          isDark,
        };
  },

  /** Viridis, without the end that cannot be seen on the ground. The strong end is where the contrast is best. */
  viridis: ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"],

  /** The colours from weak to strong. @returns {string[]} */
  get scale() {
    return Theme.palette.isDark ? Theme.viridis.slice(2) : Theme.viridis.slice(0, 9).reverse();
  },

  /** @param {number} share From 0, weak, to 1, strong. @returns {string} */
  colour(share) {
    const scale = Theme.scale;
    const place = Math.min(Math.max(share, 0), 1) * (scale.length - 1);
    const low = Math.min(Math.floor(place), scale.length - 2);
    return Theme.mixed(scale[low], scale[low + 1], place - low);
  },

  /** @param {string} a @param {string} b @param {number} share @returns {string} */
  mixed(a, b, share) {
    const parts = [1, 3, 5].map(i => {
      const from = parseInt(a.slice(i, i + 2), 16);
      return Math.round(from + (parseInt(b.slice(i, i + 2), 16) - from) * share);
    });
    return `rgb(${parts.join(",")})`;
  },

  /** White or black, whichever can be read on a colour such as rgb(1,2,3). @param {string} colour @returns {string} */
  inkOn(colour) {
    const [r, g, b] = (colour.match(/\d+/g) ?? ["0", "0", "0"]).map(Number);
    return 0.299 * r + 0.587 * g + 0.114 * b > 120 ? "#000000" : "#ffffff";
  },
};
