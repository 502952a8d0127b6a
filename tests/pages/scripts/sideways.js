// What sticks out of the page sideways and is in no region that scrolls by itself, and what scrolls but cannot be reached
// by keyboard or has no name.
(() => {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} wide`);
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const below = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) if (scrolls(at)) return true;
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility()) continue;
    const named = `${element.tagName} ${element.className}`;
    if (element.getBoundingClientRect().right > root.clientWidth + 0.5 && !below(element)) faults.push(`${named} sticks out`);
    if (scrolls(element) && element.scrollWidth > element.clientWidth) {
      if (element.getAttribute("tabindex") !== "0") faults.push(`${named} scrolls and cannot be focused`);
      if (!element.role || !element.ariaLabel) faults.push(`${named} scrolls and has no name`);
    }
  }
  return faults;
})()
