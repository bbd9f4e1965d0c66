// Why this script: users need no build step and pages load nothing from elsewhere, so what browsers run is committed here, and anyone
// can make it again: `npm ci && npm run build` in this folder writes the same files and vendor.toml with their hashes.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const packages = {
  echarts: { licence: "Apache-2.0", texts: { "LICENSE": "echarts-LICENSE.txt", "NOTICE": "echarts-NOTICE.txt" } },
  zrender: { licence: "BSD-3-Clause", texts: { "LICENSE": "zrender-LICENSE.txt" } },
  tslib: { licence: "0BSD", texts: { "LICENSE.txt": "tslib-LICENSE.txt" } },
  "htmx.org": { licence: "0BSD", texts: { "LICENSE": "htmx-LICENSE.txt" } },
  "@fontsource-variable/source-sans-3": { licence: "OFL-1.1", texts: { "LICENSE": "source-sans-3-LICENSE.txt" } },
  "@fontsource-variable/source-serif-4": { licence: "OFL-1.1", texts: { "LICENSE": "source-serif-4-LICENSE.txt" } },
};
const fonts = ["source-sans-3", "source-serif-4"];
const made = [];

await rm("licences", { recursive: true, force: true });
await mkdir("licences");
await mkdir("fonts", { recursive: true });

await build({
  entryPoints: ["echarts.entry.js"],
  outfile: "echarts.js",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2020",
  legalComments: "none", // the licences lie beside it
  banner: { js: `/* Apache ECharts ${await version("echarts")} (Apache-2.0), a build with the parts that facta uses; see vendor.toml */` },
});
made.push(["echarts.js", ["echarts", "zrender", "tslib"]]);

await copyFile("node_modules/htmx.org/dist/htmx.min.js", "htmx.js");
made.push(["htmx.js", ["htmx.org"]]);

for (const font of fonts) {
  for (const subset of ["latin", "latin-ext"]) {
    for (const style of font === "source-serif-4" ? ["normal", "italic"] : ["normal"]) {
      const name = `${font}-${subset}-wght-${style}.woff2`;
      await copyFile(`node_modules/@fontsource-variable/${font}/files/${name}`, `fonts/${name}`);
      made.push([`fonts/${name}`, [`@fontsource-variable/${font}`]]);
    }
  }
}

for (const [name, { texts }] of Object.entries(packages)) {
  for (const [from, to] of Object.entries(texts)) await copyFile(`node_modules/${name}/${from}`, `licences/${to}`);
}

let toml = "# Written by build.mjs: which files come from elsewhere, from what, under which licence, and what their bytes are.\n";
for (const [name, { licence, texts }] of Object.entries(packages)) {
  const held = Object.values(texts).map((text) => `"licences/${text}"`).join(", ");
  toml += `\n[packages."${name}"]\nversion = "${await version(name)}"\nlicence = "${licence}"\ntexts = [${held}]\n`;
}
for (const [file, from] of made) {
  const sum = createHash("sha256").update(await readFile(file)).digest("hex");
  toml += `\n[files."${file}"]\nfrom = [${from.map((name) => `"${name}"`).join(", ")}]\nsha256 = "${sum}"\n`;
}
await writeFile("vendor.toml", toml);

async function version(name) {
  return JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8")).version;
}
