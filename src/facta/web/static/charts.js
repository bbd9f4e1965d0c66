// Why this file: what every chart shares: colours from the tokens, tooltips made of nodes (never of strings), drawing again when the
// window or the theme changes, and saving as SVG or PNG.
import { init } from "../vendor/echarts.js";

export function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function font(size = 13) {
  return { fontFamily: token("sans"), fontSize: size, color: token("ink-soft") };
}

// The element of a chart, what makes its option from (width) and what to call after each drawing.
export function draw(element, option, after = () => {}) {
  element.replaceChildren();
  const chart = init(element, null, { renderer: "svg" });
  const redraw = () => {
    chart.resize();
    chart.setOption({ animation: false, aria: { enabled: true, decal: { show: false }, label: { enabled: false } }, ...option(element.clientWidth) }, true);
    const svg = element.querySelector("svg");
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`); // so that paper may scale it
    after(chart);
  };
  redraw();
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth !== width && element.clientWidth > 0) {
      width = element.clientWidth;
      redraw();
    }
  }).observe(element);
  document.addEventListener("facta:theme", redraw);
  return chart;
}

// A tooltip: a heading and pairs of a name and a value.
export function tip(heading, lines, foot) {
  const box = document.createElement("div");
  const strong = document.createElement("b");
  strong.textContent = heading;
  const list = document.createElement("dl");
  for (const [name, value] of lines) {
    const dt = document.createElement("dt");
    const dd = document.createElement("dd");
    dt.textContent = name;
    dd.textContent = value;
    list.append(dt, dd);
  }
  box.append(strong, list);
  if (foot) {
    const p = document.createElement("div");
    p.className = "soft";
    p.textContent = foot;
    box.append(p);
  }
  return box;
}

export function tooltip(formatter, more = {}) {
  return {
    className: "tip", formatter, confine: true, appendTo: "body", backgroundColor: "transparent", borderWidth: 0, padding: 0,
    extraCssText: "box-shadow:none", transitionDuration: 0, ...more,
  };
}

export function signed(value, digits = 2) {
  if (value === null || value === undefined) return "";
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : (value > 0 ? "+" : "−") + text;
}

// The bounds of an interval, as the server writes them (relations/wording.py): what is not zero is not written as zero.
export function limits(low, high, share = false) {
  if (low === null || high === null) return "";
  return [low, high].map((value) => {
    const number = share ? 100 * value : value;
    const least = share ? 0 : 2;
    const digits = [0, 1, 2, 3, 4].find((more) => more >= least && Number(number.toFixed(more)) !== 0) ?? least;
    return share ? `${signed(number, digits).replace("+", "")}%` : signed(number, digits);
  }).join(" to ");
}

// What a copy has to bring with it, since the page's styles stay behind.
const CARRIED = ["fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "paint-order", "vector-effect", "opacity", "font-family", "font-size", "font-weight", "font-style", "letter-spacing", "text-anchor", "dominant-baseline"];
const SVG = "http://www.w3.org/2000/svg";
const EDGE = 12;

function make(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

function styled(svg) {
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, n) => {
    const style = getComputedStyle(element);
    for (const name of CARRIED) {
      const value = style.getPropertyValue(name);
      if (value && !value.startsWith("url")) to[n].setAttribute(name, value);
    }
    to[n].removeAttribute("style");
    to[n].removeAttribute("class");
  });
  return copy;
}

// How wide words are, in the type of the page or in that of a viewer that has it not, whichever is wider.
const ruler = document.createElement("canvas").getContext("2d");
function wide(text, size, weight) {
  const families = token("sans");
  return Math.max(...[families, families.split(",").slice(1).join(",") || "sans-serif"].map((family) => {
    ruler.font = `${weight} ${size}px ${family}`;
    return ruler.measureText(text).width;
  }));
}

// A text in lines of at most so many pixels, from a height on; the height below it.
function lines(into, text, y, { width, size = 13, weight = 400, fill = token("ink-soft") }) {
  let line = "";
  const put = () => {
    y += Math.round(1.4 * size);
    into.append(make("text", { x: EDGE, y, "font-size": size, "font-weight": weight, fill, "font-family": token("sans") }, line));
  };
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && wide(`${line} ${word}`, size, weight) > width) {
      put();
      line = "";
    }
    line = line ? `${line} ${word}` : word;
  }
  if (line) put();
  return y;
}

const COLOUR = /(?:rgba?|hsla?|oklch|oklab|lab|lch|color)\([^()]*\)/g;
const clear = (colour) => !colour || colour === "transparent" || /^rgba\(.*,\s*0\)$|\/\s*0\)$/.test(colour);

// What a patch of colour in a key shows: its colour, whether it is hatched, a ring, round.
function patch(element) {
  const [own, before, after] = [null, "::before", "::after"].map((part) => getComputedStyle(element, part));
  const drawn = before.content !== "none" ? before : own;
  const stripes = drawn.backgroundImage.match(COLOUR);
  const ring = clear(drawn.backgroundColor) && !stripes;
  return {
    fill: stripes ? stripes.at(-1) : drawn.backgroundColor,
    opacity: drawn.opacity,
    hatched: Boolean(stripes) || after.content !== "none",
    ring: ring ? own.boxShadow.match(COLOUR)?.[0] : null,
    round: own.borderRadius === "50%",
  };
}

function swatch(into, element, x, y) {
  const { fill, opacity, hatched, ring, round } = patch(element);
  const shape = round ? ["circle", { cx: x + 6, cy: y - 5, r: ring ? 5 : 6 }] : ["rect", { x, y: y - 11, width: 13, height: 12, rx: 2 }];
  const line = ring ? { stroke: ring, "stroke-width": 2 } : { stroke: token("line-strong"), "stroke-width": 0.5 };
  into.append(make(shape[0], { ...shape[1], fill: ring ? "none" : fill, "fill-opacity": opacity, ...line }));
  if (hatched) into.append(make(shape[0], { ...shape[1], fill: "url(#facta-hatch)" }));
  return x + 15;
}

// The key of a figure, in rows; the height below it.
function key(into, figure, y, width) {
  const items = [...figure?.querySelectorAll(".key li, .key-item") ?? []];
  if (!items.length) return y;
  let x = EDGE;
  y += 22;
  for (const item of items) {
    const text = item.textContent.trim().replace(/\s+/g, " ");
    const patches = [...item.querySelectorAll("i")];
    const room = 15 * patches.length + 4 + wide(text, 13, 400);
    if (x > EDGE && x + room > width + EDGE) [x, y] = [EDGE, y + 20];
    let at = x;
    for (const one of patches) at = swatch(into, one, at, y);
    into.append(make("text", { x: patches.length ? at + 4 : at, y, "font-size": 13, fill: getComputedStyle(item).color, "font-family": token("sans") }, text));
    x += room + 18;
  }
  return y;
}

const words = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";

// How far a drawing's words reach over its edges, where it lets them: left, top, right, bottom.
function over(svg) {
  const home = svg.getBoundingClientRect();
  const reach = [0, 0, 0, 0];
  if (getComputedStyle(svg).overflow === "hidden" && !svg.querySelector("[overflow=visible]")) return reach;
  for (const text of svg.querySelectorAll("text")) {
    const at = text.getBoundingClientRect();
    if (at.width) [home.left - at.left, home.top - at.top, at.right - home.right, at.bottom - home.bottom].forEach((more, n) => { reach[n] = Math.max(reach[n], Math.ceil(more)); });
  }
  return reach.map((more) => Math.min(more && more + 4, 160));
}

// The drawing with its title, what it is about, its key and what stands below it, and where and when it was made.
function copied(svg, title) {
  const figure = svg.closest("figure");
  const { width, height } = svg.getBoundingClientRect();
  const [left, top, right, bottom] = over(svg);
  const room = Math.max(width + left + right, 300);
  const outer = make("svg", { xmlns: SVG });
  const paper = make("rect", { width: "100%", height: "100%", fill: token("paper") });
  const hatch = make("pattern", { id: "facta-hatch", width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  hatch.append(make("path", { d: "M0 0v4", stroke: token("paper"), "stroke-width": 2.4, "stroke-opacity": 0.6 }));
  const defs = make("defs", {});
  defs.append(hatch);
  outer.append(paper, defs);
  let y = lines(outer, title, 4, { width: room, size: 17, weight: 650, fill: token("ink") });
  const about = [document.querySelector("main .kicker"), figure?.querySelector(".segments [aria-current]")].map(words).filter(Boolean);
  y = lines(outer, about.join(" · "), y, { width: room });
  y = key(outer, figure, y, room) + 12 + top;
  const copy = styled(svg);
  const back = getComputedStyle(svg).backgroundColor;
  if (!clear(back)) outer.append(make("rect", { x: EDGE + left, y, width, height, fill: back }));
  for (const [name, value] of Object.entries({ x: EDGE + left, y, width, height })) copy.setAttribute(name, value);
  if (getComputedStyle(svg).overflow !== "hidden") copy.setAttribute("overflow", "visible");
  outer.append(copy);
  y += height + bottom;
  const caption = figure?.querySelector("figcaption")?.cloneNode(true);
  for (const part of caption?.querySelectorAll(".key-item, .no-print, .script-only, .hush") ?? []) part.remove();
  y = lines(outer, words(caption), y + 4, { width: room });
  y = lines(outer, words(document.querySelector(".paper-head")), y + 4, { width: room, size: 12 });
  const size = { width: Math.ceil(room) + 2 * EDGE, height: Math.ceil(y) + EDGE };
  for (const [name, value] of Object.entries(size)) outer.setAttribute(name, value);
  return { text: new XMLSerializer().serializeToString(outer), ...size };
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// The buttons of a `data-save` menu: what `svg()` returns is saved under a title and a file name.
export function saving(menu, svg, title, name) {
  menu.hidden = false;
  menu.addEventListener("click", async (event) => {
    const as = event.target.dataset?.as;
    if (!as) return;
    menu.open = false;
    const { text, width, height } = copied(svg(), title);
    const picture = new Blob([text], { type: "image/svg+xml" });
    if (as === "svg") return save(picture, `${name}.svg`);
    const image = new Image();
    image.src = URL.createObjectURL(picture);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * width;
    canvas.height = 2 * height;
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    context.drawImage(image, 0, 0, width, height);
    URL.revokeObjectURL(image.src);
    canvas.toBlob((png) => save(png, `${name}.png`), "image/png");
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
