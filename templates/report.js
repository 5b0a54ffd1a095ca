// Opens what an address points into, narrows the findings, and moves between them by keys.
// Without this script the page is complete; it only lacks these.
"use strict";

const FACETS = ["state", "verdict", "rule", "subject", "source"];
const HOLDERS = ".group, .part, .part > .fold, .desk, .task, .index";
const finder = document.querySelector(".finder");
const found = document.getElementById("found");
const panel = document.getElementById("keys");
const keysOn = document.getElementById("keys-on");
const items = [...document.querySelectorAll("[data-find], .rows tbody tr")];
const findings = [...document.querySelectorAll("article.finding")];
const rows = [...document.querySelectorAll(".rows tbody tr")];
const texts = new Map();

// Small letters without accents: what is typed is found however it is written.
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function textOf(item) {
  if (!texts.has(item)) texts.set(item, plain(item.textContent));
  return texts.get(item);
}

// The address holds either an anchor or the filters: #f-0123 or #verdict=contradicts&q=budget.
function asked() {
  const fragment = location.hash.slice(1);
  return fragment.includes("=") ? new URLSearchParams(fragment) : null;
}

function chosen() {
  const wanted = new URLSearchParams();
  if (finder) {
    for (const key of [...FACETS, "q"]) {
      const value = finder.elements[key]?.value.trim();
      if (value) wanted.set(key, value);
    }
  }
  return wanted;
}

function fits(item, wanted, words) {
  for (const key of FACETS) {
    const value = wanted.get(key);
    if (value && !(item.dataset[key] ?? "").split(" ").includes(value)) return false;
  }
  return words.every((word) => textOf(item).includes(word));
}

function narrow() {
  const wanted = chosen();
  const words = plain(wanted.get("q") ?? "").split(/\s+/).filter(Boolean);
  for (const item of items) item.hidden = !fits(item, wanted, words);
  for (const holder of document.querySelectorAll(HOLDERS)) {
    const inside = [...holder.querySelectorAll("[data-find], .rows tbody tr")];
    holder.hidden = inside.length > 0 && inside.every((item) => item.hidden);
  }
  const narrowed = wanted.size > 0;
  document.body.classList.toggle("narrowed", narrowed);
  tell([...findings, ...rows].filter((finding) => !finding.hidden).length, narrowed);
}

function tell(count, narrowed) {
  const said = found.dataset;
  const words = count === 0 ? said.none : !narrowed ? said.every : said.some;
  const all = findings.length + rows.length;
  const text = all === 1 && count === 1
    ? said.one : words.replace("{}", count).replace("{}", all);
  if (found.textContent !== text) found.textContent = text;
}

function write() {
  const wanted = chosen();
  if (!keysOn.checked) wanted.set("keys", "off");
  const fragment = wanted.toString();
  history.replaceState(null, "", fragment ? `#${fragment}` : location.href.split("#")[0]);
}

function read() {
  const wanted = asked();
  if (wanted === null) return;
  if (finder) {
    for (const key of [...FACETS, "q"]) {
      if (finder.elements[key]) finder.elements[key].value = wanted.get(key) ?? "";
    }
    // What the report does not have cannot be chosen: the choice is then "any".
    for (const select of finder.querySelectorAll("select")) {
      if (select.selectedIndex < 0) select.value = "";
    }
    narrow();
  }
  keysOn.checked = wanted.get("keys") !== "off";
}

function unfold(node) {
  for (; node; node = node.parentElement) {
    if (node instanceof HTMLDetailsElement) node.open = true;
  }
}

function arrive() {
  if (asked() !== null) return read();
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { /* A lone "%" is part of a name. */ }
  const target = document.getElementById(name);
  if (!target) return;
  if (target.closest("[hidden]")) {
    finder?.reset();
    narrow();
  }
  unfold(target);
  target.querySelector(":scope > details")?.setAttribute("open", "");
  target.scrollIntoView();
}

function showAll() {
  finder.reset();
  narrow();
  write();
  finder.elements.q.focus();
}

function step(by) {
  const shown = findings.filter((finding) => !finding.closest("[hidden]"));
  if (shown.length === 0) return;
  const here = document.activeElement?.closest("article.finding");
  let at = shown.indexOf(here);
  if (at < 0) at = by > 0 ? firstBelow(shown) - 1 : firstBelow(shown);
  const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
  next.focus({ preventScroll: true });
  next.scrollIntoView();
}

// The first finding that is not above the window: where a reader is who has only scrolled.
function firstBelow(shown) {
  const at = shown.findIndex((finding) => finding.getBoundingClientRect().bottom > innerHeight / 3);
  return at < 0 ? shown.length : at;
}

function toggle() {
  const here = document.activeElement?.closest("article.finding");
  if (!here) return step(1);
  const folds = [...here.querySelectorAll("details")];
  const open = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = open;
}

function search() {
  finder?.elements.q.focus();
  finder?.elements.q.select();
}

function show() {
  if (!panel.open) panel.showModal();
}

const KEYS = { j: () => step(1), k: () => step(-1), e: toggle, "/": search, "?": show };

function press(event) {
  const field = event.target.closest("input, select, textarea");
  if (event.key === "Escape" && field?.name === "q") {
    showAll();
    return field.blur();
  }
  const free = !field && !panel.open && keysOn.checked;
  const action = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
  if (!free || !action || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  action();
}

function begin() {
  if (finder) {
    finder.hidden = false;
    finder.addEventListener("submit", (event) => event.preventDefault());
    finder.addEventListener("input", () => { narrow(); write(); });
    document.getElementById("show-all").addEventListener("click", showAll);
    document.getElementById("keys-open").addEventListener("click", show);
  }
  keysOn.addEventListener("change", write);
  addEventListener("keydown", press);
  addEventListener("hashchange", arrive);
  arrive();
}

addEventListener("DOMContentLoaded", begin);
