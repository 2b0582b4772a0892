// Where the reader is: the paragraph at the top of the window, and how far in it. Kept through every change.

import { get } from "./ask.js";
import { matter, placeOf } from "./matter.js";

let held = null;
let isHolding = false;

/** The pixels at the top of the window that the head takes. */
function headHeight() {
  const top = get("top");
  return getComputedStyle(top).position === "sticky" ? top.offsetHeight : 0;
}

export function measureHead() {
  document.documentElement.style.setProperty("--head", `${headHeight()}px`);
}

function sheets() {
  return document.querySelectorAll("#pages > .sheet");
}

function kOf(sheet) {
  return parseFloat(sheet.style.getPropertyValue("--k")) || 1;
}

/** The pixels from the document's upper edge to a place on a page. */
function pixels(page, top) {
  const sheet = sheets()[page - 1];
  return sheet ? sheet.getBoundingClientRect().top + scrollY + top * kOf(sheet) : 0;
}

/** Remember the paragraph at the top of the window. */
export function remember() {
  if (isHolding || !matter.pages || get("pages").hidden) return;
  const top = scrollY + headHeight() + 1;
  const all = [...sheets()];
  const at = Math.max(all.findLastIndex((sheet) => sheet.getBoundingClientRect().top + scrollY <= top), 0);
  const sheet = all[at];
  if (!sheet) return;
  const k = kOf(sheet);
  const points = (top - sheet.getBoundingClientRect().top - scrollY) / k;
  const here = (matter.onPage[at] || []).filter((piece) => piece.kind !== "note" && piece.top <= points);
  const piece = here.at(-1) || null;
  const order = piece ? matter.texts.indexOf(piece) : matter.texts.findLastIndex((one) => one.page <= at);
  held = {
    // Above the first paragraph of a page it is the page that counts, by the piece that stands next.
    texts: matter.texts,
    order,
    isInside: piece !== null,
    points: piece ? points - piece.top : points,
    page: at + 1,
    nextKey: piece ? null : matter.texts[order + 1]?.key,
    nextPoints: piece || !matter.texts[order + 1] ? 0 : points - matter.texts[order + 1].top,
    nextIsHere: !piece && matter.texts[order + 1]?.page === at + 1,
  };
}

/** Do something that moves pages about, and bring the reader back to the same words. */
export function keeping(change) {
  isHolding = true;
  try {
    change();
    restore();
  } finally {
    isHolding = false;
  }
}

export function restore() {
  if (!held || !matter.pages || get("pages").hidden) return;
  let page = Math.min(held.page, matter.pages.leaves.length);
  let top = held.points;
  if (held.isInside) {
    // Where the paragraph itself is gone, the nearest before it that is still there.
    let order = held.order;
    while (order >= 0 && !matter.byKey.has(held.texts[order].key)) order -= 1;
    const piece = order >= 0 && matter.byKey.get(held.texts[order].key);
    if (piece) {
      page = piece.page;
      top = piece.top + (order === held.order ? held.points : 0);
    }
  } else if (held.nextIsHere && matter.byKey.has(held.nextKey)) {
    const piece = matter.byKey.get(held.nextKey);
    page = piece.page;
    top = piece.top + held.nextPoints;
  }
  const sheet = sheets()[page - 1];
  if (!sheet) return;
  scrollTo({ top: pixels(page, top) - headHeight() - 1, behavior: "instant" });
}

/** Bring an anchor under the head of the window. */
export function show(anchor, points = 12) {
  const place = placeOf(anchor);
  if (!place) return false;
  scrollTo({ top: pixels(place.page, place.top - points) - headHeight(), behavior: "instant" });
  remember();
  return true;
}

export { sheets, kOf };
