// The keyboard. A letter does something only by itself, and not while something is typed or chosen.

import { get } from "./ask.js";
import * as sheets from "./sheets.js";
import * as faults from "./faults.js";
import * as exhibit from "./exhibit.js";
import * as views from "./views.js";
import * as current from "./current.js";
import * as pane from "./pane.js";

function inPages(work) {
  if (views.now() !== "pages") views.turn("pages");
  work();
}

const LETTERS = {
  j: () => (isInList() ? faults.step(1) : inPages(() => current.step(1))),
  k: () => (isInList() ? faults.step(-1) : inPages(() => current.step(-1))),
  n: () => inPages(() => current.stepFault(1)),
  p: () => inPages(() => current.stepFault(-1)),
  f: () => get("faults").click(),
  1: () => views.turn("pages"),
  2: () => views.turn("changes"),
  3: () => views.turn("elements"),
  "+": () => resize(1),
  "=": () => resize(1),
  "-": () => resize(-1),
  0: () => resize(0),
  "?": () => get("keys").showModal(),
};

function resize(direction) {
  if (get("pane").contains(document.activeElement) && exhibit.resize(direction)) return;
  sheets.resize(direction);
}

/** Arrows turn the pages of an exhibit, unless they move about in one that is wider than the pane. */
function turns(target) {
  const isWide = target.id === "exhibit-page" && target.scrollWidth > target.clientWidth;
  return get("pane").contains(target) && !isWide;
}

const isInList = () => pane.isShown("faults") && get("pane").contains(document.activeElement);

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (get("keys").open || event.target.matches("input, select, textarea")) return;
  const { key, target } = event;
  let done = false;
  if (key === "Escape") done = pane.close();
  else if (key === "ArrowDown" && isInList()) done = faults.step(1);
  else if (key === "ArrowUp" && isInList()) done = faults.step(-1);
  else if (key === "ArrowRight" && turns(target)) done = exhibit.step(1);
  else if (key === "ArrowLeft" && turns(target)) done = exhibit.step(-1);
  else if (key === "Enter" && target.matches(".block")) {
    current.openCurrent();
    done = true;
  } else if (get("single").checked && Object.hasOwn(LETTERS, key)) {
    LETTERS[key]();
    done = true;
  }
  if (done) event.preventDefault();
}

export function listen() {
  addEventListener("keydown", pressed);
  get("help").addEventListener("click", () => get("keys").showModal());
  get("smaller").addEventListener("click", () => sheets.resize(-1));
  get("larger").addEventListener("click", () => sheets.resize(1));
}
