/* Keeps what is typed in a form while it is typed: form[data-autosave] with an input named base
   (what the page showed), a [data-said] to speak in and a hidden [data-see-both] button.
   Without this the plain form saves, and the same merge follows.

   The answer holds: words; woven, whether others' words were put in; fields, each box as it is kept
   now; mine and now, what base becomes when the boxes stay, and when the fields are put in them. */

const WAIT = 1500;

// What is typed, without the mark of a form that is sent once: words are kept many times.
function typed(form) {
  const body = new FormData(form);
  body.delete("sent_once");
  return body;
}

// Everything a person can change, as one text to compare.
function state(form) {
  const boxes = [...new FormData(form)].filter(
    ([name]) => !["sent_once", "base", "shown", "csrfmiddlewaretoken"].includes(name),
  );
  return JSON.stringify(boxes);
}

function first(form) {
  const clean = form.cloneNode(true);
  clean.reset();
  return state(clean);
}

function put(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    for (const box of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (box.type === "checkbox") box.checked = value.includes(box.value);
      else if (box.type === "radio") box.checked = box.value === value;
      else if (box.value !== value) box.value = value;
    }
  }
}

function keep(form) {
  const base = form.querySelector("input[name=base]");
  const said = form.querySelector("[data-said]");
  let kept = first(form);
  let timer = null;
  let busy = false;
  let clashed = false;
  let leaving = false;

  function taken(told, sent) {
    kept = sent;
    if (told.woven && state(form) === sent) {
      put(form, told.fields);
      base.value = told.now;
      kept = state(form);
    } else {
      // Words typed since then stay, and are merged against what was sent.
      base.value = told.mine;
    }
  }

  async function save() {
    if (busy || clashed || leaving || state(form) === kept) return;
    busy = true;
    const sent = state(form);
    let refused = false;
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
        taken(told, sent);
      } else {
        refused = true; // said why; tried again when something more is typed
      }
    } catch {
      said.textContent = form.dataset.unsaved;
    }
    busy = false;
    const more = !refused || state(form) !== sent;
    if (more && !clashed && !leaving && state(form) !== kept) timer = setTimeout(save, WAIT);
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  }
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("focusout", (event) => {
    if (event.target.matches("textarea")) save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && state(form) !== kept) event.preventDefault();
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
}

document.querySelectorAll("form[data-autosave]").forEach(keep);
