// A cited exhibit, in the pane, at its page.

import { json, made, get, sized } from "./ask.js";
import { counted } from "./matter.js";
import { plain } from "./layer.js";
import * as pane from "./pane.js";

let shown = null;
let order = 0;
let zoom = 1;

/** Open an exhibit at a page. */
export async function open(label, page = 1) {
  const mine = (order += 1);
  let about;
  try {
    about = await json(`exhibit/${encodeURIComponent(label)}`);
  } catch (fault) {
    get("status").textContent = fault.message;
    return;
  }
  if (mine !== order) return;
  shown = { label, about, page: Math.min(Math.max(page, 1), Math.max(about.pages, 1)) };
  const title = about.mark ? `${about.mark}: ${about.title}` : about.title;
  pane.open("exhibit", title, [steps(), made("div", { id: "exhibit-page", tabindex: "0", role: "group", "aria-label": "The page" }), known(about)], { closed: () => (shown = null) });
  draw();
}

function steps() {
  if (shown.about.pages < 1) return made("p", { class: "why" }, shown.about.why);
  const button = (words, attributes, work) => made("button", { type: "button", ...attributes, onclick: work }, words);
  const turns = shown.about.pages > 1;
  return made(
    "div",
    { class: "steps", role: "group", "aria-label": "Pages of the exhibit" },
    turns ? button("Previous", { id: "page-before", title: "Previous page (←)" }, () => step(-1)) : null,
    made("span", { class: "at", id: "page-at", role: "status" }, ""),
    turns ? button("Next", { id: "page-after", title: "Next page (→)" }, () => step(1)) : null,
    made(
      "span",
      { class: "sizes" },
      button("−", { title: "Smaller (-)", "aria-label": "Smaller exhibit" }, () => resize(-1)),
      button("+", { title: "Larger (+)", "aria-label": "Larger exhibit" }, () => resize(1)),
    ),
  );
}

/** Larger (1), smaller (-1), or as wide as the pane (0); whether an exhibit is open. */
export function resize(direction) {
  if (!shown || !pane.isShown("exhibit")) return false;
  zoom = direction === 0 ? 1 : Math.min(Math.max(zoom * (direction > 0 ? 1.25 : 0.8), 0.5), 4);
  draw();
  return true;
}

function known(about) {
  const rows = [...about.known];
  if (about.file) rows.push(["File", about.file]);
  return made("dl", { class: "known" }, ...rows.map(([name, value]) => made("div", {}, made("dt", {}, name), made("dd", {}, value))));
}

/** The next page (1) or the one before (-1); whether an exhibit is open. */
export function step(direction) {
  if (!shown || !pane.isShown("exhibit")) return false;
  const page = shown.page + direction;
  if (page >= 1 && page <= shown.about.pages) {
    shown.page = page;
    draw();
  }
  return true;
}

async function draw() {
  const { label, about, page } = shown;
  if (!about.pages) return;
  if (get("page-at")) {
    get("page-at").textContent = `Page ${page} of ${about.pages}`;
    // A button that has the focus stays one that can have it.
    get("page-before")?.setAttribute("aria-disabled", String(page <= 1));
    get("page-after")?.setAttribute("aria-disabled", String(page >= about.pages));
  }
  const holder = get("exhibit-page");
  const path = `exhibit/${encodeURIComponent(label)}/${page}`;
  const room = (holder.clientWidth || 400) * zoom;
  const scale = Math.min(Math.ceil((room / 560) * devicePixelRatio * 2) / 2, 4);
  holder.setAttribute("aria-busy", "true");
  let told;
  try {
    told = await json(`${path}?scale=${scale}`);
  } catch (fault) {
    told = { why: fault.message };
  }
  if (!shown || shown.label !== label || shown.page !== page) return;
  holder.removeAttribute("aria-busy");
  holder.dataset.page = page;
  const name = `Page ${page} of ${counted(about.pages, "page")} of ${about.mark || about.title}`;
  if (told.why) holder.replaceChildren(made("p", { class: "why" }, told.why));
  else if (told.table) holder.replaceChildren(table(told.table, name));
  else if (told.text !== undefined) holder.replaceChildren(made("pre", { tabindex: "0", "aria-label": name }, told.text));
  else holder.replaceChildren(sheet(told, `${path}/picture?scale=${scale}`, name, room));
}

function table(rows, name) {
  const [first = [], ...others] = rows;
  const row = (cells, kind, scope) => made("tr", {}, ...cells.map((cell) => made(kind, { scope }, cell)));
  return made(
    "div", { class: "free-table", tabindex: "0", role: "group", "aria-label": name },
    made("table", {}, made("thead", {}, row(first, "th", "col")), made("tbody", {}, ...others.map((cells) => row(cells, "td")))),
  );
}

function sheet(told, source, name, room) {
  if (!told.lines) {
    const alt = `${name}: a picture without words that can be read`;
    return sized(made("img", { class: "free", src: source, alt }), { wide: `${room}px` });
  }
  const image = made("img", { src: source, alt: told.lines.length ? "" : `${name}: it has no words that can be read` });
  const paper = made("div", { class: "paper" }, image, ...plain(told.lines));
  const element = made("article", { class: "sheet", "aria-label": name }, paper);
  return sized(element, { w: told.width, h: told.height, k: (room / told.width).toFixed(4) });
}

addEventListener("resize", () => {
  const element = document.querySelector("#exhibit-page .sheet");
  if (element) sized(element, { k: ((get("exhibit-page").clientWidth * zoom) / parseFloat(element.style.getPropertyValue("--w"))).toFixed(4) });
});
