"use strict";
// Ties claims to their words, and the keys. Without this file links lead both ways and every form still works.

const reading = document.querySelector("[data-reading]");
const beside = document.querySelector("[data-beside]");

// -- lights: what belongs to one claim lights up together

function lit(root, selector) {
  for (const each of root.querySelectorAll(".lit")) each.classList.remove("lit");
  if (selector) for (const each of root.querySelectorAll(selector)) each.classList.add("lit");
}

function claimAt(target) {
  const card = target.closest("[data-claim]");
  if (card) return card.dataset.claim;
  const mark = target.closest(".words mark");
  const own = mark && [...mark.classList].filter((name) => name.startsWith("k-"));
  return own && own.length ? own[own.length - 1].slice(2) : null;
}

if (reading) {
  const show = (event) => {
    const claim = claimAt(event.target);
    lit(reading, claim && `.words .k-${claim}, #${claim}`);
  };
  reading.addEventListener("mouseover", show);
  reading.addEventListener("focusin", show);
  reading.addEventListener("mouseleave", () => lit(reading, null));
}
if (beside) {
  const show = (event) => {
    const link = event.target.closest("mark a");
    lit(beside, link && `mark:has(> a.${link.className})`);
  };
  beside.addEventListener("mouseover", show);
  beside.addEventListener("focusin", show);
}

// -- dialogs

function open(dialog) {
  if (dialog && !dialog.open) dialog.showModal();
}

// A question that needs more than a key (whose name? which claim?) is asked in place.
async function ask(link) {
  const dialog = document.getElementById("asking");
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("judging");
  if (!answer.ok || !found) {
    location.assign(link.href);
    return;
  }
  dialog.querySelector(".asked").replaceChildren(found);
  open(dialog);
  const first = found.querySelector("input:checked, input:not([type=hidden])");
  if (first) first.focus();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) open(document.getElementById(opener.dataset.open));
  const link = event.target.closest("a[data-ask]");
  if (link && document.getElementById("asking") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    ask(link);
  }
});

// -- judging in place: the card comes back as the server sees it now

let judged = null;
document.addEventListener("submit", (event) => {
  judged = event.target.closest("[data-claim]")?.id;
});

document.addEventListener("htmx:after:swap", () => {
  const card = judged && document.getElementById(judged);
  if (!card) return;
  judged = null;
  if (document.activeElement === document.body) card.focus({ preventScroll: true });  // else somebody went on
  const said = card.querySelector(".said");
  document.getElementById("heard").textContent = said ? said.innerText.replace(/\s+/g, " ") : "";
});
// Whatever went wrong is shown as it would be without script: by the page that says so.
document.addEventListener("htmx:response:error", (event) => event.target.closest("form")?.submit());

// -- keys

const cards = () => [...document.querySelectorAll("[data-claim]")];

function current() {
  const within = document.activeElement.closest("[data-claim]");
  return within || document.querySelector("[data-claim]:target") || document.querySelector("[data-claim].lit");
}

function step(by) {
  const all = cards();
  const place = all.indexOf(current());
  const next = all[place < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(place + by, 0), all.length - 1)];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  const words = document.querySelector(`.text .k-${next.dataset.claim}.act`);
  const pane = document.querySelector(".columns .text");
  if (words && pane && getComputedStyle(pane).position === "sticky") {
    const gap = words.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (gap < 40 || gap > pane.clientHeight - 80) pane.scrollTop += gap - pane.clientHeight / 3;
  }
}

function press(key) {
  const card = current() || (key === "u" && document.querySelector(".card:has([data-key=u])")) || cards()[0];
  const all = card ? card.querySelectorAll(`[data-key="${key}"]`) : [];
  if (all.length) all[all.length - 1].click();
}

const keysOn = document.getElementById("keys-on");
if (keysOn) {
  keysOn.checked = localStorage.getItem("keys") !== "off";
  keysOn.addEventListener("change", () => localStorage.setItem("keys", keysOn.checked ? "on" : "off"));
  for (const each of document.querySelectorAll(".keys[hidden]")) each.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    if (event.key === "?") {
      event.preventDefault();
      open(document.getElementById("keys"));
      return;
    }
    if (!keysOn.checked) return;
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if ("arsdu".includes(event.key) && event.key.length === 1) press(event.key);
    else return;
    event.preventDefault();
  });
}
