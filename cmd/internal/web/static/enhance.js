// What is pleasant and not needed: keys, and the word under the pointer shown on
// the picture of the page.
"use strict";

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, select, textarea")) return;
  const box = document.getElementById("q");
  const turn = { ArrowLeft: "prev", ArrowRight: "next" }[e.key];
  if (e.key === "/" && box) {
    e.preventDefault();
    box.focus();
    box.select();
  } else if (turn) {
    document.querySelector(`a[rel=${turn}]`)?.click();
  }
});

const drawing = document.querySelector("figure svg");
if (drawing) {
  const pointer = document.createElementNS(drawing.namespaceURI, "rect");
  pointer.setAttribute("class", "pointed");
  const show = (word) => {
    if (!word) return pointer.remove();
    const [x0, y0, x1, y1] = word.dataset.box.split(" ").map(Number);
    for (const [name, value] of Object.entries({ x: x0 - 1, y: y0 - 1, width: x1 - x0 + 2, height: y1 - y0 + 2 })) pointer.setAttribute(name, value);
    drawing.append(pointer);
  };
  document.getElementById("text").addEventListener("pointerover", (e) => show(e.target.closest("[data-box]")));
  document.getElementById("text").addEventListener("pointerleave", () => show(null));
  for (const row of document.querySelectorAll("div[data-field]")) {
    const place = drawing.querySelector(`rect[data-field="${CSS.escape(row.dataset.field)}"]`);
    if (!place) continue;
    row.addEventListener("pointerenter", () => place.classList.add("pointed"));
    row.addEventListener("pointerleave", () => place.classList.remove("pointed"));
  }
}
