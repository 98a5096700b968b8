// @ts-check
"use strict";

/** Makes elements. Every text becomes a text node, so that no text of the sweep is ever read as markup. */
const Dom = {
  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   * @param {Record<string, string | boolean | ((event: any) => void)>} [attributes] A name that begins with "on" is an event.
   * @param {...(Node | string | null | undefined)} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name.slice(2), value);
      else if (value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter(c => c !== null && c !== undefined));
    return element;
  },

  /**
   * A choice with a label.
   * @param {string} label
   * @param {string[]} options
   * @param {number} chosen
   * @param {(position: number) => void} changed
   * @returns {HTMLLabelElement}
   */
  choice(label, options, chosen, changed) {
    const texts = options.map(o => Format.cut(o, 60));
    const printed = Dom.make("span", { class: "printed", "aria-hidden": "true" }, texts[chosen] ?? "");
    const select = Dom.make(
      "select",
      {
        onchange: () => {
          printed.textContent = texts[select.selectedIndex];
          changed(select.selectedIndex);
        },
      },
      ...texts.map(t => Dom.make("option", {}, t)),
    );
    select.selectedIndex = chosen;
    return Dom.make("label", { class: "choice" }, Dom.make("span", {}, label), select, printed);
  },

  /**
   * A box to tick.
   * @param {string} label
   * @param {boolean} checked
   * @param {(checked: boolean) => void} changed
   * @returns {HTMLLabelElement}
   */
  tick(label, checked, changed) {
    const box = Dom.make("input", { type: "checkbox", onchange: () => changed(box.checked) });
    box.checked = checked;
    return Dom.make("label", { class: "tick" }, box, Dom.make("span", {}, Format.cut(label, 60)));
  },

  /** @param {string} text @param {() => void} pressed @param {Record<string, string>} [attributes] @returns {HTMLButtonElement} */
  button(text, pressed, attributes = {}) {
    return Dom.make("button", { type: "button", ...attributes, onclick: pressed }, text);
  },

  /** A text with its lines. It can be scrolled with keys, too. @param {string} text @param {string} [kind] @returns {HTMLPreElement} */
  pre(text, kind = "trace") {
    return Dom.make("pre", { class: kind, tabindex: "0" }, text);
  },

  /**
   * The content of a tooltip: a title, then names with values.
   * @param {string} title
   * @param {[string, string][]} pairs Those without a value are left out.
   * @returns {HTMLElement}
   */
  tip(title, pairs) {
    const list = Dom.make("dl", {});
    for (const [name, value] of pairs)
      if (value !== "") list.append(Dom.make("dt", {}, Format.cut(name, 40)), Dom.make("dd", {}, Format.cut(value, 80)));
    return Dom.make("div", { class: "tip" }, Dom.make("strong", {}, Format.cut(title, 80)), list);
  },

  /**
   * The section of the page with this id. It is made where the page has none.
   * @param {string} id
   * @param {string} heading
   * @returns {HTMLElement}
   */
  section(id, heading) {
    let section = document.getElementById(id);
    if (!section) {
      section = Dom.make("section", { id });
      Dom.explore().append(section);
    }
    section.hidden = false;
    section.classList.add("card");
    if (!section.querySelector("h2")) section.prepend(Dom.make("h2", {}, heading));
    return section;
  },

  /** The part of the page that only a script can show. @returns {HTMLElement} */
  explore() {
    const found = document.getElementById("explore");
    if (found) return found;
    const made = Dom.make("section", { id: "explore" });
    (document.querySelector("main") ?? document.body).append(made);
    return made;
  },

  /** @param {Node} parent @param {...(Node | string | null)} children */
  fill(parent, ...children) {
    parent.textContent = "";
    for (const child of children)
      if (child !== null) parent.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  },
};
