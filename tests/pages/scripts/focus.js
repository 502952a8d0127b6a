// Where the keyboard is: the number among all that it must reach, in the order of the page; and whether one sees it.
(() => {
  const all = [...document.querySelectorAll("a[href], button, summary, [tabindex='0']")].filter((it) => it.checkVisibility());
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== style.backgroundColor;
  return { all: all.length, at: all.indexOf(at), visible: inside && outlined, what: at.outerHTML.slice(0, 120) };
})()
