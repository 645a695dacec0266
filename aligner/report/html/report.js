// Filters rows and jumps between problems. Without it the page shows everything.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  const rows = [...document.querySelectorAll("tbody tr")];
  const shown = document.getElementById("shown");
  const leastValue = document.getElementById("least-value");
  const sign = leastValue.value.slice(1);  // "0 %" as the reader's language writes it
  const language = document.documentElement.lang;
  const written = number => language === "en" ? String(number) : number.toLocaleString(language);
  form.hidden = false;

  function apply() {
    const least = Number(form.elements.least.value) / 100;
    leastValue.value = form.elements.least.value + sign;
    const grades = new Set([...form.querySelectorAll("input[name=grade]:checked")].map(box => box.value));
    const hasGrades = form.querySelector("input[name=grade]") !== null;
    let count = 0;
    for (const row of rows) {
      const isPair = row.classList.contains("pair");
      let visible = isPair ? Number(row.dataset.confidence) >= least : form.elements.alone.checked;
      if (isPair && hasGrades && !grades.has(row.dataset.grade)) visible = false;
      if (form.elements.problems.checked && !row.classList.contains("problem")) visible = false;
      row.hidden = !visible;
      if (visible && isPair) ++count;
    }
    shown.value = written(count) + " / " + written(rows.filter(row => row.classList.contains("pair")).length);
  }

  function jump(step) {
    const problems = rows.filter(row => row.classList.contains("problem") && !row.hidden);
    if (problems.length === 0) return;
    const at = problems.findIndex(row => "#" + row.id === location.hash);
    const next = at < 0 ? (step > 0 ? 0 : problems.length - 1) : (at + step + problems.length) % problems.length;
    location.hash = problems[next].id;
    problems[next].querySelector("th").focus();
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  document.getElementById("next").addEventListener("click", () => jump(1));
  document.getElementById("previous").addEventListener("click", () => jump(-1));
  document.addEventListener("keydown", event => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") jump(1);
    if (event.key === "k") jump(-1);
  });
  for (const row of rows) {
    for (const mark of row.querySelectorAll("mark")) {
      const same = row.querySelectorAll('mark[data-join="' + mark.dataset.join + '"]');
      mark.addEventListener("mouseenter", () => same.forEach(one => one.classList.add("active")));
      mark.addEventListener("mouseleave", () => same.forEach(one => one.classList.remove("active")));
    }
  }
  apply();
})();
