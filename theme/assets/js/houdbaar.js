// Een pagina die nagelezen had moeten zijn, zegt dat. De dag staat in de pagina; of zij voorbij is, weet alleen de klok
// van de lezer, want de site kan al lang geleden gebouwd zijn. Zonder script staat de dag zelf bij de gegevens.

import { isVoorbij } from "./dagen.js";

for (const melding of document.querySelectorAll("[data-verloopt]")) melding.hidden = !isVoorbij(melding.dataset.verloopt);
