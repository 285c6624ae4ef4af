// Een oefening: kijkt na, legt bij een goed en bij een fout antwoord uit waarom, en drukt het werkblad af.
//
// Wat er uit te leggen is, staat op het antwoordblad in de pagina en wordt daarvandaan gekopieerd. Bij kiezen beslist
// keuze.js, met dezelfde gegevens als de keuzehulp. Antwoorden blijven in het geheugen: wie ververst, begint opnieuw.

import { element } from "./element.js";
import { haal } from "./gegevens.js";
import { ontvouw, OORDEEL, weeg } from "./keuze.js";
import { naam, zinMetBron } from "./keuzezin.js";

const oefening = document.querySelector("[data-oefening]");
const { oefening: vorm, keuze: keuzebestand, wortel } = oefening.dataset;
const vragen = [...oefening.querySelectorAll("[data-vraag]")];
const stand = oefening.querySelector("[data-stand]");

// De nagekeken vragen, elk met of het antwoord goed is; bij scoren is niets goed of fout.
const uitslagen = new Map();

// Wat er op het antwoordblad staat

const antwoordBij = (vraag) => oefening.querySelector(`[data-antwoord="${vraag.dataset.vraag}"]`);
const kopie = (deel) => (deel ? [...deel.cloneNode(true).childNodes] : []);
const uitlegBij = (vraag) => element("div", { className: "tekst" }, ...kopie(antwoordBij(vraag).querySelector("[data-uitleg]")));
const watGekozenIs = (vraag, keuze) => {
  const gezocht = `[data-bij="${CSS.escape(keuze)}"]`;
  return kopie(antwoordBij(vraag).querySelector(gezocht) ?? oefening.querySelector(gezocht));
};

// Nakijken, per vorm: { goed, kop, delen }, of { nog } als er nog iets ontbreekt

function kijkKeuzeNa(vraag) {
  const keuze = vraag.elements.keuze.value;
  if (!keuze) return { nog: "Kies eerst een antwoord." };
  const goed = keuze === vraag.dataset.goed;
  const fout = goed ? [] : [element("p", {}, ...(vorm === "koppelen" ? ["U koos: "] : []), ...watGekozenIs(vraag, keuze))];
  return { goed, kop: goed ? "Goed." : "Nog niet.", delen: [...fout, uitlegBij(vraag)] };
}

const stappen = (vraag) => [...vraag.querySelectorAll("[data-plaats]")];

function kijkVolgordeNa(vraag) {
  const regels = stappen(vraag).map((stap, n) => {
    const { plaats } = stap.dataset;
    const klopt = Number(plaats) === n + 1;
    const oordeel = klopt ? "Staat goed. " : `Hoort op plaats ${plaats}. `;
    return { klopt, regel: element("li", { className: klopt ? "klopt" : "klopt-niet" }, element("span", { className: "uitslag" }, oordeel), ...watGekozenIs(vraag, plaats)) };
  });
  const aantal = regels.filter(({ klopt }) => klopt).length;
  const goed = aantal === regels.length;
  const kop = goed ? "Goed: alle stappen staan op hun plaats." : `Nog niet: ${aantal} van de ${regels.length} stappen staan op hun plaats.`;
  return { goed, kop, delen: [element("ol", {}, ...regels.map(({ regel }) => regel))] };
}

const haalKeuzes = () => haal(keuzebestand, ontvouw);

async function kijkPassendNa(vraag) {
  const vakjes = [...vraag.querySelectorAll("[name=keuze]")];
  if (!vakjes.some(({ checked }) => checked)) return { nog: "Kruis eerst iets aan." };
  let gegevens;
  try {
    gegevens = await haalKeuzes();
  } catch {
    return { nog: "De zinnen van de kaarten zijn nu niet op te halen. Probeer het nog eens, of klap onderaan de antwoorden uit." };
  }
  const ids = vraag.dataset.antwoorden.split(" ");
  const gegeven = new Set(gegevens.antwoorden.filter(({ id, soort }) => soort === "situatie" && ids.includes(id)));
  const regels = vakjes.map(({ value, checked }) => keuzeregel(weeg(gegevens.instrumenten.find(({ id }) => id === value), gegeven), checked));
  const anders = regels.filter(({ klopt }) => !klopt).length;
  const kop = anders ? `Nog niet: bij ${anders} van de ${regels.length} instrumenten zeggen de kaarten iets anders.` : "Goed: de kaarten zeggen hetzelfde.";
  return { goed: !anders, kop, delen: [element("ul", { className: "keuzelijst" }, ...regels.map(({ regel }) => regel))] };
}

// Wat deels past, is met de zinnen ernaast te verdedigen en te bestrijden: beide antwoorden zijn goed.
function keuzeregel({ instrument, voor, tegen, oordeel }, gekozen) {
  const klopt = oordeel === "deels" || gekozen === (oordeel === "past");
  const koos = gekozen ? "u kruiste dit aan" : "u liet dit leeg";
  const uitslag = element("span", { className: "uitslag" }, klopt ? "Goed: " : "Anders: ");
  const regel = element("li", { className: klopt ? "klopt" : "klopt-niet" },
    element("p", {}, uitslag, ...naam(instrument, wortel), " ", element("strong", {}, OORDEEL[oordeel]), `; ${koos}.`),
    ...zinnen("Ervoor", voor, "zinnen"), ...zinnen("Ertegen", tegen, "zinnen zinnen-hindert"),
    ...(oordeel === "onbekend" ? [element("p", { className: "feiten" }, "De kaart zegt hier niets over. Dat is geen nee.")] : []),
    ...(oordeel === "deels" ? [element("p", { className: "feiten" }, "Er zijn zinnen voor en tegen: u kunt beide verdedigen.")] : []));
  return { klopt, regel };
}

const zinnen = (kop, lijst, className) => (lijst.length
  ? [element("div", { className }, element("p", { className: "zinnenkop" }, kop), element("ul", {}, ...lijst.map((zin) => element("li", {}, ...zinMetBron(zin, wortel)))))]
  : []);

function legErnaast(vraag) {
  const uitleg = uitlegBij(vraag);
  const cijfers = [...uitleg.querySelectorAll("[data-rij]")].map((rij, n) => {
    const eigen = Number(vraag.elements[`cijfer-${n + 1}`].value);
    const bron = Number(rij.querySelector("[data-cel=bron]").textContent);
    rij.querySelector("[data-cel=u]").textContent = eigen || "–";
    rij.querySelector("[data-cel=verschil]").textContent = eigen ? Math.abs(eigen - bron) : "–";
    return { eigen, bron };
  });
  const gegeven = cijfers.filter(({ eigen }) => eigen);
  if (!gegeven.length) return { nog: "Geef eerst een of meer cijfers." };
  const gelijk = gegeven.filter(({ eigen, bron }) => eigen === bron).length;
  return { goed: null, kop: `U gaf ${gegeven.length} van de ${cijfers.length} cijfers. Bij ${gelijk} gaf de bron hetzelfde.`, delen: [uitleg] };
}

const NAKIJKEN = { koppelen: kijkKeuzeNa, aanvullen: kijkKeuzeNa, ordenen: kijkVolgordeNa, kiezen: kijkPassendNa, scoren: legErnaast };

// Tonen

async function kijkNa(vraag) {
  const uitkomst = await NAKIJKEN[vorm](vraag);
  if (uitkomst.nog) {
    zegStand(uitkomst.nog);
    toonTerug(vraag, "nog", element("p", {}, uitkomst.nog));
    return;
  }
  uitslagen.set(vraag, uitkomst.goed);
  const soort = { true: "goed", false: "fout", null: "naast" }[uitkomst.goed];
  toonTerug(vraag, soort, element("p", { className: "uitslag" }, uitkomst.kop), ...uitkomst.delen);
  zegStand(vragen.length > 1 ? `Vraag ${vraag.dataset.vraag}: ${uitkomst.goed ? "goed" : "nog niet goed"}. ${voortgang()}` : uitkomst.kop);
}

function toonTerug(vraag, soort, ...delen) {
  const terug = vraag.querySelector("[data-terug]");
  terug.className = `terugkoppeling terug-${soort}`;
  terug.replaceChildren(...delen);
  terug.hidden = false;
}

function haalTerugWeg(vraag) {
  const terug = vraag.querySelector("[data-terug]");
  terug.hidden = true;
  terug.replaceChildren();
  uitslagen.delete(vraag);
}

function voortgang() {
  const goed = [...uitslagen.values()].filter(Boolean).length;
  const klaar = uitslagen.size === vragen.length ? "Klaar. " : "";
  return `${klaar}Nagekeken: ${uitslagen.size} van de ${vragen.length}. Goed: ${goed}.`;
}

const zegStand = (woorden) => { stand.textContent = woorden; };

// Schuiven

function zetOp(vraag, stap, plaats) {
  const ander = stappen(vraag).filter((een) => een !== stap);
  if (plaats > ander.length) ander.at(-1).after(stap);
  else ander[plaats - 1].before(stap);
  haalTerugWeg(vraag);
  toonPlaatsen(vraag);
  zegStand(`“${stap.dataset.naam}” staat op plaats ${plaats} van ${ander.length + 1}.`);
}

function toonPlaatsen(vraag) {
  const alle = stappen(vraag);
  alle.forEach((stap, n) => {
    stap.querySelector("[data-naar]").value = n + 1;
    stap.querySelector("[data-schuif='-1']").disabled = n === 0;
    stap.querySelector("[data-schuif='1']").disabled = n === alle.length - 1;
  });
}

function schuif(vraag, knop) {
  const stap = knop.closest("[data-plaats]");
  zetOp(vraag, stap, stappen(vraag).indexOf(stap) + 1 + Number(knop.dataset.schuif));
  // Wie verplaatst is, verliest de focus; aan het eind van de lijst krijgt de andere knop hem.
  (knop.disabled ? stap.querySelector("[data-schuif]:enabled") : knop).focus();
}

// Beginnen

function begin(vraag) {
  vraag.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    kijkNa(vraag);
  });
  vraag.addEventListener("change", ({ target }) => {
    if (target.matches("[data-naar]")) {
      zetOp(vraag, target.closest("[data-plaats]"), Number(target.value));
      target.focus();
    } else {
      haalTerugWeg(vraag);
    }
  });
  vraag.addEventListener("click", ({ target }) => {
    const knop = target.closest("[data-schuif]");
    if (knop) schuif(vraag, knop);
  });
  toonPlaatsen(vraag);
}

const eersteVolgorde = new Map(vragen.map((vraag) => [vraag, stappen(vraag)]));

oefening.querySelector("[data-opnieuw]").addEventListener("click", () => {
  for (const vraag of vragen) {
    vraag.reset();
    haalTerugWeg(vraag);
    vraag.querySelector("[data-stappen]")?.append(...eersteVolgorde.get(vraag));
    toonPlaatsen(vraag);
  }
  oefening.querySelector("[data-antwoorden]").open = false;
  zegStand("U begint opnieuw. Alle antwoorden zijn leeg.");
  vragen[0].querySelector("input, select, button:enabled").focus();
});

vragen.forEach(begin);
