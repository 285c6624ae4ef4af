// Een overzicht met filters, een zoekveld en een keuze van volgorde. Wat gekozen is, staat in het adres.
//
// Een kort overzicht staat helemaal in de pagina. Een lang overzicht toont zijn letters; zodra iemand kiest of zoekt,
// komen alle regels uit een gegevensbestand, een deel tegelijk.
//
// Een pagina begint met begin(), en geeft mee wat er bij haar nog meer in het adres staat.

import { getal, houdAdres, keuze, keuzes, tekst } from "./adres.js";
import { element } from "./element.js";
import { kies, sorteer, tel, uitleg } from "./filteren.js";
import { regelsUitGegevens, regelsUitPagina } from "./overzichtsregels.js";
import { ververs as zetVakjes } from "./vergelijkmand.js";

const WACHT = 150;
const PER_KEER = 50;

const paneel = document.querySelector(".facetten");
const lijst = document.querySelector("[data-overzicht]");
// Niet elk overzicht heeft een zoekveld.
const zoekformulier = document.querySelector("[data-zoeklijst]");
const filters = document.querySelector("[data-facetten]");
const sortering = document.querySelector("[data-sorteer]");
const stand = document.querySelector("[data-stand]");
const wis = document.querySelector("[data-wis]");
const teller = document.querySelector("[data-gekozen]");
// Alleen bij een lang overzicht:
const letters = document.querySelector("[data-letters]");
const sjabloon = document.querySelector("template[data-regel]");
const meer = document.querySelector("[data-meer]");

const { gegevens, wortel } = lijst.dataset;
const zoekveld = zoekformulier?.elements.q;
const vakjes = [...filters.elements].filter(({ type }) => type === "checkbox");
const facetten = Map.groupBy(vakjes, ({ name }) => name);
const waarden = (opties) => [...opties].map(({ value }) => value);
const totaal = stand.textContent;
export const regelsInPagina = regelsUitPagina(lijst);
const plekVanAantal = (vakje) => vakje.closest("label").querySelector(".aantal");
const aantallenVooraf = new Map(vakjes.map((vakje) => [vakje, plekVanAantal(vakje).textContent]));

// Wat een vraag vond, zodat een filter erbij niet opnieuw hoeft te zoeken.
const gezocht = new Map();
const laadZoekmachine = () => import("./zoekmachine.js");

let zijnErAlle = !gegevens;
let beurt = 0;
let wekker;
let adres;
let toonErbij;

const keuzeVan = (toestand) => Object.fromEntries([...facetten.keys()].map((naam) => [naam, toestand[naam]]));
const isIetsGekozen = () => adres.adresVan({ toon: 0 }) !== "";
const isGekozen = (vakje, toestand) => toestand[vakje.name].includes(vakje.value);

const alleRegels = () => (gegevens ? regelsUitGegevens(gegevens, sjabloon, wortel) : regelsInPagina);

async function zoekRegels(regels, vraag) {
  if (!vraag) return { regels };
  try {
    if (!gezocht.has(vraag)) gezocht.set(vraag, await (await laadZoekmachine()).zoekIds(vraag));
    return { regels: regels.filter(({ id }) => gezocht.get(vraag).has(id)) };
  } catch {
    return { regels, mislukt: true };
  }
}

async function toon(toestand) {
  const mijnBeurt = ++beurt;
  toonBediening(toestand);
  toonErbij(toestand);
  if (gegevens && !isIetsGekozen()) return toonLetters();
  if (!zijnErAlle) stand.textContent = "De lijst komt eraan …";
  let gevonden;
  try {
    const regels = await alleRegels();
    zijnErAlle = true;
    gevonden = await zoekRegels(regels, toestand.q);
  } catch {
    if (mijnBeurt === beurt) stand.textContent = "De lijst kan nu niet worden opgehaald. Via de letters vindt u alles.";
    return;
  }
  // Wie ondertussen iets anders koos, heeft aan dit antwoord niets meer.
  if (mijnBeurt === beurt) toonRegels(toestand, gevonden);
}

function toonBediening(toestand) {
  // Een spatie aan het eind telt niet mee, maar wie typt, houdt haar.
  if (zoekveld && zoekveld.value.trim() !== toestand.q) zoekveld.value = toestand.q;
  sortering.value = toestand.sorteer;
  for (const vakje of vakjes) vakje.checked = isGekozen(vakje, toestand);
  for (const groep of filters.querySelectorAll("details.facet:has(:checked)")) groep.open = true;
  const gekozen = vakjes.filter(({ checked }) => checked).length;
  teller.textContent = gekozen ? ` · ${gekozen} gekozen` : "";
  wis.hidden = !gekozen;
}

function toonLetters() {
  letters.hidden = false;
  meer.hidden = true;
  lijst.replaceChildren();
  stand.replaceChildren(element("strong", {}, totaal));
  for (const [vakje, vooraf] of aantallenVooraf) plekVanAantal(vakje).textContent = vooraf;
}

function toonRegels(toestand, { regels, mislukt }) {
  const keuze = keuzeVan(toestand);
  const gekozen = sorteer(kies(regels, keuze), toestand.sorteer);
  const eerste = gegevens ? gekozen.slice(0, toestand.toon) : gekozen;
  const elementen = eerste.map((regel) => regel.element());
  // Wat al goed staat, blijft staan, met de focus die erin is.
  if (elementen.length !== lijst.children.length || elementen.some((een, n) => een !== lijst.children[n])) lijst.replaceChildren(...elementen);
  zetVakjes();
  if (gegevens) {
    letters.hidden = true;
    meer.hidden = eerste.length === gekozen.length;
  }
  toonAantallen(regels, keuze);
  zegStand(gekozen.length, mislukt ? "" : toestand.q);
  if (mislukt) stand.append(". Zoeken lukt nu niet.");
}

// Het aantal achter een vakje: wat er te zien is als u het aanvinkt, bij wat u in de andere groepen koos.
function toonAantallen(regels, keuze) {
  const tellingen = tel(regels, keuze, [...facetten.keys()]);
  for (const vakje of vakjes) plekVanAantal(vakje).textContent = tellingen.get(vakje.name).get(vakje.value) ?? 0;
}

function zegStand(hoeveel, vraag) {
  const woorden = vakjes.filter(({ checked }) => checked).map((vakje) => vakje.dataset.woord);
  const [telling, bij] = uitleg(hoeveel, stand.dataset.stand.split("|"), vraag ? [vraag, ...woorden] : woorden);
  stand.replaceChildren(element("strong", {}, telling), bij);
}

// Wat er nu is ingevuld en aangevinkt; de lijst begint dan weer bovenaan.
function ingevuld() {
  clearTimeout(wekker);
  const gekozen = [...facetten].map(([naam, opties]) => [naam, waarden(opties.filter(({ checked }) => checked))]);
  return { ...Object.fromEntries(gekozen), q: zoekveld?.value.trim(), sorteer: sortering.value, toon: 0 };
}

const kiesNu = () => adres.ga(ingevuld());
const zoekNu = () => adres.ga(ingevuld(), { vervang: true });

filters.addEventListener("change", kiesNu);
filters.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
sortering.addEventListener("change", kiesNu);
wis.addEventListener("click", () => {
  for (const vakje of vakjes) vakje.checked = false;
  kiesNu();
  stand.focus();
});
zoekveld?.addEventListener("focus", () => laadZoekmachine().then(({ laad }) => laad()).catch(() => {}), { once: true });
zoekveld?.addEventListener("input", () => {
  clearTimeout(wekker);
  wekker = setTimeout(zoekNu, WACHT);
});
zoekformulier?.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  zoekNu();
});
meer?.addEventListener("click", async () => {
  const { toon: al } = adres.lees();
  await adres.ga({ toon: al + PER_KEER }, { vervang: true });
  lijst.children[al]?.querySelector("a").focus();
});

// Naast de lijst staat het paneel altijd open; erboven, zoals op een smal scherm, klapt de lezer het zelf uit.
const breed = matchMedia("(min-width: 60em)");
const pasPaneelAan = () => { paneel.open = breed.matches; };
if (paneel.closest(".lijst")) {
  breed.addEventListener("change", pasPaneelAan);
  pasPaneelAan();
}

// Toont wat er in het adres staat, nu en bij elke verandering. `velden` staan ook in het adres van deze pagina;
// `erbij` toont wat daarbij hoort, voordat de regels komen.
export function begin({ velden = [], erbij = () => {} } = {}) {
  toonErbij = erbij;
  adres = houdAdres([
    ...(zoekveld ? [tekst("q")] : []),
    ...[...facetten].map(([naam, opties]) => keuzes(naam, waarden(opties))),
    keuze("sorteer", waarden(sortering.options)),
    getal("toon", PER_KEER),
    ...velden,
  ], toon);
  toon(adres.lees());
  return adres;
}
