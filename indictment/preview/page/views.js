// The three views: the indictment, the changes since a revision, the chart of elements.

import { json, text, made, get } from "./ask.js";
import { matter, counted } from "./matter.js";
import { remember, restore } from "./place.js";

let view = "pages";
let openExhibit = () => {};
let go = () => {};
const drawn = { changes: -1, elements: -1 };

export const now = () => view;

export function begin(goes, exhibit) {
  go = goes;
  openExhibit = exhibit;
  for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => turn(button.dataset.view));
  }
  get("revision").addEventListener("change", redline);
  get("from").addEventListener("submit", (event) => event.preventDefault());
  get("chart").addEventListener("click", (event) => {
    const cited = event.target.closest("[data-exhibit]");
    if (cited) openExhibit(cited.dataset.exhibit, Number(cited.dataset.page));
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    turn("pages");
    go(decodeURIComponent(link.hash.slice(1)), { flash: true });
  });
}

/** Show another view. */
export function turn(to) {
  if (view === "pages") remember();
  view = to;
  for (const name of ["pages", "changes", "elements"]) get(name).hidden = name !== to;
  for (const button of document.querySelectorAll("[data-view]")) {
    if (button.dataset.view === to) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  if (to === "pages") restore();
  else scrollTo({ top: 0, behavior: "instant" });
  refresh();
}

/** Draw the view anew where the matter has changed since. */
export function refresh() {
  // After a save there are two states: the second one is at rest.
  if (matter.state && !matter.state.isCurrent && !matter.state.isBlocked) return;
  const number = matter.state?.number ?? -1;
  if (view === "pages" || drawn[view] === number) return;
  drawn[view] = number;
  if (view === "elements") chart();
  else changes();
}

async function chart() {
  const html = await text("chart");
  const page = new DOMParser().parseFromString(html, "text/html");
  const tables = [...page.body.children];
  get("chart").replaceChildren(
    ...(tables.length ? tables : [made("p", {}, matter.pages ? "No count of this indictment has elements in the library of offences." : "There is no chart yet.")]),
  );
}

let isListed = false;

async function changes() {
  if (!isListed) {
    const { choices, why } = await json("revisions");
    get("from").hidden = !choices.length;
    get("changes-said").textContent = why;
    if (!choices.length) return;
    isListed = true;
    const option = (one) =>
      made("option", { value: one.name }, one.is_tag ? `${one.what} (${one.date})` : `${one.date} ${one.author}: ${one.what}`);
    const tags = choices.filter((one) => one.is_tag);
    const commits = choices.filter((one) => !one.is_tag);
    const groups = [["Commits", commits], ["Tags", tags]].filter(([, some]) => some.length);
    get("revision").replaceChildren(...groups.map(([name, some]) => made("optgroup", { label: name }, ...some.map(option))));
    get("revision").value = (commits[0] || tags[0]).name;
  }
  redline();
}

let order = 0;

async function redline() {
  const mine = (order += 1);
  get("changes-said").textContent = "Comparing …";
  const source = `redline?from=${encodeURIComponent(get("revision").value)}&at=${matter.state?.number ?? 0}`;
  const chosen = get("revision").selectedOptions[0].textContent;
  // The redline is a page of its own with its own scripts, which reach nothing of this one.
  const frame = made("iframe", { title: `Changes since ${chosen}`, sandbox: "allow-scripts", src: source });
  frame.addEventListener("load", () => {
    if (mine !== order) return;
    get("changes-said").textContent = "";
    get("redline").querySelectorAll("iframe").forEach((one) => one === frame || one.remove());
    frame.hidden = false;
  });
  get("redline").append(frame);
}

export { counted };
