// The paragraph that the reader is at by the keyboard.

import { matter, called } from "./matter.js";
import { blockOf } from "./sheets.js";
import { opener } from "./margin.js";
import { remember, show, sheets, kOf } from "./place.js";
import { get } from "./ask.js";

let anchor = "";

export const current = () => matter.byAnchor.get(anchor) || null;

/** Make this piece the current one, bring it into the window and give it the focus. */
export async function go(to, { focus = true, flash = false } = {}) {
  if (!show(to)) return;
  anchor = to;
  const block = await blockOf(to);
  mark(to);
  if (!block) return;
  if (flash) {
    block.classList.remove("flash");
    void block.offsetWidth; // begins the movement anew
    block.classList.add("flash");
  }
  if (focus) block.focus({ preventScroll: true });
}

/** Show which piece is the current one, on each page on which it stands. */
function mark(to) {
  for (const one of document.querySelectorAll(".block.current, .source.current")) {
    one.classList.remove("current");
    if (one.matches(".source")) one.tabIndex = -1;
  }
  for (const one of document.querySelectorAll(`.block[data-of="${CSS.escape(to)}"]`)) one.classList.add("current");
  const way = document.querySelector(`.source[data-of="${CSS.escape(to)}"]`);
  if (!way) return;
  way.classList.add("current");
  way.tabIndex = 0;
}

/** The piece at the top of the window. */
function here() {
  const top = Math.max(get("top").getBoundingClientRect().bottom, 0) + 16;
  for (const piece of matter.texts) {
    const sheet = sheets()[piece.page - 1];
    if (!sheet) continue;
    if (sheet.getBoundingClientRect().top + piece.top * kOf(sheet) >= top - 1) return piece;
  }
  return matter.texts.at(-1);
}

function isInWindow(piece) {
  const sheet = piece && sheets()[piece.page - 1];
  if (!sheet) return false;
  const y = sheet.getBoundingClientRect().top + piece.top * kOf(sheet);
  return y > 0 && y < innerHeight;
}

/** The next piece (1) or the one before (-1). */
export function step(direction) {
  if (!matter.texts.length) return;
  const now = current();
  if (!now || !isInWindow(now)) return go(here().anchor);
  const order = matter.texts.indexOf(now) + direction;
  const next = matter.texts[Math.min(Math.max(order, 0), matter.texts.length - 1)];
  return go(next.anchor);
}

/** The next fault in the text (1) or the one before (-1); the piece at which it is. */
export function stepFault(direction) {
  const order = matter.texts.filter((piece) => matter.faultsAt.has(piece.anchor));
  if (!order.length) {
    get("status").textContent = "No fault stands in the text";
    return null;
  }
  const from = matter.texts.indexOf(current() || here());
  const at = (piece) => matter.texts.indexOf(piece);
  const next =
    direction > 0
      ? order.find((piece) => at(piece) > from) || order[0]
      : order.findLast((piece) => at(piece) < from) || order.at(-1);
  go(next.anchor);
  get("status").textContent = `${called(next)}: ${matter.faultsAt.get(next.anchor).map((p) => p.message).join("; ")}`;
  return next;
}

/** Open the file of the current piece. */
export function openCurrent() {
  const piece = current();
  if (piece) opener(piece.file, piece.line, "").click();
}

addEventListener("focusin", ({ target }) => {
  const block = target.closest?.(".block[data-of]");
  if (block && target === block && block.dataset.of !== anchor) {
    anchor = block.dataset.of;
    mark(anchor);
  }
  remember();
});
