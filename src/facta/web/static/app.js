// Why this file: what every page does besides being read: the switch between light and dark, and htmx's errors in words.

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

export function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
}

function announceTheme() {
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.setAttribute("aria-pressed", String(isDark()));
  }
  document.dispatchEvent(new CustomEvent("facta:theme"));
}

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("facta-theme", root.dataset.theme);
    } catch { /* it then lasts as long as the page */ }
    announceTheme();
  });
}
dark.addEventListener("change", announceTheme);
announceTheme();

// Paper is light, whatever the screen is; charts have their colours in them, so they are drawn again for it.
let onScreen;
addEventListener("beforeprint", () => {
  onScreen = root.dataset.theme;
  root.dataset.theme = "light";
  root.classList.add("for-paper");
  document.dispatchEvent(new CustomEvent("facta:theme"));
});
addEventListener("afterprint", () => {
  if (onScreen) root.dataset.theme = onScreen;
  else delete root.dataset.theme;
  root.classList.remove("for-paper");
  document.dispatchEvent(new CustomEvent("facta:theme"));
});

// What was left empty says nothing in an address.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});

// A server that is gone answers nothing, so there is nothing of its own to show.
document.addEventListener("htmx:sendError", (event) => {
  const target = event.detail.target;
  if (!target) return;
  const told = document.createElement("p");
  told.className = "notice notice-warn";
  told.setAttribute("role", "alert");
  told.textContent = "No answer from facta. Is facta serve still running? Start it again, then repeat.";
  target.replaceChildren(told);
});
