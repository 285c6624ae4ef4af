// De pagina's onder /matrix/: filteren en sorteren als het overzicht, kolommen kiezen, en een cel openen met haar zinnen.

import { keuze, tekst } from "./adres.js";
import { element } from "./element.js";
import { haal, plaatsenIn } from "./gegevens.js";
import { zinMetBron } from "./keuzezin.js";
import { begin, regelsInPagina } from "./overzicht.js";

const WEINIG = 6;

const tabel = document.querySelector("[data-matrix]");
const paneel = document.querySelector("[data-cel]");
const kop = paneel.querySelector("[data-kop]");
const stand = paneel.querySelector("[data-celstand]");
const zinnen = paneel.querySelector("[data-zinnen]");
const melding = document.querySelector("[data-melding]");
// Alleen waar kolommen in groepen staan:
const kolommenkeuze = document.querySelector("[data-kolommen]");

const { gegevens: bestand, wortel, kolomsoort, voor: kopVoor } = tabel.dataset;
const kolommen = [...tabel.querySelectorAll("th[data-kolom]")].map((th, n) => ({ th, id: th.dataset.kolom, groep: th.dataset.groep, plek: n + 1 }));
const groepen = kolommenkeuze ? [...kolommenkeuze.options].map(({ value }) => value) : [];
const rijen = new Map(regelsInPagina.map((regel) => [regel.id, regel]));
const celVan = (regel, { plek }) => regel.element().cells[plek].querySelector("a");

// Wat er van een instrument gezegd is, maakt uit waar het staat als de lezer op een kolom sorteert: eerst voor, dan
// beide, dan tegen.
const VOLGORDE = ["tegen", "beide", "voor"];
const plaatsVan = (cel) => (cel ? [String(VOLGORDE.indexOf(cel.className) + 1)] : []);
for (const regel of rijen.values()) {
  for (const kolom of kolommen) regel.kenmerken[`kolom-${kolom.id}`] = plaatsVan(celVan(regel, kolom));
}

let open;
let getoond;

function toon(toestand) {
  if (getoond !== toestand.kolommen) toonKolommen(toestand.kolommen);
  for (const { th, id } of kolommen) {
    if (toestand.sorteer === `kolom-${id}`) th.setAttribute("aria-sort", "descending");
    else th.removeAttribute("aria-sort");
  }
  toonCel(toestand.cel);
}

function toonKolommen(gekozen) {
  getoond = gekozen;
  if (kolommenkeuze) kolommenkeuze.value = gekozen;
  const toont = ({ groep }) => !gekozen || groep === gekozen;
  for (const groep of tabel.querySelectorAll("[data-groep]")) groep.hidden = !toont(groep.dataset);
  const teZien = kolommen.filter(toont);
  tabel.classList.toggle("matrix-ruim", teZien.length <= WEINIG);
  for (const regel of rijen.values()) {
    for (const kolom of kolommen) regel.element().cells[kolom.plek].hidden = !toont(kolom);
    regel.kenmerken.gevuld = [String(teZien.filter((kolom) => celVan(regel, kolom)).length)];
  }
}

// Een cel

function zoekCel(naam) {
  const [instrument, id] = naam.split(".");
  const regel = rijen.get(instrument);
  const kolom = kolommen.find((een) => een.id === id);
  const link = regel && kolom && celVan(regel, kolom);
  return link ? { regel, kolom, link } : undefined;
}

async function toonCel(naam) {
  const cel = naam ? zoekCel(naam) : undefined;
  melding.textContent = naam && !cel ? "De cel in dit adres is er niet. Kies een cel in de tabel." : "";
  if (!cel) return paneel.close();
  open = { ...cel, naam };
  const mijnCel = open;
  const instrument = cel.regel.element().cells[0];
  kop.textContent = `${instrument.textContent.trim()}: ${titelVan(cel.kolom)}`;
  stand.textContent = "De zinnen komen eraan …";
  zinnen.replaceChildren();
  if (!paneel.open) paneel.showModal();
  kop.focus();
  try {
    const gezegd = (await haalZinnen())(...naam.split("."));
    if (open === mijnCel) toonZinnen(gezegd, cel);
  } catch {
    if (open === mijnCel) toonLinks("De zinnen kunnen nu niet worden opgehaald. U leest ze via deze links.", [], cel);
  }
}

const titelVan = ({ th }) => th.textContent.trim();

// Geeft wat de zinnen van een cel geeft.
const haalZinnen = () => haal(bestand, ontvouw);

function ontvouw({ bronnen, kaarten, zinnen: rijtjes, cellen }) {
  const zinOp = (plek) => {
    const [woorden, soort, waar, oordeel, van] = rijtjes[plek];
    const [titel, adres, status] = kaarten[van] ?? [];
    return {
      tekst: woorden, soort, oordeel,
      bronnen: plaatsenIn(bronnen)(waar),
      van: titel ? { titel, adres, status } : null,
    };
  };
  return (instrument, kolom) => cellen[instrument][kolom].map(zinOp);
}

function toonZinnen(gezegd, cel) {
  const voor = gezegd.filter(({ soort }) => soort === "als" || soort === "voor");
  const tegen = gezegd.filter((zin) => !voor.includes(zin));
  const telling = gezegd.length === 1 ? "1 zin" : `${gezegd.length} zinnen`;
  toonLinks(telling, [...groep(voor, kopVoor, "helpt"), ...groep(tegen, "Spreekt ertegen", "hindert")], cel);
}

function groep(lijst, titel, klasse) {
  if (!lijst.length) return [];
  const regels = lijst.map((zin) => element("li", {}, ...zinMetBron(zin, wortel)));
  return [element("div", { className: `zinnen zinnen-${klasse}` }, element("h3", { className: "zinnenkop" }, titel), element("ul", {}, ...regels))];
}

function toonLinks(woorden, inhoud, { regel, kolom }) {
  stand.textContent = woorden;
  const kaart = regel.element().cells[0].querySelector("a");
  const links = [["Kaart", kaart.href, kaart.textContent], [kolomsoort, kolom.th.querySelector("a").href, titelVan(kolom)]];
  zinnen.replaceChildren(...inhoud, element("ul", { className: "matrixlinks" }, ...links.map(([soort, href, titel]) => element("li", {}, `${soort}: `, element("a", { href }, titel)))));
}

const adres = begin({ velden: [keuze("kolommen", groepen), tekst("cel")], erbij: toon });

tabel.addEventListener("click", (gebeurtenis) => {
  const link = gebeurtenis.target.closest("td a");
  // Wie de link in een nieuw tabblad opent, komt waar de zin staat.
  if (!link || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
  gebeurtenis.preventDefault();
  const { id } = kolommen[link.closest("td").cellIndex - 1];
  adres.ga({ cel: `${link.closest("tr").dataset.id}.${id}` });
});
kolommenkeuze?.addEventListener("change", () => adres.ga({ kolommen: kolommenkeuze.value }));
paneel.querySelector("[data-sluit]").addEventListener("click", () => paneel.close());
paneel.addEventListener("click", ({ target }) => {
  // Buiten de inhoud is het de achtergrond.
  if (target === paneel) paneel.close();
});
paneel.addEventListener("close", async () => {
  const { link, naam } = open;
  open = undefined;
  // Wie terugbladert, is al in een ander adres.
  if (adres.lees().cel === naam) await adres.ga({ cel: "" });
  (link.checkVisibility() ? link : tabel.parentElement).focus();
});
