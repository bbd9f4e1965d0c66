// Why this file: draws the curve of follow-through beside its placebo, lets pictures be saved, and does so again after a verdict.
import { draw, font, limits, saving, tip, token, tooltip } from "./charts.js";

const percent = (share) => (share === null || share === undefined ? "" : `${Math.round(100 * share)}%`);

function option(curve) {
  return () => {
    const text = font();
    const top = Math.min(1, Math.max(0.2, Math.ceil(10 * Math.max(...curve.map((s) => Math.max(s.high ?? 0, s.share, s.placebo ?? 0)))) / 10));
    return {
      textStyle: { fontFamily: token("sans") },
      grid: { left: 44, right: 18, top: 26, bottom: 42 },
      xAxis: { type: "value", min: 0, max: 365, interval: 30, axisLabel: { ...text, formatter: (d) => ([30, 90, 180, 270, 360].includes(d) ? String(d) : "") }, splitLine: { show: false }, axisTick: { show: false }, axisLine: { lineStyle: { color: token("line-strong") } },
        name: "days since the commitment", nameLocation: "middle", nameGap: 26, nameTextStyle: text },
      yAxis: { type: "value", min: 0, max: top, interval: top > 0.5 ? 0.2 : 0.1, axisLabel: { ...text, formatter: percent }, splitLine: { lineStyle: { color: token("grid") } } },
      tooltip: tooltip((items) => {
        const s = curve[items[0].dataIndex];
        return tip(`Within ${s.days} days`, [["Met", percent(s.share)], ["95% interval", limits(s.low, s.high, true)], ["Placebo", percent(s.placebo)]]);
      }, { trigger: "axis", axisPointer: { type: "line", lineStyle: { color: token("line-strong") } } }),
      series: [
        { type: "line", name: "met", data: curve.map((s) => [s.days, s.share]), symbol: "circle", symbolSize: 6, z: 3, lineStyle: { color: token("kept"), width: 2.5 }, itemStyle: { color: token("kept") }, emphasis: { disabled: true },
          endLabel: { show: false } },
        { type: "line", name: "placebo", data: curve.map((s) => [s.days, s.placebo]), symbol: "none", z: 2, lineStyle: { color: token("ink-soft"), width: 2, type: [5, 4] }, itemStyle: { color: token("ink-soft") }, emphasis: { disabled: true } },
        { type: "custom", silent: true, z: 1, data: [0], renderItem: (params, api) => {
          const known = curve.filter((s) => s.low !== null);
          const points = [...known.map((s) => api.coord([s.days, s.high])), ...known.toReversed().map((s) => api.coord([s.days, s.low]))];
          return points.length ? { type: "polygon", shape: { points }, style: { fill: token("deeds-faint") } } : null;
        } },
        { type: "custom", silent: true, z: 4, data: [0], renderItem: (params, api) => {
          const at = curve.at(-1);
          const short = at.days < 183; // words before the end of a short curve would run over the axis
          const label = (value, words, colour, above) => {
            const [x, y] = api.coord([at.days, value]);
            const place = short ? { x: x + 8, y: y + (above ? 2 : -2) } : { x, y: y + (above ? -8 : 14) };
            return { type: "text", ...place, style: { text: words, fill: colour, align: short ? "left" : "right", verticalAlign: above ? "bottom" : "top", font: `600 13px ${token("sans")}` } };
          };
          const above = at.share >= (at.placebo ?? 0);
          const lines = [label(at.share, "commitments", token("kept"), above)];
          return { type: "group", children: at.placebo === null ? lines : [...lines, label(at.placebo, "placebo", token("ink-soft"), !above)] };
        } },
      ],
    };
  };
}

function csv(curve, name) {
  const columns = ["days", "share", "low", "high", "placebo"];
  const text = [columns.join(","), ...curve.map((s) => columns.map((c) => s[c] ?? "").join(","))].join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = `${name}.csv`;
  link.click();
}

function begin() {
  const figure = document.querySelector("[data-curve]");
  if (!figure || figure.dataset.drawn) return;
  figure.dataset.drawn = "yes";
  const { curve, names, pair } = JSON.parse(figure.dataset.curve);
  const element = figure.querySelector(".chart");
  const both = names.join(" ↔ ");
  if (curve.length) {
    draw(element, option(curve));
    const name = `facta-follow-through-${pair.join("-")}`;
    const menu = figure.querySelector("[data-save]");
    saving(menu, () => element.querySelector("svg"), `Do deeds follow? ${both}`, name);
    menu.querySelector("[data-csv]").addEventListener("click", () => csv(curve, name));
  }
  saving(document.querySelector('[data-save="lanes"]'), () => document.querySelector("[data-lanes]"), `From commitment to deed, ${both}`, `facta-ledger-${pair.join("-")}`);
}

begin();
document.addEventListener("htmx:afterSettle", () => {
  begin();
  // The button that was pressed is gone with the old list: go on at the commitment, or at what was said where it is no longer shown.
  const judged = document.getElementById("judged");
  if (judged && document.activeElement === document.body) (document.getElementById(judged.dataset.judged) ?? judged).focus();
});
