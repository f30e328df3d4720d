/* Single keys for whoever looks at many persons: 1, 2, 3, j, k, u and /. They can be turned off;
   without this file every button and link is there, with an access key. */

const KEPT = "plait-single-keys";
const toggle = document.querySelector("[data-keys-toggle]");

function off() {
  return localStorage.getItem(KEPT) === "off";
}

function say() {
  toggle.hidden = false;
  toggle.textContent = off() ? toggle.dataset.turnOn : toggle.dataset.turnOff;
}

function typing(target) {
  return target.closest("input:not([type=hidden]), textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (off() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const what = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!what) return;
  event.preventDefault();
  if (what.matches("input")) what.focus();
  else what.click();
});

if (toggle) {
  say();
  toggle.addEventListener("click", () => {
    localStorage.setItem(KEPT, off() ? "on" : "off");
    say();
  });
}
