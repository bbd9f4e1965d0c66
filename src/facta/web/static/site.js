// Why this file: in a still copy of the explorer, which may lie in a folder without a server, a reader looks for pages by words.
(() => {
  const input = document.getElementById("words");
  const count = document.getElementById("count");
  const items = [...document.querySelectorAll("#pages > li")].map((item) => [item, item.textContent.toLocaleLowerCase()]);
  const show = () => {
    const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      shown += !item.hidden;
    }
    count.textContent = words.length ? `${shown} of ${items.length} pages` : "";
  };
  document.getElementById("find").hidden = false;
  input.addEventListener("input", show);
})();
