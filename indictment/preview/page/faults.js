// What is to be said of the matter, as a list.

import { made, get } from "./ask.js";
import { matter, counted } from "./matter.js";
import { opener, summed, worst } from "./margin.js";
import * as pane from "./pane.js";

let go = () => {};

export function begin(goes) {
  go = goes;
  get("faults").addEventListener("click", () => (pane.isShown("faults") ? pane.close() : open()));
}

function excerpt(problem) {
  if (!problem.text) return null;
  const { text, begin, end } = problem;
  const letters = [...text]; // columns count code points
  const fault = letters.slice(begin, end).join("");
  return made("pre", {}, letters.slice(0, begin).join("").trimStart(), made("mark", {}, fault || " "), letters.slice(end).join(""));
}

function item(problem) {
  const place = problem.place.join(" › ") || `${problem.file}:${problem.line}`;
  const about = made(
    problem.anchor ? "button" : "div",
    {
      type: problem.anchor ? "button" : null, class: "fault", "data-severity": problem.severity, "data-of": problem.anchor || null,
      onclick: problem.anchor ? () => go(problem.anchor) : null, tabindex: problem.anchor ? null : "0",
    },
    made("span", { class: "kind" }, `${problem.severity} ${problem.code}`),
    made("span", { class: "message" }, problem.message),
    made("span", { class: "where" }, place),
  );
  const more = made("div", { class: "more" }, excerpt(problem));
  for (const note of problem.notes) more.append(made("p", {}, note));
  if (problem.help) more.append(made("p", {}, made("strong", {}, "Remedy: "), problem.help));
  more.append(opener(problem.file, problem.line, `${problem.file}:${problem.line}`, { class: "opens", title: "Open in the editor" }));
  return made("li", {}, about, more);
}

function title() {
  const problems = matter.state?.problems || [];
  return problems.length ? summed(problems) : "Nothing to report";
}

function held() {
  const problems = matter.state?.problems || [];
  if (!problems.length) return [made("p", {}, matter.state?.said || "Nothing is to be said of this matter.")];
  return [made("ol", { class: "fault-list" }, ...problems.map(item))];
}

/** Open the list; with an anchor, at what concerns that paragraph. */
export function open(anchor = "") {
  pane.open("faults", title(), held(), { closed: () => get("faults").setAttribute("aria-expanded", "false") });
  get("faults").setAttribute("aria-expanded", "true");
  const first = anchor && document.querySelector(`#pane .fault[data-of="${CSS.escape(anchor)}"]`);
  if (first) {
    first.focus();
    first.scrollIntoView({ block: "start" });
  }
}

/** The next entry of the list (1) or the one before (-1); whether the list is open. */
export function step(direction) {
  if (!pane.isShown("faults")) return false;
  const all = [...document.querySelectorAll("#pane .fault")];
  const at = all.indexOf(document.activeElement?.closest("li")?.querySelector(".fault"));
  all[Math.min(Math.max(at + direction, 0), all.length - 1)]?.focus();
  return true;
}

/** Show what is to be said now. */
export function refresh() {
  const problems = matter.state?.problems || [];
  const button = get("faults");
  button.textContent = title();
  button.dataset.worst = worst(problems);
  if (!pane.isShown("faults")) return;
  const all = [...document.querySelectorAll("#pane .fault")];
  const at = all.indexOf(document.activeElement?.closest("li")?.querySelector(".fault"));
  const scrolled = get("pane-body").scrollTop;
  get("pane-title").textContent = title();
  get("pane-body").replaceChildren(...held());
  get("pane-body").scrollTop = scrolled;
  const now = document.querySelectorAll("#pane .fault");
  if (at >= 0) (now[Math.min(at, now.length - 1)] || get("pane-title")).focus({ preventScroll: true });
}

export const errors = () => (matter.state?.problems || []).filter((one) => one.severity === "error").length;
export { counted };
