// The pages: pictures near the window, words everywhere, exchanged in place when they have changed.

import { json, made, get, named, sized } from "./ask.js";
import { matter, counted } from "./matter.js";
import { blocks } from "./layer.js";
import { furnish } from "./margin.js";
import { keeping, remember, sheets } from "./place.js";

const WIDEST = 860; // pixels of a page that nobody has made larger
const CROPPED = 40; // points of the left and right margin that are not shown in a narrow window
const NARROW = 520;
const PAUSE = 8; // milliseconds

let zoom = 1;
let follow = () => {};
const known = new Map(); // words of pages by their names
const near = new Set();
let hurry = [];
let isBusy = false;

/** `link(line)` makes the element of a line that is a link: (line, text, link of the page) -> element. */
export function begin(link) {
  follow = link;
  new ResizeObserver(() => keeping(fit)).observe(get("view"));
  matchMedia("(resolution: 1dppx)").addEventListener?.("change", () => near.forEach(picture));
}

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        near.add(target);
        picture(target);
        hasten(target);
      } else {
        near.delete(target);
        target.querySelector("img")?.remove();
        delete target.dataset.drawn;
      }
    }
  },
  { rootMargin: "120% 0px" },
);

/** Show the pages of the last good state; what looks as before is left as it is. */
export function show() {
  const leaves = matter.pages.leaves;
  const holder = get("pages");
  const focused = document.activeElement?.closest?.(".block")?.dataset.of;
  keeping(() => {
    const all = [...sheets()];
    holder.querySelectorAll(".empty").forEach((one) => one.remove());
    while (all.length > leaves.length) {
      const gone = all.pop();
      watcher.unobserve(gone);
      near.delete(gone);
      gone.remove();
    }
    while (all.length < leaves.length) {
      const sheet = made("article", { class: "sheet" }, made("div", { class: "paper" }));
      holder.append(sheet);
      all.push(sheet);
      watcher.observe(sheet);
    }
    all.forEach((sheet, at) => {
      const leaf = leaves[at];
      sized(sheet, { w: leaf.width, h: leaf.height });
      const label = `Page ${at + 1} of ${leaves.length}`;
      named(sheet, { "data-page": at + 1, "aria-label": label, lang: matter.pages.language });
    });
    fit();
  });
  const shown = new Set(leaves.map((leaf) => leaf.words));
  known.forEach((_, name) => shown.has(name) || known.delete(name));
  if (focused) refocus = focused;
  for (const sheet of nearest()) {
    lay(sheet);
    picture(sheet);
  }
  hurry = [...sheets()].filter((sheet) => !near.has(sheet));
  work();
}

/** The pages near the window, those in its middle first. */
function nearest() {
  const off = (sheet) => {
    const { top, bottom } = sheet.getBoundingClientRect();
    return Math.max(top - innerHeight / 2, innerHeight / 2 - bottom, 0);
  };
  return [...near].map((sheet) => [off(sheet), sheet]).sort(([a], [b]) => a - b).map(([, sheet]) => sheet);
}

/** Say in the place of pages why there are none. */
export function empty(words) {
  if (!matter.pages) get("pages").replaceChildren(made("p", { class: "empty" }, words));
}

/** Make the pages as large as the window and the reader want. */
function fit() {
  const room = get("view").clientWidth;
  if (!room) return;
  const isNarrow = room < NARROW;
  const crop = isNarrow ? CROPPED : 0;
  const usual = Math.max(...[...sheets()].map((sheet) => Math.min(width(sheet), 620)), 300);
  const k = Math.min(isNarrow ? room : room - 32, WIDEST) / (usual - 2 * crop);
  for (const sheet of sheets()) {
    const most = (isNarrow ? room : room - 32) / (width(sheet) - 2 * crop);
    sized(sheet, { k: (Math.min(k, most) * zoom).toFixed(4), crop });
  }
}

const width = (sheet) => parseFloat(sheet.style.getPropertyValue("--w"));

/** Larger (1), smaller (-1), or as wide as the window (0). */
export function resize(direction) {
  zoom = direction === 0 ? 1 : Math.min(Math.max(zoom * (direction > 0 ? 1.2 : 1 / 1.2), 0.4), 4);
  keeping(fit);
  near.forEach(picture);
  get("status").textContent = `Pages at ${Math.round(zoom * 100)} % of the window's width`;
}

/** Draw the picture of a page, and put it into the place of the one before when it is there. */
async function picture(sheet) {
  const leaf = matter.pages?.leaves[sheet.dataset.page - 1];
  if (!leaf) return;
  const k = parseFloat(sheet.style.getPropertyValue("--k")) || 1;
  const scale = Math.min(Math.ceil(k * devicePixelRatio * 2) / 2, 4);
  const wanted = `${leaf.name} ${scale}`;
  if (sheet.dataset.drawn === wanted) return;
  sheet.dataset.drawn = wanted;
  const image = made("img", { alt: "", src: `picture/${leaf.name}?scale=${scale}` });
  try {
    await image.decode();
  } catch {
    if (sheet.dataset.drawn === wanted) delete sheet.dataset.drawn; // the next state brings another
    return;
  }
  if (sheet.dataset.drawn !== wanted) return;
  sheet.querySelector("img")?.remove();
  sheet.firstElementChild.prepend(image);
  sheet.dataset.shown = leaf.name;
}

// --- words -----------------------------------------------------------------------------------------

function hasten(sheet) {
  hurry = hurry.filter((one) => one !== sheet);
  lay(sheet);
}

/** Fetch and lay the words of the pages that are not near the window, one after another, with pauses for the reader. */
async function work() {
  if (isBusy) return;
  isBusy = true;
  let began = performance.now();
  try {
    while (hurry.length) {
      const isNew = await lay(hurry.shift());
      if (!isNew && performance.now() - began < PAUSE) continue;
      await new Promise((done) => setTimeout(done, PAUSE));
      began = performance.now();
    }
  } finally {
    isBusy = false;
  }
}

let refocus = "";

/** Lay the words of a page, if they are others than before: whether they are. */
async function lay(sheet) {
  const number = Number(sheet.dataset.page);
  const leaf = matter.pages.leaves[number - 1];
  if (!leaf || !sheet.isConnected) return false;
  let words = known.get(leaf.words);
  if (!words) {
    try {
      words = await json(`words/${leaf.words}`);
    } catch {
      return false; // the next state brings others
    }
    if (leaf.words !== matter.pages.leaves[number - 1]?.words || !sheet.isConnected) return lay(sheet);
    known.set(leaf.words, words);
  }
  const pieces = matter.onPage[number - 1];
  const before = matter.before[number - 1];
  const edges = matter.edges[number - 1];
  const look = JSON.stringify([leaf.words, before?.anchor, edges, pieces.map((p) => [p.anchor, p.top, p.kind])]);
  const paper = sheet.firstElementChild;
  const isNew = sheet.dataset.look !== look;
  if (isNew) {
    sheet.dataset.look = look;
    const current = paper.querySelector(".block.current")?.dataset.of;
    paper.querySelectorAll(".block").forEach((one) => one.remove());
    const made = blocks(words, pieces, edges, before, (line, text) => follow(line, text, words.links[line.link]));
    paper.append(...made);
    for (const one of made) if (current && one.dataset.of === current) one.classList.add("current");
    const again = refocus && made.find((one) => one.id === refocus);
    if (again) {
      again.focus({ preventScroll: true });
      refocus = "";
    }
  }
  furnish(paper, pieces, isNew);
  return isNew;
}

/** The block of a piece, when its words are there. */
export async function blockOf(anchor) {
  const piece = matter.byAnchor.get(anchor);
  const sheet = piece && sheets()[piece.page - 1];
  if (!sheet) return null;
  if (!document.getElementById(anchor)) await lay(sheet);
  return document.getElementById(anchor);
}

/** Lay the marks in the margins anew. */
export function refurnish() {
  for (const sheet of sheets()) {
    if (sheet.dataset.look) furnish(sheet.firstElementChild, matter.onPage[sheet.dataset.page - 1] || []);
  }
}

/** One sentence on what is shown. */
export const said = () => counted(matter.pages.leaves.length, "page");

addEventListener("scroll", () => requestAnimationFrame(remember), { passive: true });
