// Why this file: what the world view gains by a script: what a shape means beside the pointer, the year at once, charts as files.

// The words of each shape stand in its <title>, which browsers show late and plain: here they become a note, and the shape's name.
const note = document.createElement("div");
note.className = "tip float-tip";
note.hidden = true;
document.body.append(note);

for (const title of document.querySelectorAll(".world svg title")) {
  const shape = title.parentElement;
  shape.dataset.told = title.textContent;
  if (shape.localName === "a") shape.setAttribute("aria-label", title.textContent.replaceAll("\n", ", "));
  title.remove();
}

function show(shape, x, y) {
  const [heading, ...lines] = shape.dataset.told.split("\n");
  const strong = document.createElement("b");
  strong.textContent = heading;
  note.replaceChildren(strong, ...lines.map((line) => {
    const span = document.createElement("span");
    span.textContent = line;
    return span;
  }));
  note.hidden = false;
  const box = note.getBoundingClientRect();
  note.style.left = `${Math.max(4, Math.min(x + 14, innerWidth - box.width - 8))}px`;
  note.style.top = `${y + 18 + box.height > innerHeight ? Math.max(4, y - box.height - 12) : y + 18}px`;
}

const told = (event) => event.target.closest?.("[data-told]");
document.addEventListener("pointermove", (event) => {
  const shape = told(event);
  if (shape) show(shape, event.clientX, event.clientY);
  else note.hidden = true;
});
document.addEventListener("focusin", (event) => {
  const shape = told(event);
  if (!shape) return;
  const box = shape.getBoundingClientRect();
  show(shape, box.right, box.bottom);
});
document.addEventListener("focusout", () => { note.hidden = true; });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") note.hidden = true; });

// The year is a page of its own: it is asked for once the handle rests, and on it the slider is where whoever moved it still is.
const MOVED = "facta-year-moved", REST = 350;
const year = document.getElementById("year");
if (year) {
  const output = year.form.querySelector("output");
  const hidden = year.form.querySelector("input[name=year]");
  const all = year.getAttribute("aria-valuetext");
  let asking;
  year.addEventListener("input", () => {
    output.textContent = year.value;
    year.removeAttribute("aria-valuetext");
  });
  year.addEventListener("change", () => {
    clearTimeout(asking);
    asking = setTimeout(() => {
      hidden.value = year.value; // an untouched slider asks for no year
      try { sessionStorage.setItem(MOVED, "yes"); } catch { /* then the focus is lost */ }
      year.form.requestSubmit();
    }, REST);
  });
  try {
    if (sessionStorage.getItem(MOVED)) year.focus({ preventScroll: true });
    sessionStorage.removeItem(MOVED);
  } catch { /* nothing is remembered */ }
  // A browser that goes back to the page as it was left shows the year that was asked for next.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    year.value = year.defaultValue;
    hidden.value = hidden.defaultValue;
    output.textContent = output.defaultValue;
    if (all) year.setAttribute("aria-valuetext", all);
  });
}

// Charts are saved by what all views share, which is large, so it is loaded when somebody opens the menu.
for (const menu of document.querySelectorAll("[data-save]")) {
  menu.hidden = false;
  menu.addEventListener("toggle", async () => {
    if (menu.dataset.ready) return;
    menu.dataset.ready = "yes";
    const { saving } = await import("./charts.js");
    const svg = menu.closest("figure").querySelector("[data-chart]");
    if (svg) saving(menu, () => svg, menu.dataset.title, `facta-${menu.dataset.title.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`);
  });
}
