// Keys for caseworkers: j and k move between cards, Enter opens, a answers, l joins, r "I have read it", / searches,
// ? shows them all. Everything works without them.
"use strict";
(() => {
  const cards = () => [...document.querySelectorAll("a.card")];
  const typing = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]");

  function move(step) {
    const all = cards();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    all[next].focus();
  }

  // On a case: the thing itself. On a list: the chosen card's page, at that place.
  function go(id) {
    const here = document.getElementById(id);
    if (here) {
      if (here.tagName === "FORM") here.requestSubmit();
      else {
        here.scrollIntoView();
        (here.querySelector("input, button, select, summary") ?? here).focus();
      }
      return;
    }
    const card = document.activeElement?.closest("a.card");
    if (card) location.assign(card.href + "#" + id);
  }

  const actions = {
    j: () => move(1),
    k: () => move(-1),
    a: () => go("write-answer"),
    l: () => go("join"),
    r: () => { if (document.getElementById("read")) go("read"); },
    "/": () => document.getElementById("q")?.focus(),
    "?": () => document.getElementById("keys")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const action = actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });
})();
