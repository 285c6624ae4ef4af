// Een eigen programma uit modules en onderdelen van de leerlijn.
//
// Wat gekozen is, staat in het adres: ?modules=een,ander.1.3 is de hele module `een`, en van `ander` onderdeel 1 en 3.
// Alles wat de pagina daarvan weet, staat al in haar tabellen.

import { houdAdres, keuze, reeks } from "./adres.js";
import { element } from "./element.js";
import { noem } from "./gegevens.js";

const BEGIN = "09:00";
const ETMAAL = 24 * 60;

const deel = document.querySelector("[data-leerlijn]");
const plek = (naam) => deel.querySelector(`[data-${naam}]`);
const programma = plek("programma");

const modules = [...deel.querySelectorAll("[data-module]")].map((vak) => ({
  id: vak.dataset.module,
  titel: `${vak.dataset.nummer}. ${vak.dataset.titel}`,
  naam: `module ${vak.dataset.nummer} (${vak.dataset.titel})`,
  na: vak.dataset.na.split(" ").filter(Boolean),
  heel: vak.querySelector("[data-heel]"),
  vouw: vak.querySelector("details"),
  delen: [...vak.querySelectorAll("[data-deel]")].map((rij) => ({
    nummer: Number(rij.dataset.deel),
    minuten: Number(rij.dataset.minuten),
    titel: rij.querySelector("label span").textContent,
    vakje: rij.querySelector("[data-los]"),
  })),
}));
const perId = new Map(modules.map((module) => [module.id, module]));

const tijdstip = {
  naam: "begin",
  lees: ([waarde = ""]) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(waarde) ? waarde : BEGIN),
  schrijf: (waarde) => (waarde === BEGIN ? [] : [waarde]),
};

const aantal = (hoeveel, een, meer) => `${hoeveel} ${hoeveel === 1 ? een : meer}`;
const hoofdletter = (woorden) => woorden[0].toUpperCase() + woorden.slice(1);
const som = (delen) => delen.reduce((samen, { minuten }) => samen + minuten, 0);
const klok = (minuten) => `${Math.floor(minuten / 60)}:${String(minuten % 60).padStart(2, "0")}`;

function duur(minuten) {
  const uren = Math.floor(minuten / 60);
  const rest = minuten % 60;
  return [uren ? `${uren} uur` : "", rest || !uren ? aantal(rest, "minuut", "minuten") : ""].filter(Boolean).join(" en ");
}

// Wat het adres noemt: per module haar onderdelen, en woorden die niets noemen.
function lees(woorden) {
  const gekozen = new Map();
  const vreemd = [];
  for (const woord of woorden) {
    const [id, ...nummers] = woord.split(".");
    const module = perId.get(id);
    const delen = module?.delen.filter(({ nummer }) => !nummers.length || nummers.includes(String(nummer))) ?? [];
    const onbekend = nummers.some((een) => !delen.some(({ nummer }) => String(nummer) === een));
    if (onbekend || !delen.length) vreemd.push(woord);
    if (delen.length) gekozen.set(id, new Set([...(gekozen.get(id) ?? []), ...delen]));
  }
  // Altijd in de volgorde van de leerlijn.
  const stukken = modules
    .filter(({ id }) => gekozen.has(id))
    .map((module) => ({ module, delen: module.delen.filter((een) => gekozen.get(module.id).has(een)) }));
  return { stukken, vreemd };
}

const woordVan = ({ id, delen }, gekozen) =>
  gekozen.length === delen.length ? id : [id, ...gekozen.map(({ nummer }) => nummer)].join(".");

function kies() {
  const woorden = modules
    .map((module) => ({ module, gekozen: module.delen.filter(({ vakje }) => vakje.checked) }))
    .filter(({ gekozen }) => gekozen.length)
    .map(({ module, gekozen }) => woordVan(module, gekozen));
  adres.ga({ modules: woorden });
}

function toon(toestand) {
  const { stukken, vreemd } = lees(toestand.modules);
  zegVreemd(vreemd);
  toonVakjes(stukken);
  const alles = stukken.flatMap(({ delen }) => delen);
  const samen = `${aantal(stukken.length, "module", "modules")}, ${aantal(alles.length, "onderdeel", "onderdelen")}, samen ${duur(som(alles))}`;
  plek("stand").classList.toggle("leerstand-vol", alles.length > 0);
  plek("stand").textContent = alles.length ? `Gekozen: ${samen}.` : "U koos nog niets.";
  programma.hidden = !alles.length;
  plek("samen").textContent = `${samen}.`;
  plek("begin").value = toestand.begin;
  plek("apart").checked = toestand.dagen === "apart";
  const dagen = toestand.dagen === "apart" ? stukken.map((stuk) => [stuk]) : [stukken];
  const [uur, minuut] = toestand.begin.split(":").map(Number);
  const eerste = uur * 60 + minuut;
  toonLet(stukken, dagen.some((dag) => eerste + som(dag.flatMap(({ delen }) => delen)) > ETMAAL));
  plek("dagen").replaceChildren(...dagen.map((dag, n) => tabel(dag, eerste, dagen.length > 1 ? `Dag ${n + 1}` : "")));
}

function zegVreemd(vreemd) {
  plek("melding").textContent = vreemd.length
    ? `Het adres noemt iets dat niet (meer) in de leerlijn staat: ${noem(vreemd)}. Dat telt niet mee.`
    : "";
}

function toonVakjes(stukken) {
  const gekozen = new Set(stukken.flatMap(({ delen }) => delen));
  for (const { heel, vouw, delen } of modules) {
    const hoeveel = delen.filter((een) => gekozen.has(een)).length;
    for (const een of delen) een.vakje.checked = gekozen.has(een);
    heel.checked = hoeveel === delen.length;
    heel.indeterminate = hoeveel > 0 && hoeveel < delen.length;
    if (heel.indeterminate) vouw.open = true;
  }
}

// Waar iemand op moet letten: wat eerst moet, en een dag die te lang is.
function toonLet(stukken, teLang) {
  const gekozen = new Set(stukken.map(({ module }) => module.id));
  const zinnen = stukken.flatMap(({ module }) =>
    module.na.filter((id) => !gekozen.has(id)).map((id) => `${hoofdletter(module.naam)} bouwt op ${perId.get(id).naam}. Die zit niet in uw programma.`));
  if (teLang) zinnen.push("Dit past niet op één dag. Begin vroeger, kies minder, of zet elke module op een eigen dag.");
  const lijst = plek("let");
  lijst.hidden = !zinnen.length;
  lijst.replaceChildren(...zinnen.map((zin) => element("li", {}, zin)));
}

function tabel(stukken, begin, dag) {
  let nu = begin;
  const lijven = stukken.map(({ module, delen }) => {
    const kop = element("tr", {}, element("th", { scope: "rowgroup", colSpan: 2 }, module.titel));
    const rijen = delen.map(({ titel, minuten }) => {
      const van = nu;
      nu += minuten;
      return element("tr", {}, element("th", { scope: "row" }, `${klok(van % ETMAAL)}–${klok(nu % ETMAAL)}`), element("td", {}, titel));
    });
    return element("tbody", {}, kop, ...rijen);
  });
  const koppen = ["Tijd", "Onderdeel"].map((naam) => element("th", { scope: "col" }, naam));
  const bijschrift = `${dag ? `${dag}: ` : ""}van ${klok(begin)} tot ${klok(nu % ETMAAL)}`;
  return element("table", { className: "leertijden" },
    element("caption", {}, hoofdletter(bijschrift)),
    element("thead", {}, element("tr", {}, ...koppen)),
    ...lijven);
}

const adres = houdAdres([reeks("modules"), tijdstip, keuze("dagen", ["apart"])], toon);

deel.addEventListener("change", ({ target }) => {
  const module = modules.find(({ heel }) => heel === target);
  if (module) for (const { vakje } of module.delen) vakje.checked = target.checked;
  if (target.matches("[data-heel], [data-los]")) kies();
  if (target.matches("[data-begin]")) adres.ga({ begin: tijdstip.lees([target.value]) }, { vervang: true });
  if (target.matches("[data-apart]")) adres.ga({ dagen: target.checked ? "apart" : "" });
});
plek("tijden").addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
plek("druk-af").addEventListener("click", () => print());
plek("leeg").addEventListener("click", () => {
  adres.ga({ modules: [] });
  modules[0].heel.focus();
});
toon(adres.lees());
