// Het paneel Deel: kopieert een tekst, of bewaart haar als bestand. Zonder script selecteert de lezer haar zelf.

import { bewaarBestand, inhoudVan, kopieer } from "./meenemen.js";

function bewaar(veld, { bewaar: naam, type }) {
  bewaarBestand(new Blob([inhoudVan(veld), "\n"], { type }), naam);
  return `Bewaard als ${naam}.`;
}

document.querySelector("[data-deel]")?.addEventListener("click", async ({ target }) => {
  const knop = target.closest("[data-kopieer], [data-bewaar]");
  if (!knop) return;
  const meenemen = knop.closest("[data-meenemen]");
  const veld = meenemen.querySelector("[data-tekst]");
  const gedaan = "bewaar" in knop.dataset ? bewaar(veld, knop.dataset) : await kopieer(veld, "tekst", "haar");
  meenemen.querySelector("[data-gedaan]").textContent = gedaan;
});
