// Filtert en sorteert een overzicht in de pagina.
//
// Een vakje <input name="laag" value="rijk"> hoort bij het attribuut data-laag van de
// regels: woorden met een spatie ertussen. Binnen een groep telt één treffer, tussen
// groepen tellen ze allemaal. Wat gekozen is, staat in het adres.
//
// Een zoekveld bij de lijst (zoeklijst.js) meldt met de gebeurtenis "lijst:gevonden" welke regels
// het vindt: {ids, vraag}, met ids zoals in data-id, of null als er niet gezocht wordt.

const paneel = document.querySelector(".facetten");
const lijst = document.querySelector("[data-overzicht]");
const formulier = document.querySelector("[data-facetten]");
const sortering = document.querySelector("[data-sorteer]");
const stand = document.querySelector("[data-stand]");
const wis = document.querySelector("[data-wis]");
const teller = document.querySelector("[data-gekozen]");

const regels = [...lijst.children];
const vakjes = [...formulier.elements].filter(({ type }) => type === "checkbox");
const woorden = new Map(regels.map((regel) => [regel, leesWoorden(regel)]));
let gevonden = null;

function leesWoorden(regel) {
  return Object.fromEntries(Object.entries(regel.dataset).map(([naam, waarde]) => [naam, waarde.split(" ")]));
}

function gekozen() {
  const keuze = new Map();
  for (const { name, value } of vakjes.filter(({ checked }) => checked)) {
    keuze.set(name, [...(keuze.get(name) ?? []), value]);
  }
  return keuze;
}

function past(regel, keuze) {
  const heeft = woorden.get(regel);
  if (gevonden && !gevonden.ids.has(regel.dataset.id)) return false;
  return [...keuze].every(([naam, waarden]) => waarden.some((waarde) => heeft[naam]?.includes(waarde)));
}

// Het aantal achter een vakje: wat er te zien is als u het aanvinkt, bij wat u in de andere groepen koos.
function telOpties(keuze) {
  for (const vakje of vakjes) {
    const met = new Map(keuze).set(vakje.name, [vakje.value]);
    vakje.closest("label").querySelector(".aantal").textContent = regels.filter((regel) => past(regel, met)).length;
  }
}

function sorteer() {
  const veld = sortering.value;
  const waarde = (regel) => Number(regel.dataset[veld] ?? 0);
  lijst.append(...(veld ? regels.toSorted((a, b) => waarde(b) - waarde(a)) : regels));
}

function meld(aantal, keuze) {
  const namen = vakjes.filter(({ checked }) => checked).map((vakje) => `‘${vakje.dataset.woord}’`);
  const [een, meer] = stand.dataset.stand.split("|");
  teller.textContent = namen.length ? ` · ${namen.length} gekozen` : "";
  const sterk = document.createElement("strong");
  sterk.textContent = `${aantal} ${aantal === 1 ? een : meer}`;
  if (gevonden) namen.unshift(`‘${gevonden.vraag}’`);
  stand.replaceChildren(sterk, namen.length ? ` bij ${namen.join(", ")}` : "");
  wis.hidden = keuze.size === 0;
}

function toon() {
  const keuze = gekozen();
  for (const regel of regels) regel.hidden = !past(regel, keuze);
  telOpties(keuze);
  sorteer();
  meld(regels.filter(({ hidden }) => !hidden).length, keuze);
}

function leesAdres() {
  const vraag = new URLSearchParams(location.search);
  for (const vakje of vakjes) vakje.checked = vraag.getAll(vakje.name).includes(vakje.value);
  const veld = vraag.get("sorteer") ?? "";
  sortering.value = [...sortering.options].some(({ value }) => value === veld) ? veld : "";
  for (const groep of formulier.querySelectorAll("details.facet")) {
    if (groep.querySelector(":checked")) groep.open = true;
  }
  toon();
}

function schrijfAdres() {
  const vraag = new URLSearchParams();
  if (gevonden) vraag.set("q", gevonden.vraag);
  for (const [naam, waarden] of gekozen()) waarden.forEach((waarde) => vraag.append(naam, waarde));
  if (sortering.value) vraag.set("sorteer", sortering.value);
  const zoek = vraag.toString();
  history.pushState(null, "", zoek ? `?${zoek}` : location.pathname);
  toon();
}

formulier.addEventListener("change", schrijfAdres);
formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
sortering.addEventListener("change", schrijfAdres);
wis.addEventListener("click", () => {
  for (const vakje of vakjes) vakje.checked = false;
  schrijfAdres();
  stand.focus();
});
document.addEventListener("lijst:gevonden", ({ detail }) => {
  gevonden = detail;
  toon();
});
addEventListener("popstate", leesAdres);

// Naast de lijst staat het paneel altijd open; erboven, op een smal scherm, klapt de lezer het zelf uit.
const breed = matchMedia("(min-width: 60em)");
const pasPaneelAan = () => { paneel.open = breed.matches; };
breed.addEventListener("change", pasPaneelAan);
pasPaneelAan();
leesAdres();
