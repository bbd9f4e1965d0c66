// Why this file: shows what belongs together. Whatever is pointed at or focused, a mark or a card, lights up act, actor, recipient,
// evidence and sources of its event, and wires join them.

const SVG = "http://www.w3.org/2000/svg";
const ROLES = ["act", "from", "to", "proof", "source", "words", "cue", "speaker", "name"];
const wide = matchMedia("(min-width: 56rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let reader, parts, cards, lit, pinned, scrolled = 0;

function index() {
  reader = document.getElementById("reader");
  if (!reader) return;
  parts = new Map();
  cards = new Map();
  lit = null;
  for (const element of reader.querySelectorAll("[data-of]")) {
    for (const token of element.dataset.of.split(" ")) {
      const [mark, role] = token.split(":");
      if (!parts.has(mark)) parts.set(mark, []);
      parts.get(mark).push([element, role]);
    }
  }
  for (const card of reader.querySelectorAll("li[data-mark]")) cards.set(card.dataset.mark, card);
}

// What an element stands for: the card around it, or the most particular mark of its words.
function marksOf(element) {
  const own = element.closest?.("[data-mark]");
  if (own && reader.contains(own)) return [own.dataset.mark];
  const piece = element.closest?.("[data-of]");
  if (!piece || !reader.contains(piece)) return [];
  const tokens = piece.dataset.of.split(" ").map((token) => token.split(":"));
  const first = (roles) => tokens.filter(([, role]) => roles.includes(role)).map(([mark]) => mark);
  for (const roles of [["act"], ["from", "to"], ["words", "speaker", "cue"], ["name"], ["proof", "source"]]) {
    const found = first(roles);
    if (found.length) return [...new Set(found)];
  }
  return [];
}

function dim() {
  for (const element of reader.querySelectorAll(".lit")) element.classList.remove("lit", ...ROLES.map((role) => `lit-${role}`));
  reader.querySelector(".wire")?.remove();
  lit = null;
}

function light(marks, { reveal = false } = {}) {
  const key = marks.join(" ");
  if (key === lit) return;
  dim();
  if (!marks.length) return;
  lit = key;
  for (const mark of marks) {
    for (const [element, role] of parts.get(mark) ?? []) element.classList.add("lit", `lit-${role}`);
    cards.get(mark)?.classList.add("lit");
    for (const number of reader.querySelectorAll(`a.num[data-mark="${mark}"]`)) number.classList.add("lit");
  }
  const card = cards.get(marks[0]);
  if (reveal && card && wide.matches) show(card);
  if (wide.matches) wire(marks[0], card);
}

// Scrolls the margin, never the page, to a card.
function show(card) {
  const margin = card.closest(".margin, .thread");
  if (!margin || margin.scrollHeight <= margin.clientHeight) return;
  const [inner, outer] = [card.getBoundingClientRect(), margin.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  margin.scrollBy({ top: inner.top - outer.top - outer.height / 4, behavior: calm.matches ? "auto" : "smooth" });
}

function box(element) {
  const [at, home] = [element.getClientRects()[0], reader.getBoundingClientRect()];
  return at && { left: at.left - home.left, right: at.right - home.left, top: at.top - home.top, bottom: at.bottom - home.top };
}

function path(drawing, d, kind) {
  const made = document.createElementNS(SVG, "path");
  made.setAttribute("d", d);
  if (kind) made.setAttribute("class", kind);
  drawing.append(made);
}

// Whether nothing is written above a box until the paragraph before: it stands in the first line of its own.
function free(element, at) {
  const block = element.closest("[data-start]") ?? element.closest("p");
  return block && at.top - (block.getBoundingClientRect().top - reader.getBoundingClientRect().top) < (at.bottom - at.top) / 2;
}

const FLAT = 8; // an arc lower than this is a stroke along the words

// Pixels above a box up to what is written before its paragraph.
function room(element, at) {
  const before = (element.closest("[data-start]") ?? element.closest("p")).previousElementSibling;
  return before ? at.top - (before.getBoundingClientRect().bottom - reader.getBoundingClientRect().top) : Infinity;
}

// Arcs from the actor to the act and on to the recipient and the sources; none where it would strike through words.
function wire(mark, card) {
  const own = parts.get(mark) ?? [];
  const act = own.find(([, role]) => role === "act")?.[0];
  const from = act && box(act);
  if (!from || !card || !free(act, from) || room(act, from) < FLAT) return;
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "wire");
  drawing.setAttribute("aria-hidden", "true");
  const middle = (from.left + from.right) / 2;
  const seen = new Set();
  for (const [element, role] of own) {
    const to = ["from", "to", "source"].includes(role) && !seen.has(element) && box(element);
    if (!to || !free(element, to) || element.closest("[data-start]") !== act.closest("[data-start]")) continue;
    seen.add(element);
    const x = (to.left + to.right) / 2;
    const top = Math.min(from.top, to.top) - Math.min(34, 10 + Math.abs(x - middle) / 8, room(act, from));
    path(drawing, `M${x} ${to.top} C${x} ${top} ${middle} ${top} ${middle} ${from.top}`, role === "from" ? "" : `wire-${role}`);
  }
  reader.append(drawing);
}

function begin() {
  index();
  if (!reader || reader.dataset.ready) return;
  reader.dataset.ready = "yes";
  let wait;
  reader.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const marks = marksOf(event.target);
    clearTimeout(wait);
    wait = setTimeout(() => light(marks.length ? marks : pinned ?? [], { reveal: !event.target.closest(".margin, .thread") }), 60);
  });
  reader.addEventListener("pointerleave", () => { clearTimeout(wait); light(pinned ?? []); });
  reader.addEventListener("focusin", (event) => light(marksOf(event.target), { reveal: true }));
  reader.addEventListener("click", (event) => {
    if (event.target.closest("a, button, input, select, form, summary, label")) return;
    const [mark] = event.target.closest("[data-of]") ? marksOf(event.target) : [];
    const card = mark && cards.get(mark);
    if (card?.id) location.hash = card.id;
  });
  arrive();
  if (location.hash) document.fonts.ready.then(arrive); // lines break otherwise once the type is there
}

// An address that names an event shows its words as well as its card.
function arrive() {
  const named = decodeURIComponent(location.hash.slice(1));
  const card = reader && document.getElementById(named);
  if (reader && named && !card) elsewhere(named);
  const found = card?.closest("li[data-mark]");
  pinned = found && reader.contains(found) ? [found.dataset.mark] : null;
  if (!pinned) return;
  const act = (parts.get(pinned[0]) ?? []).find(([, role]) => role === "act" || role === "words" || role === "name")?.[0];
  act?.scrollIntoView({ block: wide.matches ? "center" : "start", behavior: "auto" });
  if (!wide.matches && act) scrollBy(0, -90);
  lit = null;
  light(pinned, { reveal: true });
}

// What the page does not show may stand in another part of the thread.
function elsewhere(named) {
  const address = new URL(location.href);
  if (!reader.dataset.parts || address.searchParams.get("at") === named) return;
  address.searchParams.delete("thread");
  address.searchParams.set("at", named);
  location.replace(address);
}

addEventListener("hashchange", arrive);
addEventListener("resize", () => { if (lit) { const again = lit.split(" "); lit = null; light(again); } });
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id === "reader") scrolled = reader.querySelector(".margin").scrollTop;
});
document.addEventListener("htmx:afterSettle", (event) => {
  const swapped = event.detail.elt;
  if (swapped?.matches?.("li[data-mark]")) { // one card as it is now
    cards.set(swapped.dataset.mark, swapped);
    swapped.focus({ preventScroll: true });
    return;
  }
  if (swapped?.matches?.("[id^='f-']")) swapped.querySelector("[id^='now-']")?.focus(); // what has changed while the form was open
  if (swapped?.id !== "reader") return;
  pinned = null;
  begin();
  reader.querySelector(".margin").scrollTop = scrolled;
  const judged = document.getElementById(reader.dataset.judged);
  judged?.focus({ preventScroll: true });
  if (judged && wide.matches) show(judged);
});

// Where a selection lies in the page's text: Unicode code points, as everything of the store counts, without the numbers of events.
function place(node, offset) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!block || !reader.contains(block)) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  const part = before.cloneContents();
  for (const number of part.querySelectorAll("a.num")) number.remove();
  return Number(block.dataset.start) + [...part.textContent].length;
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
  return start !== null && end !== null && start < end ? { start, end, range } : null;
}

// A button beside selected words adds an event about them; so does the link in the margin, which keys reach.
let pick;
document.addEventListener("selectionchange", () => {
  const found = reader && selected();
  if (!found) {
    pick?.remove();
    return;
  }
  if (!pick) {
    pick = document.createElement("button");
    pick.type = "button";
    pick.className = "button button-small pick no-print";
    pick.textContent = "Add an event here";
    pick.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
    pick.addEventListener("click", () => { document.getElementById("add-event").click(); pick.remove(); });
  }
  const [at, home] = [found.range.getBoundingClientRect(), reader.getBoundingClientRect()];
  pick.style.left = `${Math.max(0, Math.min(at.left - home.left, home.width - 160))}px`;
  pick.style.top = `${at.bottom - home.top + 6}px`;
  reader.append(pick);
});
document.addEventListener("htmx:configRequest", (event) => {
  const found = event.detail.elt?.id === "add-event" && selected();
  if (found) Object.assign(event.detail.parameters, { start: found.start, end: found.end });
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "new") return;
  const first = document.getElementById("new-words") ?? document.getElementById("new-head");
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: "nearest" });
});
begin();
