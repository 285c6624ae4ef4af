// De pagina /zoeken/: resultaten bij ?q=, naar soort te beperken. Alles wat gekozen is, staat in het adres.

import { getal, houdAdres, keuze, tekst } from "./adres.js";
import { bedoelde } from "./bedoelde.js";
import { element } from "./element.js";
import { maakVakje } from "./vergelijkmand.js";
import { lees, zoek } from "./zoekmachine.js";

const PER_KEER = 10;
// In een langere vraag is een woord dat nergens staat meestal geen tikfout.
const KORTE_VRAAG = 4;

const formulier = document.querySelector("[data-zoekpagina]");
const veld = formulier.elements.q;
const uitkomst = document.querySelector("[data-zoekresultaten]");
const stand = uitkomst.querySelector("[data-zoekstand]");
const soortkeuze = uitkomst.querySelector("[data-soortkeuze]");
const lijst = uitkomst.querySelector("[data-treffers]");
const meer = uitkomst.querySelector("[data-meer]");
const voorstel = uitkomst.querySelector("[data-voorstel]");
const tekens = new Map([...uitkomst.querySelectorAll("template[data-teken]")].map((sjabloon) => [sjabloon.dataset.teken, sjabloon.content]));
const vakjes = [...soortkeuze.querySelectorAll("input")];

const titelVooraf = document.title;
const soorten = vakjes.map(({ value }) => value).filter(Boolean);

let beurt = 0;
let treffers = [];

const adres = houdAdres([tekst("q"), keuze("soort", soorten), getal("toon", PER_KEER)], toon);

async function maakRegel(treffer) {
  const { adres: href, titel, soort, naam, bij, samenvatting } = await lees(treffer);
  const kop = element("h2", { className: "regelkop" }, element("a", { href }, titel));
  const regel = element("p", { className: "soort" }, ...(tekens.has(soort) ? [tekens.get(soort).cloneNode(true)] : []), element("span", {}, bij ? `${naam} · in ${bij}` : naam));
  const vakje = soort === "instrument" ? [maakVakje(idVan(href), titel)] : [];
  return element("li", {}, regel, kop, element("p", {}, samenvatting), ...vakje);
}

// Het laatste deel van het adres van een kaart.
const idVan = (href) => href.split("/").at(-2);

async function toonLijst(hoeveel) {
  const mijnBeurt = beurt;
  const regels = await Promise.all(treffers.slice(0, hoeveel).map(maakRegel));
  if (mijnBeurt !== beurt) return;
  lijst.replaceChildren(...regels);
  meer.hidden = treffers.length <= hoeveel;
}

function toonSoorten(tellingen, soort) {
  const totaal = Object.values(tellingen).reduce((som, aantal) => som + aantal, 0);
  for (const vakje of vakjes) {
    const aantal = vakje.value ? (tellingen[vakje.value] ?? 0) : totaal;
    const label = vakje.closest("label");
    label.querySelector(".aantal").textContent = aantal;
    label.hidden = aantal === 0 && vakje.value !== "" && vakje.value !== soort;
    vakje.checked = vakje.value === soort;
    if (vakje.checked) houdInBeeld(label);
  }
}

// Op een smal scherm staan de soorten op één regel, die opzij schuift.
function houdInBeeld(label) {
  const ruimte = soortkeuze.clientWidth - label.offsetWidth;
  soortkeuze.scrollLeft = label.offsetLeft - soortkeuze.offsetLeft - ruimte / 2;
}

function zegStand({ q: vraag, soort }, precies) {
  const bij = soort ? ` bij ${vakjes.find(({ value }) => value === soort).dataset.woord.toLowerCase()}` : "";
  const aantal = treffers.length;
  const telling = `${aantal} ${aantal === 1 ? "resultaat" : "resultaten"} voor ‘${vraag}’${bij}`;
  if (!aantal) stand.textContent = `Niets gevonden voor ‘${vraag}’${bij}.`;
  else if (!precies) stand.textContent = `Geen pagina${bij} heeft alle woorden van ‘${vraag}’. Deze hebben er een deel van.`;
  else if (precies === aantal) stand.textContent = telling;
  else stand.textContent = `${telling}. ${precies} daarvan ${precies === 1 ? "heeft" : "hebben"} alle woorden.`;
}

async function toonVoorstel(vraag, nodig) {
  const mijnBeurt = beurt;
  const voorstellen = nodig ? await bedoelde(vraag).catch(() => []) : [];
  if (mijnBeurt !== beurt) return;
  voorstel.hidden = voorstellen.length === 0;
  voorstel.replaceChildren();
  if (!voorstellen.length) return;
  const links = voorstellen.map((naam) => element("a", { href: adres.adresVan({ q: naam, toon: 0 }) }, naam));
  voorstel.append("Bedoelde u ", ...links.flatMap((link, i) => [i === 0 ? "" : i === links.length - 1 ? " of " : ", ", link]), "?");
}

async function toon(toestand) {
  const { q: vraag, soort } = toestand;
  const mijnBeurt = ++beurt;
  veld.value = vraag;
  uitkomst.hidden = !vraag;
  document.title = vraag ? `${vraag} – ${titelVooraf}` : titelVooraf;
  if (!vraag) return;
  try {
    await toonUitkomst(toestand, mijnBeurt);
  } catch {
    if (mijnBeurt === beurt) toonMislukt();
  }
}

async function toonUitkomst(toestand, mijnBeurt) {
  const { q: vraag, soort } = toestand;
  const gevonden = await zoek(vraag, { soort, soorten });
  if (mijnBeurt !== beurt) return;
  treffers = gevonden.treffers;
  soortkeuze.hidden = !soort && treffers.length === 0;
  toonSoorten(gevonden.tellingen, soort);
  await toonLijst(toestand.toon);
  if (mijnBeurt !== beurt) return;
  zegStand(toestand, gevonden.precies);
  await toonVoorstel(vraag, gevonden.precies === 0 && vraag.split(/\s+/).length <= KORTE_VRAAG);
}

// Wat er van een eerdere vraag nog stond, hoort niet bij deze.
function toonMislukt() {
  treffers = [];
  lijst.replaceChildren();
  for (const deel of [meer, soortkeuze, voorstel]) deel.hidden = true;
  stand.textContent = "Zoeken lukt nu niet. Via de overzichten hieronder vindt u alles.";
}

formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const vraag = veld.value.trim();
  if (vraag) adres.ga({ q: vraag, toon: 0 });
});
soortkeuze.addEventListener("change", ({ target }) => adres.ga({ soort: target.value, toon: 0 }));
meer.addEventListener("click", async () => {
  const { toon: al } = adres.lees();
  await adres.ga({ toon: al + PER_KEER }, { vervang: true });
  lijst.children[al]?.querySelector("a").focus();
});
toon(adres.lees());
