/* Keeps a statement's words while they are typed, and says who else is here.
   Without this the plain form saves, and the same merge follows. */

const WAIT = 1500;
const LOOK = 15000;

// What is typed, without the mark of a form that is sent once: words are kept many times.
function typed(form) {
  const body = new FormData(form);
  body.delete("sent_once");
  return body;
}

function keep(form) {
  const area = form.querySelector("textarea[name=text]");
  const base = form.querySelector("input[name=base]");
  const said = form.querySelector("[data-said]");
  let timer = null;
  let busy = false;
  let clashed = false;
  let leaving = false;

  async function save() {
    if (busy || clashed || leaving || area.value === base.value) return;
    busy = true;
    const sent = area.value;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: typed(form),
        headers: { Accept: "application/json" },
      });
      const told = await answer.json();
      said.textContent = told.words;
      if (answer.status === 409) {
        clashed = true; // the button of the plain form opens the page that shows both
        form.querySelector("[data-see-both]").hidden = false;
      } else if (answer.ok) {
        // Words typed since then stay, and are merged against what was sent.
        if (area.value === sent) area.value = told.text;
        base.value = area.value === told.text ? told.text : sent;
      }
    } catch {
      said.textContent = form.dataset.unsaved;
    }
    busy = false;
    if (!clashed && !leaving && area.value !== base.value) timer = setTimeout(save, WAIT);
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  });
  area.addEventListener("blur", save);
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && area.value !== base.value) event.preventDefault();
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
}

function beHere(list) {
  async function look() {
    if (document.hidden) return;
    const now = document.activeElement?.closest("[data-ref]");
    const body = new FormData();
    body.append("ref", now ? now.dataset.ref : "");
    body.append("csrfmiddlewaretoken", document.querySelector("input[name=csrfmiddlewaretoken]").value);
    try {
      const answer = await fetch(list.dataset.present, { method: "POST", body });
      const told = await answer.json();
      const words = told.words.join(" ");
      if (list.textContent !== words) list.textContent = words;
    } catch {
      list.textContent = "";
    }
  }
  look();
  setInterval(look, LOOK);
}

document.querySelectorAll("form[data-autosave]").forEach(keep);
const list = document.querySelector("[data-present]");
if (list) beHere(list);
