// What the page asks of the server: its own room, and nothing else.

let pen = "";

export function holdPen(given) {
  pen = given;
}

export async function json(path) {
  const answer = await fetch(path, { cache: "no-store", headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

export async function text(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.text();
}

/** Ask for something that has an effect; "" or why it has none. */
export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-indict-pen": pen },
    body: JSON.stringify(body),
  });
  return answer.ok ? "" : answer.text();
}

/** A made element: its name, its attributes (those of `on…` are listeners), what it holds. */
export function made(name, attributes = {}, ...held) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...held.filter((one) => one !== null && one !== undefined));
  return element;
}

export const get = (id) => document.getElementById(id);

/** Sets sizes of an element in points, as properties that its style reads: only those that are others,
 * because all that stands in the element is laid out again for each. */
export function sized(element, sizes) {
  for (const [name, value] of Object.entries(sizes)) {
    const before = element.style.getPropertyValue(`--${name}`);
    if (before !== String(value)) element.style.setProperty(`--${name}`, value);
  }
  return element;
}

/** Sets attributes that are others than before. */
export function named(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
}
