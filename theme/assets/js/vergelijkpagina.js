// De pagina /vergelijk/: twee tot vier instrumenten naast elkaar. Welke dat zijn, staat in het adres.

import { houdAdres, keuze, reeks } from "./adres.js";
import { element } from "./element.js";
import { haal, haalVerhuisd } from "./gegevens.js";
import { MEEST, bewaar, haalNamen, naamVan, somOp } from "./vergelijkmand.js";
import { tabelVan } from "./vergelijktabel.js";

const KOLOMMEN = new URL("../../../data/vergelijk/", import.meta.url);
const VERHUISD = new URL("../../../data/verhuisd.json", import.meta.url);

const formulier = document.querySelector("[data-vergelijkkeuze]");
const kiezen = document.querySelector("[data-kiezen]");
const keuzes = [...formulier.elements.i];
const stand = document.querySelector("[data-stand]");
const meldingen = document.querySelector("[data-meldingen]");
const uitkomst = document.querySelector("[data-vergelijking]");
const tabelplek = uitkomst.querySelector("[data-tabel]");
const bronnen = uitkomst.querySelector("[data-bronnen]");
const verschillen = uitkomst.querySelector("[data-verschillen]");
const vouwAlles = uitkomst.querySelector("[data-vouw-alles]");
const vooraf = document.querySelector("[data-vooraf]");
const rijen = [...vooraf.querySelectorAll("[data-rij]")].map((een) => ({ naam: een.dataset.rij, titel: een.querySelector("th").textContent }));

const titelVooraf = document.title;
const smal = matchMedia("(max-width: 59.99em)");
// Op een smal scherm staan deze meteen open; de rest is een lijst om uit te kiezen.
const EERST_OPEN = ["status", "wanneer_wel", "wanneer_niet"];
const HOEVEEL_ONBEKEND = 3;
const LANGSTE = 40;

let beurt = 0;
let getoond = "";

const adres = houdAdres([reeks("i"), keuze("toon", ["verschillen"])], toon);

// Wat er gevraagd is: welke instrumenten dat zijn, en wat er niet goed aan is.
async function begrijp(gevraagd, namen) {
  const verhuisd = gevraagd.every((id) => namen.has(id)) ? new Map() : await haalVerhuisd(VERHUISD, "instrumenten");
  const nu = gevraagd.map((id) => verhuisd.get(id) ?? id);
  const kaarten = nu.filter((id) => namen.has(id));
  const bekend = [...new Set(kaarten)];
  const onbekend = [...new Set(nu.filter((id) => !namen.has(id)))];
  return { ids: bekend.slice(0, MEEST), over: bekend.slice(MEEST), onbekend, dubbel: kaarten.length > bekend.length };
}

function meld({ over, onbekend, dubbel }, namen) {
  const genoemd = onbekend.slice(0, HOEVEEL_ONBEKEND).map((id) => `‘${id.length > LANGSTE ? `${id.slice(0, LANGSTE)} …` : id}’`);
  const meer = onbekend.length > HOEVEEL_ONBEKEND ? " en nog meer namen" : "";
  const zinnen = [
    genoemd.length && `In het adres staat iets dat wij niet kennen: ${genoemd.join(", ")}${meer}. Dat is weggelaten.`,
    over.length && `Meer dan vier naast elkaar past niet. Weggelaten: ${somOp(over.map((id) => naamVan(namen.get(id))))}.`,
    dubbel && "Een instrument stond er meer dan één keer. Het staat hier één keer.",
  ];
  meldingen.replaceChildren(...zinnen.filter(Boolean).map((zin) => element("li", {}, zin)));
  meldingen.hidden = !meldingen.children.length;
}

function vulKeuzes(namen) {
  for (const veld of keuzes.filter(({ options }) => options.length === 1)) {
    veld.append(...[...namen.values()].map((een) => element("option", { value: een.id }, naamVan(een))));
  }
}

async function toon({ i: gevraagd, toon: alleen }) {
  const mijnBeurt = ++beurt;
  verschillen.checked = alleen === "verschillen";
  uitkomst.toggleAttribute("data-alleen-verschillen", verschillen.checked);
  let namen;
  let gekozen;
  let kolommen = [];
  try {
    namen = await haalNamen();
    gekozen = await begrijp(gevraagd, namen);
    if (gekozen.ids.length > 1) kolommen = await Promise.all(gekozen.ids.map((id) => haal(new URL(`${id}.json`, KOLOMMEN))));
  } catch {
    if (mijnBeurt === beurt) toonNiets("De gegevens kunnen nu niet worden opgehaald. Op de kaarten zelf staat alles.");
    return;
  }
  // Wie ondertussen iets anders koos, heeft aan dit antwoord niets meer.
  if (mijnBeurt !== beurt) return;
  vulKeuzes(namen);
  keuzes.forEach((veld, n) => { veld.value = gekozen.ids[n] ?? ""; });
  meld(gekozen, namen);
  if (kolommen.length) toonTabel(gekozen.ids.map((id, n) => ({ ...namen.get(id), ...kolommen[n] })));
  else if (gekozen.ids.length) toonNiets(`Gekozen: ${naamVan(namen.get(gekozen.ids[0]))}. Kies er nog minstens een bij.`);
  else toonNiets("Kies twee tot vier instrumenten.");
}

function toonNiets(woorden) {
  uitkomst.hidden = true;
  vooraf.hidden = false;
  kiezen.open = true;
  getoond = "";
  document.title = titelVooraf;
  stand.textContent = woorden;
}

function toonTabel(instrumenten) {
  const sleutel = instrumenten.map(({ id }) => id).join();
  if (sleutel !== getoond) {
    const gemaakt = tabelVan(instrumenten, rijen, haalWeg);
    tabelplek.replaceChildren(gemaakt.tabel);
    bronnen.replaceChildren(...gemaakt.bronnen);
    for (const knop of vouwknoppen()) vouw(knop, !smal.matches || EERST_OPEN.includes(knop.closest("tr").dataset.onderdeel));
    // Op een smal scherm staat de vergelijking dan meteen in beeld.
    kiezen.open = !smal.matches;
    getoond = sleutel;
  }
  for (const link of uitkomst.querySelectorAll("[data-met-keuze]")) link.search = `?i=${sleutel}`;
  uitkomst.hidden = false;
  vooraf.hidden = true;
  const namen = somOp(instrumenten.map(naamVan));
  document.title = `${namen} – ${titelVooraf}`;
  const anders = rijen.filter(({ naam }) => tabelplek.querySelector(`[data-onderdeel="${naam}"][data-verschil="verschilt"]`));
  const waar = anders.length ? `Verschil bij: ${somOp(anders.map(({ titel }) => titel.toLowerCase()))}.` : "Bij wat te vergelijken is, zijn zij gelijk.";
  stand.textContent = `${namen} naast elkaar. ${waar}`;
  zegVouw();
}

const vouwknoppen = () => [...tabelplek.querySelectorAll("button[aria-expanded]")];
const isOpen = (knop) => knop.ariaExpanded === "true";

function vouw(knop, open) {
  knop.ariaExpanded = String(open);
  knop.closest("tr").classList.toggle("dicht", !open);
}

const zegVouw = () => { vouwAlles.textContent = vouwknoppen().every(isOpen) ? "Klap alle rijen dicht" : "Klap alle rijen open"; };

function haalWeg(id) {
  kies([...keuzes].map(({ value }) => value).filter((ander) => ander !== id));
}

// Wie hier zelf kiest, houdt dat ook op de andere pagina's; wie een link opent, houdt wat hij al had.
async function kies(ids) {
  const nieuw = [...new Set(ids.filter(Boolean))];
  await Promise.all([bewaar(nieuw), adres.ga({ i: nieuw })]);
  stand.focus();
}

formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  kies(keuzes.map(({ value }) => value));
});
verschillen.addEventListener("change", () => adres.ga({ toon: verschillen.checked ? "verschillen" : "" }));
tabelplek.addEventListener("click", ({ target }) => {
  const knop = target.closest("button[aria-expanded]");
  if (!knop) return;
  vouw(knop, !isOpen(knop));
  zegVouw();
});
vouwAlles.addEventListener("click", () => {
  const open = !vouwknoppen().every(isOpen);
  for (const knop of vouwknoppen()) vouw(knop, open);
  zegVouw();
});
toon(adres.lees());
