// The preview: hears what happens to the matter, and shows it.

import { made, get, post } from "./ask.js";
import { matter, load } from "./matter.js";
import * as sheets from "./sheets.js";
import * as margin from "./margin.js";
import * as faults from "./faults.js";
import * as exhibit from "./exhibit.js";
import * as views from "./views.js";
import * as current from "./current.js";
import { listen } from "./keys.js";
import { keeping, measureHead } from "./place.js";

function say(words) {
  get("status").textContent = words;
}

/** The element of a line of the page that is a link. */
function link(line, text, leads) {
  const [label, page] = matter.pages.citations.get(leads.citation) || ["", 1];
  const attributes = { href: `#${leads.anchor}`, tabindex: leads.goesOn ? "-1" : null };
  if (label) {
    attributes["data-exhibit"] = label;
    attributes["data-page"] = page;
    attributes["data-citation"] = leads.citation;
    attributes.title = `Open the exhibit at page ${page}`;
  }
  return made("a", attributes, text);
}

get("pages").addEventListener("click", (event) => {
  const a = event.target.closest(".block a");
  if (a) {
    event.preventDefault();
    document.querySelectorAll(".block a.chosen").forEach((one) => one.classList.remove("chosen"));
    if (a.dataset.exhibit) {
      const same = `.block a[data-citation="${a.dataset.citation}"]`; // it may go on in the next line
      document.querySelectorAll(same).forEach((one) => one.classList.add("chosen"));
      exhibit.open(a.dataset.exhibit, Number(a.dataset.page));
    } else current.go(decodeURIComponent(a.hash.slice(1)), { flash: true });
  }
});

async function openSource(file, line) {
  const why = await post("open", { file, line });
  say(why || `${file} was opened at line ${line}`);
  if (why) bar(why);
}

function bar(words, ...more) {
  if (get("bar").firstChild?.textContent === words) return; // a reader is told once
  keeping(() => {
    get("bar").hidden = !words;
    get("bar").replaceChildren(...(words ? [words, ...more] : []));
    measureHead();
  });
}

function doing(words) {
  get("doing").textContent = words ? `${words} …` : "";
  document.body.classList.toggle("working", Boolean(words));
}

let shownNumber = -1;
let shownLook = "";

async function refresh() {
  await load();
  const state = matter.state;
  doing(matter.working);
  if (!state) return sheets.empty("The matter is being read.");
  if (state.number < shownNumber) return;
  shownNumber = state.number;
  const title = state.pages?.title || "Preview";
  get("title").textContent = title;
  document.title = `${faults.errors() ? "(!) " : ""}${title}`;
  get("secret").hidden = !state.pages?.isConfidential;
  faults.refresh();
  if (state.pages) {
    if (matter.pages.look !== shownLook) sheets.show();
    sheets.refurnish();
    shownLook = matter.pages.look;
    begin();
  }
  get("pages").classList.toggle("old", state.isBlocked);
  const show = made("button", { type: "button", onclick: () => faults.open() }, "Show what");
  if (state.isBlocked && state.pages) {
    bar("These are the pages of the last good state: something must be mended before the matter can be set again.", show);
    say("The matter cannot be set. The pages are those of the last good state.");
  } else if (state.isBlocked) {
    bar("There are no pages yet: something must be mended before the matter can be set.", show);
    sheets.empty("When it is mended and saved, the pages stand here.");
  } else {
    bar("");
    if (state.isCurrent) say(`Shown as saved: ${sheets.said()}. ${get("faults").textContent}.`);
  }
  views.refresh();
}

// One refresh at a time; what happens meanwhile asks for one more.
let isRunning = false;
let isWanted = false;

async function want() {
  isWanted = true;
  if (isRunning) return;
  isRunning = true;
  try {
    while (isWanted) {
      isWanted = false;
      await refresh();
    }
  } catch {
    ended();
  } finally {
    isRunning = false;
  }
}

function ended() {
  doing("");
  bar("The preview has ended. To see changes again, start indict serve again and open the address that it prints.");
}

function hear() {
  const events = new EventSource("events");
  events.addEventListener("message", ({ data }) => {
    const event = JSON.parse(data);
    if (event.kind === "working") doing(event.words);
    else if (event.kind === "state") want();
    else {
      events.close();
      ended();
    }
  });
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) ended();
    else want(); // after a break what was missed is asked for
  });
}

/** A window that was opened at a paragraph begins there. */
let isFirst = true;

function begin() {
  if (!isFirst) return;
  isFirst = false;
  const anchor = decodeURIComponent(location.hash.slice(1));
  if (matter.byAnchor.has(anchor)) current.go(anchor, { flash: true });
}

sheets.begin(link);
margin.begin(faults.open, openSource);
faults.begin((anchor) => {
  if (views.now() !== "pages") views.turn("pages");
  const isOver = getComputedStyle(get("pane")).position === "fixed";
  if (isOver) get("close").click();
  current.go(anchor, { flash: true, focus: isOver });
});
views.begin(current.go, exhibit.open);
listen();
measureHead();
new ResizeObserver(measureHead).observe(get("top"));
want();
hear();
