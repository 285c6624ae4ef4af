// De Partnerschapsmeter: twee kanten geven zes vragen een cijfer, en de pagina legt die naast elkaar.
//
// De toestand staat achter het hekje in het adres: dat deel gaat nooit naar een server. Wat er te lezen is, staat in de
// pagina; dit script vult de tabel in, tekent er een radar bij en zet de vragen om te bespreken op volgorde.

import { keuze, keuzes, leesToestand, schrijfToestand, tekst } from "./adres.js";
import { element } from "./element.js";
import { kopieer } from "./meenemen.js";

const SVG = "http://www.w3.org/2000/svg";
const HOOGSTE = 5;
const LANGSTE_FRAGMENT = 1000;
const KANTEN = ["rijk", "regio"];
const WIE = { rijk: "het Rijk", regio: "de regio" };
const NAAM = { rijk: "Rijk", regio: "Regio" };

const vind = (kiezer, waar = document) => waar.querySelector(kiezer);
const vindAlle = (kiezer, waar = document) => [...waar.querySelectorAll(kiezer)];

const begin = vind("[data-begin]");
const vragen = vind("[data-vragen]");
const ernaast = vind("[data-ernaast]");
const delen = vind("[data-delen]");
const radar = vind("[data-radar]");
const gesprekken = vind("[data-gesprekken]");
const opNummer = vindAlle("[data-gesprek]");
const stand = vind("[data-stand]");
const fout = vind("[data-fout]");
const melding = vind("[data-melding]");
const linkveld = vind("#meter-link");
const onderwerp = begin.elements.over;

const AANTAL = opNummer.length;
const LEEG = Array(AANTAL).fill(0);
const telling = (cijfers) => cijfers.filter(Boolean).length;
const isCompleet = (cijfers) => telling(cijfers) === AANTAL;
const andere = (kant) => KANTEN.find((een) => een !== kant);

// Zes cijfers achter elkaar; een 0 is nog niet beantwoord.
const antwoorden = (naam) => ({
  naam,
  lees: ([waarde = ""]) => (new RegExp(`^[0-${HOOGSTE}]{${AANTAL}}$`).test(waarde) ? [...waarde].map(Number) : LEEG),
  schrijf: (cijfers) => (telling(cijfers) ? [cijfers.join("")] : []),
});

const velden = [
  keuze("kant", KANTEN),
  tekst("over"),
  ...KANTEN.map(antwoorden),
  keuzes("naast", vindAlle("[name=naast]", ernaast).map(({ value }) => value)),
];
const BEGIN = leesToestand("", velden);
let toestand = BEGIN;

// Adres

const fragmentVan = (een) => schrijfToestand(een, velden).replace("?", "#");

const opVolgorde = (fragment) => {
  const paren = new URLSearchParams(fragment);
  paren.sort();
  return paren.toString();
};

// De toestand in het adres, en wat er niet aan klopt. Zonder "=" is het geen toestand maar een plek op de pagina.
function leesAdres() {
  const fragment = location.hash.slice(1);
  if (!fragment) return { nieuw: BEGIN };
  if (!fragment.includes("=")) return { fout: bestaat(fragment) ? "" : "Deze link wijst naar iets wat niet op deze pagina staat." };
  if (fragment.length > LANGSTE_FRAGMENT) return { nieuw: BEGIN, fout: "Deze link is te lang. De meter begint daarom leeg. Vraag de ander om een nieuwe link." };
  const nieuw = leesToestand(fragment, velden);
  const klopt = opVolgorde(fragment) === opVolgorde(fragmentVan(nieuw).slice(1));
  return { nieuw, fout: klopt ? "" : "Een deel van deze link klopt niet. Dat deel staat hier leeg. Kijk de antwoorden na, of vraag de ander om een nieuwe link." };
}

function bestaat(fragment) {
  try {
    return document.getElementById(decodeURIComponent(fragment)) !== null;
  } catch {
    return false;
  }
}

function openAdres() {
  const gelezen = leesAdres();
  fout.textContent = gelezen.fout ?? "";
  if (gelezen.nieuw) toon(gelezen.nieuw);
}

function verander(verandering) {
  toon({ ...toestand, ...verandering });
  fout.textContent = "";
  melding.textContent = "";
  history.replaceState(null, "", fragmentVan(toestand) || location.pathname + location.search);
}

// Wie om de beurt invult, ziet de ander pas na alle eigen antwoorden.
const bedekt = ({ kant, ...cijfers }) => (kant && !isCompleet(cijfers[kant]) ? andere(kant) : "");

const zichtbaarVan = (een) => Object.fromEntries(KANTEN.map((kant) => [kant, kant === bedekt(een) ? LEEG : een[kant]]));

// Tonen

function toon(nieuw) {
  toestand = nieuw;
  const zichtbaar = zichtbaarVan(toestand);
  toonVelden();
  toonProfielen();
  toonTabel(zichtbaar);
  tekenRadar(zichtbaar);
  toonGesprekken(zichtbaar);
  stand.textContent = standVan(zichtbaar);
  toonLink();
}

function toonVelden() {
  begin.elements.kant.value = toestand.kant;
  onderwerp.value = toestand.over;
  vind("[data-onderwerp]").textContent = toestand.over;
  for (const veld of vindAlle("[data-velden]", vragen)) veld.hidden = toestand.kant !== "" && toestand.kant !== veld.dataset.velden;
  for (const knop of vindAlle("input", vragen)) {
    knop.checked = toestand[knop.dataset.kant][knop.dataset.vraag - 1] === Number(knop.value);
  }
  for (const vakje of vindAlle("input", ernaast)) vakje.checked = toestand.naast.includes(vakje.value);
}

function toonProfielen() {
  const kan = vindAlle("input", ernaast).map(({ value }) => value);
  for (const deel of vindAlle("[data-profiel]")) {
    const { profiel } = deel.dataset;
    deel.toggleAttribute("hidden", kan.includes(profiel) && !toestand.naast.includes(profiel));
  }
}

const verschilBij = ({ rijk, regio }, plaats) => (rijk[plaats] && regio[plaats] ? Math.abs(rijk[plaats] - regio[plaats]) : null);

function toonTabel(zichtbaar) {
  vindAlle("[data-rij]").forEach((rij, plaats) => {
    const cel = (naam) => vind(`[data-cel=${naam}]`, rij);
    for (const kant of KANTEN) cel(kant).textContent = zichtbaar[kant][plaats] || "–";
    cel("verschil").textContent = verschilBij(zichtbaar, plaats) ?? "–";
  });
}

function svg(naam, eigenschappen) {
  const nieuw = document.createElementNS(SVG, naam);
  for (const [eigenschap, waarde] of Object.entries(eigenschappen)) nieuw.setAttribute(eigenschap, waarde);
  return nieuw;
}

const MERKEN = {
  rijk: ([x, y]) => svg("circle", { class: "punt-rijk", cx: x, cy: y, r: 4.5 }),
  regio: ([x, y]) => svg("rect", { class: "punt-regio", x: x - 4.5, y: y - 4.5, width: 9, height: 9 }),
};

// De assen staan al in het beeld; een cijfer ligt op zijn as. Een lijn sluit pas als alle zes er zijn.
function tekenRadar(zichtbaar) {
  const assen = vindAlle("[data-as]", radar).map((as) => ["x1", "y1", "x2", "y2"].map((naam) => Number(as.getAttribute(naam))));
  const plek = (cijfer, [x1, y1, x2, y2]) => [x1, y1].map((van, n) => Math.round((van + ([x2, y2][n] - van) * (cijfer / HOOGSTE)) * 10) / 10);
  for (const groep of vindAlle("[data-getekend]", radar)) groep.remove();
  for (const kant of KANTEN) {
    const cijfers = zichtbaar[kant];
    const groep = svg("g", { "data-getekend": kant });
    const punten = cijfers.flatMap((cijfer, n) => (cijfer ? [plek(cijfer, assen[n])] : []));
    if (isCompleet(cijfers)) groep.append(svg("polygon", { class: `vorm-${kant}`, points: punten.map(String).join(" ") }));
    groep.append(...punten.map(MERKEN[kant]));
    radar.append(groep);
  }
}

const nummers = (plaatsen) => `${plaatsen.length === 1 ? "vraag" : "de vragen"} ${new Intl.ListFormat("nl").format(plaatsen.map((n) => String(n + 1)))}`;

// Het grootste verschil eerst; wat gelijk is of nog open staat, komt in een zin erboven.
function toonGesprekken(zichtbaar) {
  const verschillen = LEEG.map((_, plaats) => verschilBij(zichtbaar, plaats));
  const plaatsen = [...LEEG.keys()];
  const anders = plaatsen.filter((n) => verschillen[n]).sort((een, ander) => verschillen[ander] - verschillen[een] || een - ander);
  const gelijk = plaatsen.filter((n) => verschillen[n] === 0);
  const afwijkend = gelijk.filter((n) => opNummer[n].dataset.gelijkwaardig && zichtbaar.rijk[n] !== Number(opNummer[n].dataset.gelijkwaardig));
  const nogNiets = !anders.length && !gelijk.length;
  opNummer.forEach((gesprek, n) => {
    // Wie een leeg blad afdrukt, krijgt alle vragen om te bespreken.
    gesprek.classList.toggle("alleen-afdruk", nogNiets);
    gesprek.hidden = !nogNiets && !verschillen[n];
    vind("[data-verschil]", gesprek).replaceChildren(...(verschillen[n] ? verschilzin(zichtbaar, verschillen[n], n, gesprek.dataset) : []));
  });
  gesprekken.append(...(nogNiets ? plaatsen : anders).map((n) => opNummer[n]));
  vind("[data-praten]").classList.toggle("niet-op-papier", nogNiets);
  vind("[data-praten]").textContent = [
    anders.length > 1 && "Het grootste verschil staat bovenaan. Bespreek eerst dat, en leg uit wat er achter uw cijfer zit.",
    anders.length === 1 && "U verschilt bij één vraag. Leg elkaar uit wat er achter uw cijfer zit.",
    gelijk.length && `U gaf hetzelfde cijfer bij ${nummers(gelijk)}.`,
    afwijkend.length && `Daarvan wijkt u samen af van het gelijkwaardige partnerschap bij ${nummers(afwijkend)}. Dat mag; leg vast waarom.`,
    nogNiets && "Hier komen vragen om te bespreken, zodra beide kanten een vraag hebben beantwoord.",
  ].filter(Boolean).join(" ");
}

function verschilzin({ rijk, regio }, verschil, n, { gelijkwaardig }) {
  const cijfers = [`Rijk ${rijk[n]}`, `regio ${regio[n]}`, gelijkwaardig && `gelijkwaardig ${gelijkwaardig}`].filter(Boolean);
  return [element("strong", {}, `Verschil ${verschil}`), ` · ${cijfers.join(" · ")}`];
}

function standVan(zichtbaar) {
  const ander = bedekt(toestand);
  const delenVanZin = KANTEN.filter((kant) => kant !== ander).map((kant) => `${NAAM[kant]}: ${telling(zichtbaar[kant])} van de ${AANTAL} beantwoord.`);
  if (ander && telling(toestand[ander])) {
    delenVanZin.push(`De antwoorden van ${WIE[ander]} zijn er al. U ziet ze als u zelf alle ${AANTAL} vragen hebt beantwoord.`);
  }
  if (KANTEN.every((kant) => isCompleet(zichtbaar[kant]))) {
    const verschillen = LEEG.map((_, plaats) => verschilBij(zichtbaar, plaats));
    const grootste = Math.max(...verschillen);
    delenVanZin.push(grootste
      ? `Het grootste verschil is ${grootste}, bij ${nummers([...verschillen.keys()].filter((n) => verschillen[n] === grootste))}.`
      : "U gaf overal hetzelfde cijfer.");
  }
  return delenVanZin.join(" ");
}

// Delen

// Wie om de beurt invult, stuurt de ander een link waarin die aan de beurt is; zijn beide klaar, dan vult niemand meer in.
function toonLink() {
  const { kant } = toestand;
  const volgende = kant && !isCompleet(toestand[andere(kant)]) ? andere(kant) : "";
  linkveld.value = location.href.replace(/#.*/, "") + fragmentVan({ ...toestand, kant: volgende });
  vind("[data-linknaam]").textContent = volgende ? `Link voor ${WIE[volgende]}, met uw antwoorden` : "Link met deze antwoorden";
  vind("[data-adres]").textContent = linkveld.value;
}

begin.addEventListener("change", () => verander({ kant: begin.elements.kant.value, over: onderwerp.value.trim() }));
vragen.addEventListener("change", ({ target: { dataset: { kant, vraag }, value } }) => {
  verander({ [kant]: toestand[kant].with(vraag - 1, Number(value)) });
});
ernaast.addEventListener("change", () => verander({ naast: vindAlle("input:checked", ernaast).map(({ value }) => value) }));
delen.addEventListener("submit", async () => { melding.textContent = await kopieer(linkveld, "link", "hem"); });
linkveld.addEventListener("focus", () => linkveld.select());
vind("[data-druk-af]").addEventListener("click", () => print());
delen.addEventListener("reset", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const { kant } = toestand;
  verander(Object.fromEntries((kant ? [kant] : KANTEN).map((een) => [een, LEEG])));
  stand.focus();
});
for (const formulier of [begin, vragen, ernaast, delen]) formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());

// Een link naar een plek op deze pagina zou de antwoorden uit het adres duwen; daarom gaat de lezer er zonder adres heen.
document.addEventListener("click", (gebeurtenis) => {
  const link = gebeurtenis.target.closest("a[href^='#']");
  const doel = link && document.getElementById(link.hash.slice(1));
  if (!doel || !location.hash.includes("=")) return;
  gebeurtenis.preventDefault();
  doel.tabIndex = -1;
  doel.focus();
});

addEventListener("hashchange", openAdres);
openAdres();
