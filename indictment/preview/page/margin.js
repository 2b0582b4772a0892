// Beside the paragraphs: a mark where something is to be said of one, and the way to its file and line.

import { made, sized } from "./ask.js";
import { matter, called, counted } from "./matter.js";

const ORDER = ["error", "warning", "note"];
let openFaults = () => {};
let openSource = () => {};

export function begin(faults, source) {
  openFaults = faults;
  openSource = source;
}

export function worst(problems) {
  return ORDER.find((severity) => problems.some((one) => one.severity === severity)) || "";
}

/** "2 errors, 1 note" */
export function summed(problems) {
  return ORDER.map((severity) => [problems.filter((one) => one.severity === severity).length, severity])
    .filter(([number]) => number)
    .map(([number, severity]) => counted(number, severity))
    .join(", ");
}

/** What opens a file at a line: an address that the editor has made its own, or a request to the server. */
export function opener(file, line, words, attributes = {}) {
  if (matter.editor) {
    const path = file.split("/").map(encodeURIComponent).join("/");
    return made("a", { href: `${matter.editor}${path}:${line}`, ...attributes }, words);
  }
  return made("button", { type: "button", onclick: () => openSource(file, line), ...attributes }, words);
}

function mark(piece, problems) {
  const severity = worst(problems);
  const sign = problems.length > 1 ? String(problems.length) : severity === "note" ? "i" : "!";
  const element = made(
    "button",
    {
      type: "button", class: "mark", "data-severity": severity, "data-of": piece.anchor,
      title: problems.map((one) => `${one.severity}: ${one.message}`).join("\n"),
      "aria-label": `${called(piece)}: ${summed(problems)}: ${problems[0].message}`,
      onclick: () => openFaults(piece.anchor),
    },
    sign,
  );
  return sized(element, { y: piece.top });
}

function source(piece) {
  const element = opener(piece.file, piece.line, `:${piece.line}`, {
    class: "source", tabindex: "-1", "data-of": piece.anchor, title: `${piece.file}:${piece.line} – open in the editor`,
    "aria-label": `Open ${called(piece)} in the editor: ${piece.file}, line ${piece.line}`,
  });
  return sized(element, { y: piece.top });
}

/** What stands beside the pieces of a page. */
const looks = new WeakMap();

/** Put the marks and ways of these pieces onto a page, if they are others than before, or stand beside new blocks. */
export function furnish(paper, pieces, isNew = false) {
  const look = JSON.stringify(pieces.map((p) => [p.anchor, p.top, p.file, p.line, matter.faultsAt.get(p.anchor)]));
  if (!isNew && looks.get(paper) === look) return;
  looks.set(paper, look);
  const focused = document.activeElement?.matches?.(".mark, .source") ? document.activeElement.dataset.of : "";
  paper.querySelectorAll(".mark, .source").forEach((one) => one.remove());
  const current = paper.querySelector(".block.current")?.id;
  for (const piece of pieces) {
    const beside = [];
    const problems = matter.faultsAt.get(piece.anchor);
    if (problems) beside.push(mark(piece, problems));
    if (piece.kind !== "note") {
      const way = source(piece);
      if (piece.anchor === current) {
        way.classList.add("current");
        way.tabIndex = 0;
      }
      beside.push(way);
    }
    // They are read, and reached by the keyboard, after the words that they stand beside.
    const block = paper.querySelector(`.block[id="${CSS.escape(piece.anchor)}"]`);
    if (block) block.after(...beside);
    else paper.append(...beside);
  }
  if (focused) paper.querySelector(`.mark[data-of="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
