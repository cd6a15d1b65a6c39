// Long lists: typing hides what does not fit. Without this the whole list is there, under its headings.
(() => {
  "use strict";
  const narrow = (box) => {
    const form = box.closest("form");
    const wanted = box.value.trim().toLowerCase().split(/\s+/);
    let found = 0;
    for (const item of form.querySelectorAll(".sw-group [class$='__item']")) {
      const says = item.textContent.toLowerCase();
      const fits = wanted.every((word) => says.includes(word)) || item.querySelector("input").checked;
      item.hidden = !fits;
      found += fits;
    }
    for (const group of form.querySelectorAll(".sw-group")) group.hidden = !group.querySelector("[class$='__item']:not([hidden])");
    form.querySelector("[data-found]").textContent = box.value.trim() ? `${found} of the list fit. Clear the box to see all.` : "";
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-find]")) narrow(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-find]")) event.preventDefault(); // it sends nothing
  });
})();
