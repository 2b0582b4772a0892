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
  e: () => current.openCurrent(),
  1: () => views.turn("pages"),
  2: () => views.turn("changes"),
  3: () => views.turn("elements"),
  "+": () => sheets.resize(1),
  "=": () => sheets.resize(1),
  "-": () => sheets.resize(-1),
  0: () => sheets.resize(0),
  "?": () => get("keys").showModal(),
};

const isInList = () => pane.isShown("faults") && get("pane").contains(document.activeElement);

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (get("keys").open || event.target.matches("input, select, textarea")) return;
  const { key, target } = event;
  let done = false;
  if (key === "Escape") done = pane.close();
  else if (key === "ArrowDown" && isInList()) done = faults.step(1);
  else if (key === "ArrowUp" && isInList()) done = faults.step(-1);
  else if (key === "ArrowRight" && get("pane").contains(target)) done = exhibit.step(1);
  else if (key === "ArrowLeft" && get("pane").contains(target)) done = exhibit.step(-1);
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
