// Why this file: draws the timeline of a pair, and opens the sentences of what is clicked, brushed, or chosen by keys.
import { draw, font, limits, saving, signed, tip, token, tooltip } from "./charts.js";

const RUNGS = ["talk", "commitment", "deed"];
const NAMES = { talk: "Talk", commitment: "Commitments", deed: "Deeds" };
const SIDES = ["coop", "conf"];
const figures = [...document.querySelectorAll("[data-timeline]")].map((figure) => ({
  figure,
  data: JSON.parse(figure.querySelector("script").textContent),
  close() {}, // until it is drawn
}));
const sum = (data, rungs, n) => rungs.reduce((all, rung) => all + SIDES.reduce((s, side) => s + data.rungs[rung][side][n], 0), 0);
const most = (rungs) => Math.max(1, ...figures.map(({ data }) => Math.max(...data.periods.map((_, n) => sum(data, rungs, n)))));
// pairs side by side are drawn to one scale
const UP = most(["talk", "commitment"]);
const DOWN = most(["deed"]);
const TEXTS = Math.max(1, ...figures.map(({ data }) => Math.max(...data.independent)));

function hatch(periods) {
  return { symbol: "rect", dashArrayX: [1, 0], dashArrayY: periods > MANY ? [1, 6] : [1.4, 4], rotation: -Math.PI / 4, color: token("paper"), symbolSize: 1 };
}

function bars(data) {
  return SIDES.flatMap((side) =>
    RUNGS.map((rung) => ({
      type: "bar", name: `${rung} ${side}`, stack: "stories", xAxisIndex: 0, yAxisIndex: 0, barCategoryGap: data.periods.length > 60 ? "12%" : "22%", barMaxWidth: 34,
      data: data.rungs[rung][side].map((count) => (rung === "deed" ? -count : count) || null),
      itemStyle: { color: token(`${side}-${rung}`), ...(side === "conf" ? { decal: hatch(data.periods.length) } : {}) },
      emphasis: { disabled: true },
    })),
  );
}

// Runs of neighbouring periods that have an interval.
function runs(data, rung) {
  return stretches(data.rungs[rung].low);
}

// A balance with its interval: a band through long runs, bars for single periods; talk stands a little left, deeds a little right.
function band(data, rung, colour, aside) {
  const { low, high } = data.rungs[rung];
  return {
    type: "custom", xAxisIndex: 1, yAxisIndex: 1, silent: true, z: 1, data: runs(data, rung).map((_, n) => [n]),
    renderItem(params, api) {
      const run = runs(data, rung)[params.dataIndex];
      const wide = api.size([1, 0])[0];
      const at = (n, value) => { const [x, y] = api.coord([n, value]); return [x + aside * shift(wide), y]; };
      if (run.length >= LONG) {
        const points = [...run.map((n) => at(n, high[n])), ...run.toReversed().map((n) => at(n, low[n]))];
        return { type: "polygon", shape: { points }, style: { fill: colour } };
      }
      const half = Math.max(1.5, Math.min(5, wide * 0.2));
      return { type: "group", children: run.map((n) => {
        const [x, top] = at(n, high[n]);
        return { type: "rect", shape: { x: x - half, y: top, width: 2 * half, height: Math.max(1, at(n, low[n])[1] - top), r: 1 }, style: { fill: colour } };
      }) };
    },
  };
}

const LONG = 4; // neighbouring periods that make a line
const MANY = 60; // periods beyond which single ones say nothing: the line then pools its neighbours, for the eye only
const POOLED = { day: 28, week: 13, month: 12 };

function pools(data) {
  return data.periods.length > MANY && data.by in POOLED;
}

// The balance of all stories of a window around each period.
function pooled(data, rung) {
  const { coop, conf } = data.rungs[rung];
  const half = POOLED[data.by] / 2;
  return coop.map((_, n) => {
    const [from, to] = [Math.max(0, n - Math.floor(half)), n + Math.ceil(half)];
    const add = (counts) => counts.slice(from, to).reduce((sum, count) => sum + count, 0);
    const [more, less] = [add(coop), add(conf)];
    return more + less ? (more - less) / (more + less) : null;
  });
}

// Stretches of points without a gap.
function stretches(values) {
  const out = [];
  values.forEach((value, n) => {
    if (value === null) return;
    if (out.length && out.at(-1).at(-1) === n - 1) out.at(-1).push(n);
    else out.push([n]);
  });
  return out;
}
const shift = (wide) => Math.min(6, wide * 0.2);

function balance(data, rung, colour, symbol, aside) {
  const pooling = pools(data);
  const wide = pooling ? 4 : 8;
  const values = pooling ? pooled(data, rung) : data.rungs[rung].balance;
  const long = stretches(values).filter((run) => run.length >= LONG);
  return {
    type: "custom", xAxisIndex: 1, yAxisIndex: 1, silent: true, z: 3, data: [[0]],
    renderItem(params, api) {
      const size = api.size([1, 0])[0];
      const at = (n) => { const [x, y] = api.coord([n, data.rungs[rung].balance[n]]); return [x + aside * shift(size), y]; };
      const on = (n) => { const [x, y] = api.coord([n, values[n]]); return [x + aside * shift(size), y]; };
      const lines = long.map((run) => ({ type: "polyline", shape: { points: run.map(on) }, style: { stroke: colour, lineWidth: pooling ? 2.5 : 2, fill: "none" } }));
      const half = Math.max(2, Math.min(wide, size * 0.6) / 2);
      const dots = data.rungs[rung].balance.flatMap((value, n) => {
        if (value === null) return [];
        const [x, y] = at(n);
        return symbol === "circle"
          ? [{ type: "circle", shape: { cx: x, cy: y, r: half }, style: { fill: colour, opacity: pooling ? 0.35 : 1 } }]
          : [{ type: "rect", shape: { x: x - half, y: y - half, width: 2 * half, height: 2 * half }, style: { fill: colour, opacity: pooling ? 0.35 : 1 } }];
      });
      return { type: "group", children: [...lines, ...dots] };
    },
  };
}

// Where years begin, the first of them left out where it is no whole year, as many as there is room for.
function yearLabels(years, wide) {
  const starts = years.flatMap((year, n) => (n === 0 || year !== years[n - 1] ? [n] : []));
  if (starts.length > 2 && starts[1] * wide < 40) starts.shift();
  const every = Math.ceil(44 / (wide * ((starts.at(-1) - starts[0]) / Math.max(1, starts.length - 1) || 1)));
  return new Set(starts.filter((_, n) => n % every === 0));
}

// A step between ticks that an eye can count, and the bounds of the axis as multiples of it.
const TICK = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000].find((step) => (UP + DOWN) / step <= 8) ?? 100000;
const upTo = (most) => Math.ceil(most / TICK) * TICK;

function option(data) {
  return (width) => {
    const text = font();
    const left = 46, right = 16;
    const axis = { type: "category", data: data.periods, boundaryGap: true, axisTick: { show: false }, axisLine: { show: false } };
    const years = data.periods.map((name) => name.slice(0, 4));
    const labelled = yearLabels(years, (width - left - right) / years.length);
    const few = new Set(years).size < 3;
    const label = few
      ? { ...text, hideOverlap: true, interval: "auto" }
      : { ...text, interval: (index) => labelled.has(index), formatter: (name) => name.slice(0, 4) };
    const grid = { left, right };
    const value = { type: "value", splitLine: { lineStyle: { color: token("grid") } }, axisLabel: text, axisTick: { show: false } };
    return {
      textStyle: { fontFamily: token("sans") },
      grid: [
        { ...grid, top: 26, height: "43%" },
        { ...grid, top: "58%", height: "21%" },
        { ...grid, top: "88%", height: "8%" },
      ],
      axisPointer: { link: [{ xAxisIndex: "all" }], lineStyle: { color: token("line-strong"), type: "solid" }, label: { show: false } },
      xAxis: [
        { ...axis, gridIndex: 0, axisLabel: label, position: "bottom", axisLine: { show: true, onZero: true, lineStyle: { color: token("ink"), width: 1 } } },
        { ...axis, gridIndex: 1, axisLabel: { show: false }, axisLine: { show: true, onZero: true, lineStyle: { color: token("line-strong") } } },
        { ...axis, gridIndex: 2, axisLabel: { show: false }, axisLine: { show: true, lineStyle: { color: token("line-strong") } } },
      ],
      yAxis: [
        { ...value, gridIndex: 0, min: -upTo(DOWN), max: upTo(UP), interval: TICK, axisLabel: { ...text, formatter: (n) => String(Math.abs(n)) },
          name: "stories: words above, deeds below", nameTextStyle: { ...text, align: "left", padding: [0, 0, 0, -left + 6] }, nameGap: 10 },
        { ...value, gridIndex: 1, min: -1, max: 1, interval: 1, axisLabel: { ...text, formatter: (n) => signed(n, 0) },
          name: `balance: talk ● and deeds ■${pools(data) ? `, lines over ${POOLED[data.by]} ${data.by}s; intervals in the table` : ""}`, nameTextStyle: { ...text, align: "left", padding: [0, 0, 0, -left + 6] }, nameGap: 10 },
        { ...value, gridIndex: 2, min: 0, max: TEXTS, interval: TEXTS, splitLine: { show: false },
          name: "volume: independent tellings, and outlets –", nameTextStyle: { ...text, align: "left", padding: [0, 0, 0, -left + 6] }, nameGap: 14 },
      ],
      tooltip: tooltip((items) => told(data, items[0].dataIndex), { trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: token("select") } } }),
      series: [
        ...bars(data),
        ...(pools(data) ? [] : [band(data, "talk", token("words-faint"), -1), band(data, "deed", token("deeds-faint"), 1)]),
        balance(data, "talk", token("words"), "circle", -1),
        balance(data, "deed", token("deeds"), "rect", 1),
        { type: "bar", name: "texts", xAxisIndex: 2, yAxisIndex: 2, barMaxWidth: 34, barCategoryGap: "22%", data: data.independent.map((n) => n || null), itemStyle: { color: token("volume") }, emphasis: { disabled: true } },
        { type: "scatter", name: "outlets", xAxisIndex: 2, yAxisIndex: 2, symbol: "rect", symbolSize: [Math.max(4, Math.min(20, (width / data.periods.length) * 0.7)), 2.5], data: data.outlets.map((n) => n || null), itemStyle: { color: token("ink") }, emphasis: { disabled: true } },
      ],
    };
  };
}

function told(data, n) {
  const lines = [];
  for (const rung of RUNGS) {
    const { coop, conf, balance: value, low, high } = data.rungs[rung];
    if (!coop[n] && !conf[n]) continue;
    const counts = [coop[n] && `${coop[n]}+`, conf[n] && `${conf[n]}−`].filter(Boolean).join(" ");
    const around = low[n] === null ? "" : ` (${limits(low[n], high[n])})`;
    lines.push([NAMES[rung], `${counts} · ${signed(value[n])}${around}`]);
  }
  lines.push(["Stories", data.stories[n]], ["Independent texts", data.independent[n]], ["Outlets", data.outlets[n]]);
  return tip(data.periods[n], lines, data.stories[n] ? "Click to read the sentences" : "");
}

// The days from one period to another, as an address opens them.
function between(data, from, to) {
  const [a, b] = from <= to ? [from, to] : [to, from];
  return `${data.days[a].split("..")[0]}..${data.days[b].split("..")[1]}`;
}

function withQuery(address, name, value) {
  const url = new URL(address, location.href);
  url.searchParams.set(name, value);
  return url.pathname + url.search;
}

// Each choice is a step that Back takes back: htmx loads the page again at an entry that is marked as its own.
function visited(address) {
  if (address === location.pathname + location.search) return;
  history.replaceState({ htmx: true }, "");
  history.pushState({ htmx: true }, "", address);
}

function open(data, days) {
  const panel = document.getElementById("evidence");
  window.htmx.ajax("GET", withQuery(data.panel, "open", days), { target: panel, source: panel, swap: "innerHTML" }).then(() => {
    panel.scrollTop = 0;
    if (matchMedia("(max-width: 68rem)").matches) panel.scrollIntoView({ block: "start" });
  });
  visited(withQuery(data.address, "open", days));
  for (const other of figures) if (other.data !== data) other.close();
}

function watch(each, element, chart) {
  const { data } = each;
  const box = document.createElement("div");
  box.className = "brush";
  box.hidden = true;
  element.append(box);
  const all = data.periods.length;
  const at = (x) => Math.max(0, Math.min(all - 1, Math.round(chart.convertFromPixel({ xAxisIndex: 0 }, x))));
  const edges = (a, b) => {
    const half = Math.abs(chart.convertToPixel({ xAxisIndex: 0 }, 1) - chart.convertToPixel({ xAxisIndex: 0 }, 0)) / 2 || 20;
    const [from, to] = a <= b ? [a, b] : [b, a];
    return [chart.convertToPixel({ xAxisIndex: 0 }, from) - half, chart.convertToPixel({ xAxisIndex: 0 }, to) + half];
  };
  let chosen = null;
  const show = (a, b) => {
    chosen = [a, b];
    const [left, right] = edges(a, b);
    box.hidden = false;
    box.style.left = `${left}px`;
    box.style.width = `${right - left}px`;
  };
  each.close = () => {
    chosen = null;
    box.hidden = true;
  };
  let from = null;
  const x = (event) => event.clientX - element.getBoundingClientRect().left;
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = at(x(event));
    if (event.pointerType === "mouse") element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (from !== null && at(x(event)) !== from) show(from, at(x(event)));
  });
  element.addEventListener("pointercancel", () => { from = null; });
  element.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = at(x(event));
    show(from, to);
    open(data, between(data, from, to));
    now = to;
    tell();
    from = null;
  });

  // With keys the chart is a slider over its periods.
  let now = Math.max(0, data.stories.findLastIndex((count) => count > 0));
  element.tabIndex = 0;
  element.setAttribute("role", "slider");
  element.setAttribute("aria-label", `${data.names[0]} and ${data.names[1]} over time: arrow keys choose a ${data.by}, Enter opens its sentences`);
  element.setAttribute("aria-description", element.dataset.says);
  element.setAttribute("aria-valuemin", "0");
  element.setAttribute("aria-valuemax", String(all - 1));
  const tell = () => {
    element.setAttribute("aria-valuenow", String(now));
    const count = data.stories[now];
    element.setAttribute("aria-valuetext", `${data.periods[now]}: ${count === 1 ? "1 story" : `${count} stories`}`);
  };
  tell();
  const moves = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 12, PageDown: -12, Home: -all, End: all };
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(data, between(data, ...(chosen ?? [now, now])));
    } else if (event.key in moves) {
      event.preventDefault();
      const start = event.shiftKey ? chosen?.[0] ?? now : null;
      now = Math.max(0, Math.min(all - 1, now + moves[event.key]));
      show(start ?? now, now);
      tell();
      chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: now });
    }
  });
  const asked = new URL(location.href).searchParams;
  if (asked.has("open") && data.second === (asked.get("second") === "1")) {
    const [a, b] = asked.get("open").split("..");
    const covered = data.days.map((days, n) => [days.split(".."), n]).filter(([[first, last]]) => last >= a && first <= (b || a));
    if (covered.length) show(covered[0][1], covered.at(-1)[1]);
  }
  return () => {
    if (!element.contains(box)) element.append(box);
    if (chosen) show(...chosen);
  };
}

for (const each of figures) {
  const element = each.figure.querySelector(".chart");
  let again = () => {};
  const chart = draw(element, option(each.data), () => again());
  again = watch(each, element, chart);
  const title = `${each.data.names[0]} ${each.data.directed ? "→" : "↔"} ${each.data.names[1]}, stories by ${each.data.by}`;
  saving(each.figure.querySelector("[data-save]"), () => element.querySelector("svg"), title, `facta-${each.data.pair.join("-")}-${each.data.by}`);
}

for (const link of document.querySelectorAll("a[data-open]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    open(figures.find(({ data }) => data.second === "second" in link.dataset).data, link.dataset.open);
    document.getElementById("evidence").focus();
  });
}
