/* Says who else has this open, and keeps saying that the reader has. */

const LOOK = 15000;

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

const list = document.querySelector("[data-present]");
if (list) beHere(list);
