// Maakt de tabel van een vergelijking: een rij per onderdeel, een kolom per instrument, met genummerde bronnen.
//
// Een kolom is wat datasets/comparison.py van een instrument geeft. In een cel staan `waarden`, die per woord te
// vergelijken zijn, en `uitspraken`: zinnen met hun bron.

import { element } from "./element.js";
import { bijstatus } from "./keuzezin.js";
import { adresVan, naamVan } from "./vergelijkmand.js";

// Zo staat een rij ervoor, met een teken en in woorden.
const STANDEN = {
  gelijk: ["=", "gelijk"],
  verschilt: ["≠", "verschilt"],
  tekst: ["¶", "eigen tekst"],
  deels: ["?", "niet bij alle bekend"],
  leeg: ["–", "bij geen bekend"],
};
const HETZELFDE = ["gelijk", "leeg"];
const VAN = 5;
// Zo noemt een kaart het voorbeeld waar een factor uit is gehaald: dat bevestigt hem niet.
const HERKOMST = "Komt uit";
// Zoveel uitspraken staan er meteen.
const METEEN = 4;

export function tabelVan(instrumenten, rijen, haalWeg) {
  const noten = maakNoten();
  const kop = element("thead", {}, metRol("row", element("tr", {}, metRol("columnheader", element("th", { scope: "col" }, "Onderdeel")), ...instrumenten.map((een) => kopVan(een, haalWeg)))));
  const lijf = element("tbody", {}, ...rijen.map((rij) => rijVan(rij, instrumenten, noten)));
  const tabel = element("table", { className: "naast-elkaar" }, element("caption", { className: "onzichtbaar" }, instrumenten.map(naamVan).join(", ")), metRol("rowgroup", kop), metRol("rowgroup", lijf));
  return { tabel: metRol("table", tabel), bronnen: noten.lijst() };
}

// Op een smal scherm is een rij een blok; met een rol blijft zij voor een schermlezer een rij.
function metRol(rol, deel) {
  deel.setAttribute("role", rol);
  return deel;
}

function kopVan(een, haalWeg) {
  const knop = element("button", { className: "wis", type: "button" }, "Haal weg");
  knop.ariaLabel = `Haal weg: ${een.titel}`;
  knop.addEventListener("click", () => haalWeg(een.id));
  return metRol("columnheader", element("th", { scope: "col" }, linkNaar(een.titel, een.adres, een.bij), knop));
}

function rijVan({ naam, titel }, instrumenten, noten) {
  const cellen = instrumenten.map(({ rijen }) => rijen[naam]);
  const stand = standVan(cellen);
  const [teken, woord] = STANDEN[stand];
  const knop = element("button", { type: "button", ariaExpanded: "true" }, titel);
  const kop = element("th", { scope: "row" }, knop, element("span", { className: `stand-${stand}` }, element("span", { ariaHidden: "true" }, `${teken} `), woord));
  const tr = element("tr", { className: HETZELFDE.includes(stand) ? "hetzelfde" : "" }, metRol("rowheader", kop), ...cellen.map((cel, n) => celVan(cel, cellen, instrumenten[n], noten)));
  tr.dataset.onderdeel = naam;
  tr.dataset.verschil = stand;
  return metRol("row", tr);
}

const waardenVan = ({ waarden = [] }) => waarden;
const zinnenVan = ({ uitspraken = [] }) => uitspraken.map(({ kop, tekst }) => [kop, tekst]);

// Zijn er waarden, dan gaat het daarom, en is de uitleg erbij elk zijn eigen. Of zinnen hetzelfde zeggen, ziet een
// computer alleen als het dezelfde zinnen zijn.
function standVan(cellen) {
  const metWaarden = cellen.some((cel) => waardenVan(cel).length);
  const bekend = cellen.map(metWaarden ? waardenVan : zinnenVan).filter(({ length }) => length);
  if (!bekend.length) return "leeg";
  if (new Set(bekend.map((een) => JSON.stringify(een))).size > 1) return metWaarden ? "verschilt" : "tekst";
  return bekend.length < cellen.length ? "deels" : "gelijk";
}

function celVan(cel, cellen, een, noten) {
  const { waarden = [], score } = cel;
  const uitspraken = (cel.uitspraken ?? []).map((uitspraak) => uitspraakVan(uitspraak, een.bronnen, noten));
  const naam = element("span", { className: "kolomnaam", ariaHidden: "true" }, naamVan(een));
  const delen = [
    waarden.length && element("p", { className: "waarden" }, ...tussen(waarden.map((waarde) => waardeVan(waarde, cellen)), ", ")),
    score && streepVan(score),
    !waarden.length && (cel.waarden || !uitspraken.length) && element("p", { className: "leeg" }, leegVan(cel)),
    ...lijstVan(uitspraken),
  ];
  return metRol("cell", element("td", {}, naam, ...delen.filter(Boolean)));
}

// Eén uitspraak is geen lijst; van een lange lijst klapt de rest uit.
function lijstVan(uitspraken) {
  if (uitspraken.length === 1) return [element("div", {}, ...uitspraken[0])];
  const punten = uitspraken.map((delen) => element("li", {}, ...delen));
  const lijst = (een) => element("ul", {}, ...een);
  if (punten.length <= METEEN + 1) return punten.length ? [lijst(punten)] : [];
  const hoeveel = `Nog ${punten.length - METEEN} van de ${punten.length}`;
  return [lijst(punten.slice(0, METEEN)), element("details", { className: "vouw" }, element("summary", {}, hoeveel), lijst(punten.slice(METEEN)))];
}

// Hoe vaak de praktijk een factor bevestigt of weerspreekt, en waar hij vandaan komt; wat er gezegd is, klapt uit.
function praktijkVan(praktijk, bronnen, noten) {
  if (!praktijk.length) return [];
  const perOordeel = Map.groupBy(praktijk, ({ kop }) => kop);
  const tellingen = [...perOordeel].map(([woorden, { length }]) => `${woorden} ${length} ${length === 1 ? "praktijkvoorbeeld" : "praktijkvoorbeelden"}`);
  const elders = perOordeel.size === 1 && perOordeel.has(HERKOMST) ? "; elders niet bevestigd" : "";
  const zinnen = praktijk.map((een) => element("p", { className: "bevinding" }, ...uitspraakVan(een, bronnen, noten)[0].childNodes));
  return [element("details", { className: "bevindingen" }, element("summary", {}, `${tellingen.join(". ")}${elders}`), ...zinnen)];
}

function leegVan({ waarden, gezocht, uitspraken = [] }) {
  if (waarden && uitspraken.length) return "Een score is niet bepaald.";
  return gezocht ? "In de bronnen is hierover niets gevonden." : "Op de kaart staat hier niets.";
}

// Een waarde die niet bij alle andere staat, zegt dat zelf. Staat er bij elk maar één, dan zegt de rij het al.
function waardeVan(waarde, cellen) {
  const bekend = cellen.filter((cel) => waardenVan(cel).length);
  const hier = bekend.filter(({ waarden }) => waarden.includes(waarde)).length;
  if (hier === bekend.length || bekend.every(({ waarden }) => waarden.length === 1)) return element("span", {}, waarde);
  const woorden = hier === 1 ? "alleen hier" : `bij ${hier} van de ${bekend.length}`;
  return element("span", {}, `${waarde} `, element("span", { className: "niet-overal" }, `(${woorden})`));
}

// Vakjes, vol tot en met de laagste score en licht tot en met de hoogste; de woorden staan erboven.
function streepVan([laagste, hoogste]) {
  const vakken = Array.from({ length: VAN }, (_, n) => element("i", { className: n < laagste ? "vol" : n < hoogste ? "deels" : "" }));
  return element("span", { className: "schaal", ariaHidden: "true" }, ...vakken);
}

function uitspraakVan({ kop, naar, tekst, kies, stand, oordeel, bron = [], praktijk = [] }, bronnen, noten) {
  const erbij = [
    ...(kies ? [": ", linkNaar(...kies)] : []),
    ...(stand ? [" ", element("span", { className: "stand" }, stand)] : []),
    ...(oordeel ? [" ", element("span", { className: "oordeel" }, "oordeel van de redactie")] : []),
    ...bron.map(([id, plaats]) => noten.noot(...bronnen[id], plaats)),
  ];
  const begin = [kop && element("strong", {}, kop), naar && linkNaar(...naar)].filter(Boolean);
  const zin = [...tussen(begin, " "), ...(begin.length && tekst ? [": "] : []), ...(tekst ? [element("span", { className: "alineas" }, tekst)] : []), ...erbij];
  return [element("p", {}, ...zin), ...praktijkVan(praktijk, bronnen, noten)];
}

function linkNaar(titel, pad, bij) {
  const link = element("a", { href: adresVan(pad) }, titel);
  return bij ? element("span", {}, link, ...bijstatus(bij)) : link;
}

const tussen = (delen, teken) => delen.flatMap((deel, n) => (n ? [teken, deel] : [deel]));

// De genummerde plaatsen in bronnen, in de volgorde waarin ze voor het eerst genoemd zijn.
function maakNoten() {
  const nummers = new Map();
  return {
    noot(titel, pad, plaats) {
      const sleutel = `${pad} ${plaats}`;
      if (!nummers.has(sleutel)) nummers.set(sleutel, { nummer: nummers.size + 1, titel, pad, plaats });
      const { nummer } = nummers.get(sleutel);
      return element("sup", { className: "noot" }, element("a", { href: `#bron-${nummer}`, ariaLabel: `Bron ${nummer}: ${titel}, ${plaats}` }, String(nummer)));
    },
    lijst() {
      const perBron = Map.groupBy(nummers.values(), ({ pad }) => pad);
      return [...perBron.values()].map((plekken) => element("li", {}, linkNaar(plekken[0].titel, plekken[0].pad), element("ol", {}, ...plekken.map(({ nummer, plaats }) => element("li", { id: `bron-${nummer}`, value: nummer }, element("span", { className: "nummer", ariaHidden: "true" }, String(nummer)), ` ${plaats}`)))));
    },
  };
}
