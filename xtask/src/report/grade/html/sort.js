"use strict";
// Turns the headings of sortable tables into buttons. Without this script the tables are read as they are.
for (const table of document.querySelectorAll("table.sortable")) {
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  table.before(said);
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, column) => {
    const cell = row.cells[column];
    const value = cell.dataset.value;
    return value === undefined ? cell.textContent : Number(value);
  };
  const order = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...table.tBodies[0].rows].map((row) => [key(row, column), row]);
      rows.sort((a, b) => (up ? order(a[0], b[0]) : order(b[0], a[0])));
      table.tBodies[0].append(...rows.map((row) => row[1]));
      said.textContent = `Sorted by ${button.textContent}, ${up ? "ascending" : "descending"}.`;
    });
  });
}
