/* Folds the rooms of the band where the screen is narrow. It comes before the page is drawn, so that
   nothing jumps; without it every room is shown. */
document.documentElement.classList.add("plait-with-script");
document.addEventListener("click", (event) => {
  const menu = event.target.closest(".plait-nav__menu");
  if (menu) menu.setAttribute("aria-expanded", String(menu.getAttribute("aria-expanded") !== "true"));
});
