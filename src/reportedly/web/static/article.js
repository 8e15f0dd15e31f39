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
  const card = target.closest(".card");
  if (card) return card.id;
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

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
const modified = (event) => event.ctrlKey || event.metaKey || event.shiftKey;

// -- dialogs

function open(dialog) {
  if (dialog && !dialog.open) dialog.showModal();
}

// A question that needs more than a key (whose name? which claim?) is asked in place.
async function ask(link) {
  const dialog = document.getElementById("asking");
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  const found = parsed(await answer.text()).getElementById("judging");
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
  const link = event.target.closest("a[data-key]");
  if (link && document.getElementById("asking") && !modified(event)) {
    event.preventDefault();
    ask(link);
  }
});

// -- judging in place: the card comes back as the server sees it now; whatever goes wrong is shown as without script

document.addEventListener("submit", async (event) => {
  const button = event.submitter;
  const card = button?.closest(".card");
  if (event.target.id !== "judge" || !card) return;
  event.preventDefault();
  const form = new FormData(event.target, button);
  const answer = await fetch(button.formAction, { method: "POST", body: new URLSearchParams(form) }).catch(() => null);
  const found = answer?.ok && parsed(await answer.text()).getElementById(card.id);
  if (!found) {
    judgedElsewhere(event.target, button);
    return;
  }
  const here = card.contains(document.activeElement) || document.activeElement === document.body;
  card.replaceWith(found);
  furnish(found);
  if (here) found.focus({ preventScroll: true });  // else somebody went on
  const said = found.querySelector(".said");
  document.getElementById("heard").textContent = said ? said.innerText.replace(/\s+/g, " ") : "";
});

function judgedElsewhere(form, button) {
  form.action = button.formAction;
  if (button.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
  form.submit();
}

// -- of many claims the page holds the buttons once, and the argument stands on each claim's own page: both come into the card

const buttons = document.getElementById("judging");

function furnish(card) {
  const own = card.querySelector("a.own");
  if (!own || card.querySelector(".judging")) return;
  const group = buttons.content.cloneNode(true);
  for (const each of group.querySelectorAll("[href], [formaction]")) {
    const name = each.hasAttribute("href") ? "href" : "formaction";
    each.setAttribute(name, each.getAttribute(name).replace("/claims/-/", `${own.getAttribute("href")}/`));
    each.disabled = card.classList.contains(each.value);
  }
  own.closest("footer").append(group);
}
if (buttons instanceof HTMLTemplateElement) document.querySelectorAll(".card").forEach(furnish);

document.addEventListener("click", async (event) => {
  const link = event.target.closest(".card a.own");
  if (!link || modified(event)) return;
  event.preventDefault();
  const shown = link.closest(".card").querySelector(".argument");
  if (shown) {
    shown.remove();
    return;
  }
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } }).catch(() => null);
  const found = answer?.ok && parsed(await answer.text()).querySelector(".argument");
  if (found) link.closest("footer").before(found);
  else location.assign(link.href);
});

// -- keys

const cards = () => [...document.querySelectorAll(".card")];

function current() {
  const within = document.activeElement.closest(".card");
  return within || document.querySelector(".card:target") || document.querySelector(".card.lit");
}

function step(by) {
  const all = cards();
  const place = all.indexOf(current());
  const next = all[place < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(place + by, 0), all.length - 1)];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  const words = document.querySelector(`.text .k-${next.id}.act`);
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
