/* Says on the page, in words, when a passkey did not answer. */
document.addEventListener("allauth.error", (event) => {
  const refusal = document.getElementById("passkey-refused");
  if (refusal) {
    refusal.hidden = false;
    event.preventDefault();
  }
});
