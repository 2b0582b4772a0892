// What redline.html does when it is read: three views, filters, from change to change. The page is
// whole without it. Nothing is fetched, nothing is kept.
"use strict";
(() => {
  const root = document.documentElement, body = document.body;
  root.classList.add("js");
  const text = document.getElementById("text"), sides = document.getElementById("sides");
  const said = document.getElementById("said"), controls = document.querySelector(".controls");
  const all = (where, which) => Array.from(where.querySelectorAll(which));
  const entries = all(document, ".list li");
  const blocks = all(text, "[data-b]");
  const marked = new Map();
  for (const one of all(text, "[data-c]")) {
    if (!marked.has(one.dataset.c)) marked.set(one.dataset.c, []);
    marked.get(one.dataset.c).push(one);
  }
  let view = "full", current = -1, built = false;
  const rowOf = new Map();

  const checked = (name) => all(controls, `input[name="${name}"]`);
  const chosen = (name) => (controls.querySelector(`select[name="${name}"]`) || {}).value || "";

  // --- filters: what is not asked for looks as if it were accepted ---

  function isOn(entry) {
    const d = entry.dataset;
    const kind = checked("kind").find((box) => box.value === d.kind);
    if (kind && !kind.checked) return false;
    if (chosen("part") && chosen("part") !== d.part) return false;
    if (chosen("author") && !d.author.split("\n").includes(chosen("author"))) return false;
    if (chosen("count") && !d.count.split(" ").includes(chosen("count"))) return false;
    return !chosen("accused") || d.accused.split(" ").includes(chosen("accused"));
  }

  function filter() {
    for (const entry of entries) {
      const on = isOn(entry);
      entry.hidden = !on;
      for (const one of marked.get(entry.dataset.for) || []) one.classList.toggle("off", !on);
      for (const row of rowOf.get(entry.dataset.for) || []) {
        row.classList.toggle("off-row", !on);
        for (const one of all(row, "[data-c]")) one.classList.toggle("off", !on);
      }
    }
    const numbers = checked("numbers")[0];
    body.classList.toggle("no-old-numbers", Boolean(numbers) && !numbers.checked);
    nearness();
    say();
  }

  // --- changes only: what differs, a block before and behind it, and the headings above ---

  const level = (block) => (/^H[1-4]$/.test(block.tagName) ? Number(block.tagName[1]) : 0);
  const differs = (block) => block.dataset.c !== undefined && !block.classList.contains("off");

  function nearness() {
    const show = new Array(blocks.length).fill("");
    const above = [];
    blocks.forEach((block, at) => {
      const own = level(block);
      if (own) above.length = own;
      if (differs(block)) {
        for (const heading of above) if (heading !== undefined && !show[heading]) show[heading] = "heading";
        for (const near of [at - 1, at + 1]) {
          const beside = blocks[near];
          if (beside && !show[near] && !level(beside) && beside.closest("section") === block.closest("section")) show[near] = "context";
        }
        show[at] = "differs";
      }
      if (own) above[own] = at;
    });
    let before = true;
    blocks.forEach((block, at) => {
      const far = !show[at];
      const notes = block.nextElementSibling;
      for (const one of [block, notes && notes.classList.contains("notes") ? notes : null]) {
        if (one) {
          one.classList.toggle("far", far || (one !== block && show[at] === "context"));
          one.classList.toggle("context", show[at] === "context");
        }
      }
      block.classList.toggle("gap", !far && !before && !level(block) && block.tagName !== "TR");
      before = !far;
    });
    for (const table of all(text, "table")) {
      const rows = all(table, "tbody [data-b]");
      const some = rows.some((row) => !row.classList.contains("far")) || !all(table, "caption[data-c]").every((one) => one.classList.contains("far"));
      for (const one of all(table, "thead [data-b], caption")) one.classList.toggle("far", !some);
    }
    for (const holder of all(text, "section, div, ol, ul, li, dl, table, blockquote")) {
      if (holder.dataset.b !== undefined || holder.matches(".note, .notes, .contents *")) continue;
      const inside = all(holder, "[data-b]");
      holder.classList.toggle("far", inside.length > 0 && inside.every((one) => one.classList.contains("far")));
    }
  }

  // --- side by side: each block twice, the old one without what was put in ---

  function copied(block, side) {
    let copy = block.cloneNode(true);
    const notes = block.nextElementSibling;
    const holder = document.createElement("div");
    if (block.tagName === "TR" || block.tagName === "CAPTION") {
      const table = document.createElement("table"), whole = block.closest("table");
      table.className = whole.className;
      const columns = whole.querySelector("colgroup");
      if (columns) table.append(columns.cloneNode(true));
      table.append(copy);
      copy = table;
    }
    holder.append(copy);
    if (notes && notes.classList.contains("notes")) holder.append(notes.cloneNode(true));
    if (side === "old") {
      for (const old of all(holder, ".old-number")) {
        const number = old.parentElement.querySelector(".number");
        if (number) number.textContent = old.textContent.replace(/^\[|\]$/g, "");
      }
      for (const one of all(holder, "[data-was].renumbered, [data-was].ref-number")) one.textContent = one.dataset.was;
    }
    for (const one of all(holder, "[id]")) one.removeAttribute("id");
    return Array.from(holder.childNodes);
  }

  function depth(block) {
    let deep = 0;
    for (let one = block.parentElement; one && one !== text; one = one.parentElement) {
      if (one.matches(".attached, ol.sub ol.sub, blockquote")) deep += 1;
    }
    return Math.min(deep, 3);
  }

  function cell(side, children) {
    const made = document.createElement("div");
    made.className = `cell-of-side side-${side}`;
    made.setAttribute("role", "cell");
    made.append(...children);
    return made;
  }

  function row(name) {
    const made = document.createElement("div");
    made.className = `row-of-sides ${name}`;
    made.setAttribute("role", "row");
    return made;
  }

  // A paragraph that was divided is one on the old side; one that was joined to the next, on the new.
  const togetherOn = (block) => ({ inserted: "old", deleted: "new" })[block.dataset.mark] || "";

  function goOn(held, more) {
    const first = held.firstElementChild, rest = more[0];
    for (const number of all(rest, ":scope > .number, :scope > .old-number")) number.remove();
    first.append(" ", ...rest.childNodes);
    held.append(...more.slice(1));
  }

  function build() {
    built = true;
    const made = document.createDocumentFragment();
    const head = row("head-of-sides");
    for (const side of ["old", "new"]) {
      const top = cell(side, [sides.dataset[side]]);
      top.setAttribute("role", "columnheader");
      head.append(top);
    }
    made.append(head);
    let joined = "";
    blocks.forEach((block, at) => {
      const gone = block.closest(".deleted"), come = block.closest(".inserted");
      const line = row(block.dataset.c === undefined ? "same" : "differs");
      const deep = depth(block);
      for (const [side, empty] of [["old", come], ["new", gone]]) {
        const held = cell(side, empty || joined === side ? [] : copied(block, side));
        if (togetherOn(block) === side && blocks[at + 1]) goOn(held, copied(blocks[at + 1], side));
        if (deep) held.firstElementChild && held.firstElementChild.classList.add(`depth-${deep}`);
        line.append(held);
      }
      if (block.dataset.c !== undefined) {
        line.dataset.row = block.dataset.c;
        line.tabIndex = -1;
        if (!rowOf.has(block.dataset.c)) rowOf.set(block.dataset.c, []);
        rowOf.get(block.dataset.c).push(line);
      }
      for (const one of [block, ...all(block, "[id]"), block.closest("li[id]"), block.closest("ol[id], table[id], div[id]")]) {
        if (one && one.id && !rowOf.has(`#${one.id}`)) rowOf.set(`#${one.id}`, [line]);
      }
      const notes = block.nextElementSibling;
      if (notes && notes.classList.contains("notes")) {
        for (const note of all(notes, "[id]")) rowOf.set(`#${note.id}`, [line]);
      }
      joined = togetherOn(block);
      made.append(line);
    });
    sides.append(made);
  }

  function show(name) {
    view = name;
    for (const radio of checked("view")) radio.checked = radio.value === name;
    if (name === "sides" && !built) { build(); filter(); }
    text.hidden = name === "sides";
    sides.hidden = name !== "sides";
    text.classList.toggle("changes-only", name === "changes");
    body.dataset.view = name;
    if (current >= 0) go(current, false);
    say();
  }

  // --- from change to change ---

  const places = () => entries.filter((entry) => !entry.hidden);

  function placeOf(entry) {
    const number = entry.dataset.for;
    if (view === "sides") return (rowOf.get(number) || [])[0];
    const anchor = entry.querySelector("a").getAttribute("href").slice(1);
    return document.getElementById(anchor) || (marked.get(number) || [])[0];
  }

  // Rows that were never seen have a height that is guessed: what is gone to is put in its place again
  // when those around it are drawn.
  function bring(place) {
    const put = () => { if (place.isConnected) place.scrollIntoView({ block: "center" }); };
    put();
    requestAnimationFrame(() => { put(); requestAnimationFrame(put); });
  }

  function go(at, focus) {
    const listed = places();
    for (const one of all(document, ".current")) one.classList.remove("current");
    for (const one of all(document, ".list [aria-current]")) one.removeAttribute("aria-current");
    if (!listed.length) { current = -1; say(); return; }
    current = (at + listed.length) % listed.length;
    const entry = listed[current], place = placeOf(entry);
    const link = entry.querySelector("a");
    link.setAttribute("aria-current", "true");
    const list = entry.closest(".list");
    if (list.scrollHeight > list.clientHeight) list.scrollTop = entry.offsetTop - list.clientHeight / 3;
    if (place) {
      place.classList.add("current");
      if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
      if (focus) place.focus({ preventScroll: true });
      bring(place);
    }
    say();
  }

  function say() {
    const listed = places();
    if (!listed.length) said.textContent = "no change is shown";
    else if (current < 0 || current >= listed.length) said.textContent = `${listed.length} of ${entries.length} changes shown`;
    else {
      const link = listed[current].querySelector("a");
      said.textContent = `change ${current + 1} of ${listed.length}: ${link.firstChild.textContent}${link.childNodes[1].textContent}`;
    }
  }

  const step = (by) => go(current < 0 ? (by > 0 ? 0 : -1) : current + by, true);

  // --- what is pressed ---

  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  controls.addEventListener("change", (event) => {
    if (event.target.name === "view") show(event.target.value);
    else if (event.target.id !== "keys") { current = -1; filter(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !document.getElementById("keys").checked) return;
    if (event.target.matches("select, textarea, input[type=text]")) return;
    const does = { n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
      1: () => show("full"), 2: () => show("changes"), 3: () => show("sides") }[event.key];
    if (does) { event.preventDefault(); does(); }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || link.matches(".skip")) return;
    const entry = link.closest(".list li");
    if (entry) { event.preventDefault(); go(places().indexOf(entry), true); return; }
    const anchor = decodeURIComponent(link.getAttribute("href").slice(1));
    if (view === "sides") {
      const to = (rowOf.get(`#${anchor}`) || [])[0];
      if (to) { event.preventDefault(); to.tabIndex = -1; to.focus({ preventScroll: true }); bring(to); }
      return;
    }
    const target = document.getElementById(anchor);
    // What is left out in "changes only" can be gone to in the full text.
    if (target && target.closest(".far") && view === "changes") show("full");
  });

  const measure = () => {
    const sticks = getComputedStyle(controls).position === "sticky";
    root.style.setProperty("--bar", `${sticks ? controls.offsetHeight : 0}px`);
  };
  measure();
  addEventListener("resize", measure);
  if (matchMedia("(max-width: 56rem)").matches) document.querySelector(".list details").open = false;
  filter();
  show("full");
})();
