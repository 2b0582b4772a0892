// The matter as it is shown: its last state, and how pieces of it are found.

import { json, holdPen } from "./ask.js";

export const matter = {
  state: null,
  pages: null,
  editor: "",
  /** The pieces in order without notes: what a reader is at. */
  texts: [],
  byAnchor: new Map(),
  byKey: new Map(),
  /** Of each page, from 1, the pieces that begin on it. */
  onPage: [],
  /** Of each page the places at which something begins that is no piece: a list, the contents. */
  edges: [],
  /** Of each page the text piece that goes on from the page before. */
  before: [],
  faultsAt: new Map(),
};

/** The texts of the last state by name: a name stands for what the text says. */
const held = new Map();
let since = -1;
let look = "";

/** What these texts say, in order. */
const all = (names) => (names || []).flatMap((name) => held.get(name));

/** Asks for the last state; of its texts those are sent that are not here. */
export async function load() {
  const told = await json(`state?since=${since}`);
  holdPen(told.pen);
  matter.editor = told.editor;
  matter.working = told.working;
  const state = told.state;
  matter.state = state;
  if (!state) return;
  for (const [name, text] of Object.entries(told.texts)) held.set(name, text);
  const used = new Set(Object.values(state.lists).flat());
  for (const name of held.keys()) if (!used.has(name)) held.delete(name);
  since = state.number;
  if (held.size < used.size) {
    since = -1; // the server knows nothing of what we were told, and tells all
    return load();
  }
  state.problems = all(state.lists.problems);
  matter.faultsAt = Map.groupBy(state.problems.filter((p) => p.anchor), (p) => p.anchor);
  if (!state.pages) return;
  const { problems, ...ofPages } = state.lists;
  const shown = JSON.stringify([ofPages, state.pages.language]);
  if (shown === look) return;
  look = shown;
  const pages = state.pages;
  pages.look = look;
  pages.leaves = all(ofPages.leaves);
  pages.pieces = all(ofPages.pieces);
  pages.anchors = new Map(all(ofPages.anchors).map(([anchor, ...place]) => [anchor, place]));
  pages.citations = new Map(all(ofPages.citations).map(([number, ...cited]) => [number, cited]));
  matter.pages = pages;
  matter.texts = pages.pieces.filter((piece) => piece.kind !== "note");
  matter.byAnchor = new Map(pages.pieces.map((piece) => [piece.anchor, piece]));
  matter.byKey = new Map(pages.pieces.map((piece) => [piece.key, piece]));
  matter.onPage = pages.leaves.map(() => []);
  for (const piece of pages.pieces) matter.onPage[piece.page - 1]?.push(piece);
  matter.edges = pages.leaves.map(() => []);
  for (const [anchor, [page, top]] of pages.anchors) {
    if (!matter.byAnchor.has(anchor)) {
      matter.edges[page - 1]?.push({ kind: "edge", top, isHead: /^(part|list|elements|contents)/.test(anchor) });
    }
  }
  let last = null;
  matter.before = matter.onPage.map((pieces, at) => {
    const before = last;
    const texts = [...pieces.filter((piece) => piece.kind !== "note"), ...matter.edges[at]];
    if (texts.length) last = texts.reduce((a, b) => (b.top >= a.top ? b : a));
    return before?.kind === "edge" ? null : before;
  });
}

/** Where an anchor is: its page and the points from the page's upper edge. */
export function placeOf(anchor) {
  const piece = matter.byAnchor.get(anchor);
  if (piece) return { page: piece.page, top: piece.top };
  const found = matter.pages?.anchors.get(anchor);
  return found ? { page: found[0], top: found[1] } : null;
}

const WORDS = { paragraph: "paragraph", subparagraph: "paragraph", note: "footnote", exhibit: "", count: "count", annex: "annex" };

/** What a person calls the piece: "paragraph 32", "Count 1", "P004". */
export function called(piece) {
  if (piece.kind === "heading" || piece.kind === "accused" || piece.kind === "row") return piece.place.at(-1) || piece.printed;
  return `${WORDS[piece.kind] ?? ""} ${piece.printed}`.trim();
}

export function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
