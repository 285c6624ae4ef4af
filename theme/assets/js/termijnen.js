// Zet bij elke regel van de werklijst of de dag van nalezen voorbij is, binnenkort komt, of later. Dat weet alleen de klok
// van de lezer. Wordt geladen voordat overzicht.js de regels leest: dan is er ook op te kiezen.

import { isVoorbij, vandaag } from "./dagen.js";

const BINNENKORT = 60;
const WOORDEN = { voorbij: "voorbij", binnenkort: "binnenkort" };

function termijnVan(dag) {
  if (isVoorbij(dag)) return "voorbij";
  return dag <= vandaag(BINNENKORT) ? "binnenkort" : "later";
}

for (const regel of document.querySelectorAll("[data-overzicht] > [data-voor]")) {
  const termijn = termijnVan(regel.dataset.voor);
  regel.dataset.termijn = termijn;
  const woord = regel.querySelector("[data-termijnwoord]");
  woord.textContent = WOORDEN[termijn] ?? "";
  woord.classList.add(`termijn-${termijn}`);
  woord.hidden = !(termijn in WOORDEN);
}
