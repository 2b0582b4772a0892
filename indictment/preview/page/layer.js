// The words over a picture: transparent, where they stand in it, so that they can be selected, searched and read aloud.

import { made, sized } from "./ask.js";

const pencil = document.createElement("canvas").getContext("2d");
const GAP = 30; // points between two lines that are not of one paragraph
const HEADINGS = { count: "h2", accused: "h2", annex: "h2", heading: "h3" };

/** How much a text set in 1 px of the browser's own serif has to be stretched to be `width` points wide at `size`. */
function stretch(text, width, size) {
  pencil.font = "100px serif";
  const natural = (pencil.measureText(text).width / 100) * size;
  return natural > 0 ? width / natural : 1;
}

/** What is read and copied of a line: the next one follows after a space, unless the word goes on in it. */
function spoken(line, next) {
  const text = line.text.trimEnd();
  if (!next) return text;
  const isSameRow = Math.abs(next.box[1] - line.box[1]) < (line.box[3] - line.box[1]) / 2 && next.box[0] >= line.box[0];
  if (isSameRow) return line.text;
  return /[-\u2010/]$/.test(text) ? text : `${text} `;
}

function segment(line, next, x, y, link) {
  const [left, top, right, bottom] = line.box;
  const size = bottom - top;
  const text = spoken(line, next);
  const element = link && line.link >= 0 ? link(line, text) : made("span", {}, text);
  return sized(element, {
    x: (left - x).toFixed(2), y: (top - y).toFixed(2), s: size.toFixed(2),
    stretch: stretch(text.trimEnd(), right - left, size).toFixed(4),
  });
}

/** A block of lines: one paragraph as far as it stands on the page. */
function block(name, lines, piece, isFirst, link) {
  const x = Math.min(...lines.map((line) => line.box[0]));
  const y = Math.min(...lines.map((line) => line.box[1]));
  const right = Math.max(...lines.map((line) => line.box[2]));
  const bottom = Math.max(...lines.map((line) => line.box[3]));
  const element = made(name, { class: "block", tabindex: piece ? "-1" : null, "data-of": piece?.anchor, id: isFirst ? piece.anchor : null });
  element.append(...lines.map((line, at) => segment(line, lines[at + 1], x, y, link)));
  return sized(element, { x, y, dx: right - x, dy: bottom - y });
}

/**
 * Lines of a page in groups: what belongs to one piece, or to none. `edges` are the places at which the form begins
 * something that is no piece: a list, an annex, the contents.
 */
function grouped(lines, pieces, edges, before) {
  const begins = [...pieces.filter((piece) => piece.kind !== "note"), ...edges].sort((a, b) => a.top - b.top);
  const notes = pieces.filter((piece) => piece.kind === "note");
  const groups = [];
  let ended = null; // a piece after whose words there was a wide gap: what follows is another thing
  for (const line of lines) {
    const middle = (line.box[1] + line.box[3]) / 2;
    const under = (some) => some.findLast((one) => one.top <= middle + 0.5);
    const last = groups.at(-1);
    if (line.running) {
      groups.push({ owner: null, lines: [line] });
      continue;
    }
    const owner = under(notes) || under(begins) || before || null;
    const gap = last && last.owner === owner ? line.box[1] - Math.max(...last.lines.map((one) => one.box[3])) : 0;
    if (gap > GAP && owner?.kind !== "note") ended = owner;
    const mine = owner === ended ? null : owner;
    const isHead = mine?.kind === "edge" && !groups.some((group) => group.owner === mine);
    if (last && last.owner === mine && !isHead && !last.isHead && gap <= GAP) last.lines.push(line);
    else groups.push({ owner: mine, lines: [line], isHead: isHead && mine.isHead });
  }
  return groups;
}

/**
 * The blocks of a page. `pieces` are those that begin on it, in order; `before` is the one that goes on from the page
 * before; `link` makes the element of a line that is a link.
 */
export function blocks(words, pieces, edges, before, link) {
  const seen = new Set(before ? [before] : []);
  return grouped(words.lines, pieces, edges, before).map(({ owner, lines, isHead }) => {
    const piece = owner?.kind === "edge" ? null : owner;
    const isFirst = Boolean(piece) && !seen.has(piece);
    if (piece) seen.add(piece);
    const name = isHead ? "h2" : (isFirst && HEADINGS[piece.kind]) || "p";
    return block(name, lines, piece, isFirst, link);
  });
}

/** The words of an exhibit's page, a block a line. */
export function plain(lines) {
  return lines.map(([text, ...box]) => block("p", [{ text, box, link: -1 }], null, false, null));
}
