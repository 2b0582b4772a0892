// The pane beside the pages: one thing at a time, closed by Esc, which leads back to where the reader was.

import { get } from "./ask.js";
import { keeping, measureHead } from "./place.js";

let shown = "";
let back = null;
let whenClosed = () => {};

export const isShown = (name) => shown === name;

/** Where the reader was; after a save what stands in its place. */
function found() {
  if (!back || back.isConnected) return back;
  const { citation, of } = back.dataset;
  if (citation) return document.querySelector(`.block a[data-citation="${citation}"]`);
  const kind = back.matches(".mark") ? ".mark" : ".block";
  return of ? document.querySelector(`${kind}[data-of="${CSS.escape(of)}"]`) : null;
}

/** Open the pane with these elements; the focus goes to its title, or to what is asked for. */
export function open(name, title, held, { closed = () => {}, focus = true } = {}) {
  if (!shown) back = document.activeElement;
  else if (shown !== name) whenClosed();
  shown = name;
  whenClosed = closed;
  get("pane-title").textContent = title;
  get("pane-body").replaceChildren(...held);
  if (get("pane").hidden) {
    keeping(() => {
      get("pane").hidden = false;
      document.body.classList.add("with-pane");
      measureHead();
    });
  }
  get("pane-body").scrollTop = 0;
  if (focus) get("pane-title").focus({ preventScroll: true });
}

export function close() {
  if (!shown) return false;
  shown = "";
  whenClosed();
  keeping(() => {
    get("pane").hidden = true;
    document.body.classList.remove("with-pane");
  });
  (found() || get("view")).focus({ preventScroll: true });
  return true;
}

get("close").addEventListener("click", close);
