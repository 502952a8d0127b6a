// What cannot be read well: each text whose colour has less than 4.5:1 to what is painted below it (WCAG 2.2, 1.4.3).
(() => {
  for (const closed of document.querySelectorAll("details")) closed.open = true;
  const colour = (text) => {
    const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
    if (!parts) throw new Error(`no colour: ${text}`);
    return { rgb: parts.slice(1, 4).map(Number), alpha: Number(parts[4] ?? 1) };
  };
  const over = (above, below) => {
    const alpha = above.alpha + below.alpha * (1 - above.alpha);
    const mixed = (at) => (above.rgb[at] * above.alpha + below.rgb[at] * below.alpha * (1 - above.alpha)) / (alpha || 1);
    return { rgb: [0, 1, 2].map(mixed), alpha };
  };
  // Both as they come to the eye: through the backgrounds and the opacities of all that they stand in.
  const painted = (element, ink) => {
    let paper = { rgb: [0, 0, 0], alpha: 0 };
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const own = colour(style.backgroundColor);
      const opacity = Number(style.opacity);
      [ink, paper] = [ink, paper].map((layer) => over(layer, own)).map(({ rgb, alpha }) => ({ rgb, alpha: alpha * opacity }));
    }
    if (paper.alpha < 0.999) throw new Error("the page has no colour of its own");
    return [ink, paper];
  };
  const light = ({ rgb }) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (element, ink) => {
    const [high, low] = painted(element, colour(ink)).map(light).sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const own = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join("");
  const faults = [];
  let seen = 0;
  const look = (element, text, ink) => {
    seen += 1;
    const found = contrast(element, ink);
    if (found < 4.5) faults.push(`${found.toFixed(2)}:1 ${element.tagName} ${element.className} ${text}`);
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || ["title", "desc"].includes(element.tagName)) continue;
    const style = getComputedStyle(element);
    const text = own(element);
    if (text) look(element, text, element instanceof SVGElement ? style.fill : style.color);
    for (const pseudo of ["::before", "::after"]) {
      const added = getComputedStyle(element, pseudo);
      if (added.display !== "none" && !["none", "normal"].includes(added.content)) look(element, added.content, added.color);
    }
  }
  return seen > 20 ? faults : [`only ${seen} texts were seen`];
})()
