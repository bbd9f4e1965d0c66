// Why this file: the reader's choice of light or dark must stand before the first paint, so it runs before the page does.
try {
  const chosen = localStorage.getItem("facta-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* storage may be forbidden: the system's preference then counts */ }
document.documentElement.classList.add("js");
