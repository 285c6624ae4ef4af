// Op een overzicht dat per letter is gesplitst, gaat het filter in het adres mee naar de volgende letter.

const letters = document.querySelector(".letters");
const keuze = document.querySelector("[data-keuze]");

letters.addEventListener("click", ({ target }) => {
  const link = target.closest("a");
  if (link) link.search = location.search;
});
if (keuze) keuze.hidden = !location.search;
