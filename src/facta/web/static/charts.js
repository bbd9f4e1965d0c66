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

// What a copy has to bring with it, since the page's styles stay behind.
const CARRIED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];

function copied(svg, title) {
  const { width, height } = svg.getBoundingClientRect();
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
  const head = 34;
  const outer = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  outer.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  outer.setAttribute("width", width + 24);
  outer.setAttribute("height", height + head + 34);
  const paper = document.createElementNS(outer.namespaceURI, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", token("paper"));
  const said = (text, x, y, size, weight, fill) => {
    const node = document.createElementNS(outer.namespaceURI, "text");
    for (const [name, value] of Object.entries({ x, y, "font-size": size, "font-weight": weight, fill, "font-family": token("sans") })) node.setAttribute(name, value);
    node.textContent = text;
    return node;
  };
  copy.setAttribute("x", "12");
  copy.setAttribute("y", String(head));
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  outer.append(paper, said(title, 12, 24, 17, 650, token("ink")), copy, said(`facta, ${location.pathname}`, 12, height + head + 22, 12, 400, token("ink-soft")));
  return { text: new XMLSerializer().serializeToString(outer), width: width + 24, height: height + head + 34 };
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
