// De index van Pagefind en wat wij van de taal weten. Beide worden pas geladen als iemand gaat zoeken.

import { haal } from "./gegevens.js";

const MAP = new URL("../../../pagefind/", import.meta.url);
const PAKKET = new URL("pagefind-entry.json", MAP);
const TAAL = new URL("../../../data/zoektaal.json", import.meta.url);
// Alleen de woorden op een pagina tellen, met hun gewicht; een lange kaart verliest niet van een korte bladzijde.
const WEGING = { pageLength: 0.02, termSimilarity: 2, metaWeights: { title: 0, namen: 0, samenvatting: 0, soort: 0, deelsoort: 0 } };
// Wie alleen het aantal wil weten, hoeft de treffers niet te hebben.
const GEEN = { soort: "geen" };

let geladen;

export function laad() {
  geladen ??= haalOp().catch((fout) => {
    geladen = undefined;
    throw fout;
  });
  return geladen;
}

async function haalOp() {
  const [pagefind, pakket, taal] = await Promise.all([import(new URL("pagefind.js", MAP).href), haal(PAKKET), haal(TAAL)]);
  await pagefind.options({ ranking: WEGING });
  await pagefind.init();
  const hoeveel = async (vraag) => (await pagefind.search(vraag, { filters: GEEN })).unfilteredResultCount;
  return {
    taal: { kleineWoorden: new Set(taal.kleine_woorden), voorzetsels: new Set(taal.voorzetsels), paren: taal.paren },
    aantal: Object.values(pakket.languages).reduce((som, { page_count: aantal }) => som + aantal, 0),
    // Zonder vraag alle pagina's.
    zoek: async (vraag, filters) => (await pagefind.search(vraag, { filters })).results,
    // Of een woord zelf op de site staat, en niet alleen een woord dat net zo begint.
    kent: async (woord) => (await hoeveel(`"${woord}"`)) > 0,
    // Hetzelfde, met de ids van de kaarten in plaats van de pagina's.
    zoekKaarten: async (vraag, filters) => {
      await pagefind.filters();
      const { results, filters: { id } } = await pagefind.search(vraag, { filters });
      const ids = Object.entries(id ?? {}).filter(([, aantal]) => aantal > 0);
      return ids.map(([een]) => ({ id: een, score: 1, data: () => results[0].data() }));
    },
  };
}

// De pagina's van elke soort, om treffers te tellen en te kiezen zonder ze een voor een op te halen.
export async function soortenPerPagina(soorten) {
  const { zoek } = await laad();
  const perSoort = await Promise.all(soorten.map(async (soort) => (await zoek(null, { soort })).map(({ id }) => [id, soort])));
  return new Map(perSoort.flat());
}

export const haalWoorden = () => haal(new URL("woorden.json", MAP));
