// De controle van een mix op de pagina Samenhang. Wat gekozen is, staat in het adres: ?i=een,ander.

import { houdAdres, reeks } from "./adres.js";
import { element } from "./element.js";
import { haal, haalVerhuisd, noem } from "./gegevens.js";
import { bijstatus } from "./keuzezin.js";
import { leesSamenhang, mixcheck, stilteTussen } from "./mix.js";

const MEESTE = 8;
// Zo veel vakjes staan er tegelijk; wie meer wil zien, typt een deel van de naam.
const VAKJES = 100;

const deel = document.querySelector("[data-mix]");
const plek = (naam) => deel.querySelector(`[data-${naam}]`);
const melding = plek("melding");
const keuze = plek("keuze");
const zoekveld = keuze.querySelector("input");
const vakjes = plek("vakjes");
const gevonden = plek("gevonden");
const uwMix = plek("uw-mix");
const gekozenLijst = plek("gekozen");
const verder = plek("verder");
const stand = plek("stand");
// Staat er alleen als er relaties zijn om een voorbeeld van te geven.
const voorbeelden = plek("begin");
const oordeel = plek("oordeel");
const stil = plek("stil");
const stilzin = plek("stilzin");
const { gegevens, verhuisd, wortel } = deel.dataset;

// De paren waarover niets bekend is, ingeklapt.
const stilleParen = element("details", { className: "vouw" }, element("summary", {}, "Bekijk deze paren"), element("ul"));

let samenhang;
let hernoemd = new Map();

const kaal = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const aantal = (hoeveel, een, meer) => `${hoeveel} ${hoeveel === 1 ? een : meer}`;

// Wat het adres noemt: bekende instrumenten, en woorden die niets noemen. Een oude naam telt als de nieuwe.
function lees({ i: woorden }) {
  const ids = woorden.map((woord) => hernoemd.get(woord) ?? woord);
  const bekend = [...new Set(ids.filter((id) => samenhang.instrumenten.has(id)))];
  return { gekozen: bekend.slice(0, MEESTE), teVeel: bekend.length - MEESTE, onbekend: ids.filter((id) => !samenhang.instrumenten.has(id)) };
}

const gekozenNu = () => lees(adres.lees()).gekozen;
const kies = (ids) => adres.ga({ i: ids });

function toon(toestand) {
  const { gekozen, teVeel, onbekend } = lees(toestand);
  zegMelding(teVeel, onbekend);
  toonVakjes(gekozen);
  toonMix(gekozen);
  toonBevindingen(gekozen);
}

function zegMelding(teVeel, onbekend) {
  const zinnen = [];
  if (onbekend.length) {
    zinnen.push(`Het adres noemt iets dat geen instrument is: ${noem(onbekend)}. Dat telt niet mee.`);
  }
  if (teVeel > 0) zinnen.push(`Het adres noemt te veel instrumenten. De eerste ${MEESTE} tellen mee.`);
  melding.textContent = zinnen.join(" ");
}

// De vakjes

const vakjePerId = new Map();

function toonVakjes(gekozen) {
  const gezocht = kaal(zoekveld.value.trim());
  const passend = [...samenhang.instrumenten.values()].filter(({ titel }) => kaal(titel).includes(gezocht));
  const lijst = passend.slice(0, VAKJES).map(vakje);
  // Wie kiest, houdt zijn plek: alleen een andere lijst komt er opnieuw in.
  if (lijst.length !== vakjes.children.length || lijst.some((een, i) => een !== vakjes.children[i])) vakjes.replaceChildren(...lijst);
  for (const invoer of vakjes.querySelectorAll("input")) {
    invoer.checked = gekozen.includes(invoer.value);
    invoer.disabled = !invoer.checked && gekozen.length >= MEESTE;
  }
  gevonden.textContent = zegGevonden(passend.length, gekozen.length);
}

function vakje({ id, titel, bij }) {
  if (!vakjePerId.has(id)) {
    const invoer = element("input", { type: "checkbox", name: "i", value: id });
    vakjePerId.set(id, element("label", {}, invoer, element("span", {}, titel, ...bijstatus(bij))));
  }
  return vakjePerId.get(id);
}

function zegGevonden(hoeveel, gekozen) {
  if (gekozen >= MEESTE) return `U koos er ${MEESTE}; meer kan niet. Haal er eerst een weg.`;
  if (!hoeveel) return "Geen instrument heeft deze letters in zijn naam.";
  if (hoeveel > VAKJES) return `${hoeveel} instrumenten; hier staan de eerste ${VAKJES}. Typ een deel van de naam.`;
  return aantal(hoeveel, "instrument", "instrumenten");
}

// Wat gekozen is

function toonMix(gekozen) {
  uwMix.hidden = !gekozen.length;
  verder.hidden = gekozen.length < 2;
  for (const link of verder.querySelectorAll("a")) link.search = `?i=${gekozen.join(",")}`;
  voorbeelden?.toggleAttribute("hidden", gekozen.length > 0);
  gekozenLijst.replaceChildren(...gekozen.map((id) => {
    const weg = element("button", { type: "button", className: "wis", value: id }, "Haal weg");
    weg.setAttribute("aria-label", `Haal weg: ${samenhang.instrumenten.get(id).titel}`);
    return element("li", {}, link(id), weg);
  }));
}

function link(id) {
  const { titel, adres: pad, bij } = samenhang.instrumenten.get(id);
  return element("span", {}, element("a", { href: wortel + pad }, titel), ...bijstatus(bij));
}

// Wat de controle vond

function toonBevindingen(gekozen) {
  const bevindingen = mixcheck(samenhang.relaties, gekozen);
  for (const [soort, relaties] of Object.entries(bevindingen)) {
    const blok = deel.querySelector(`[data-bevinding="${soort}"]`);
    blok.hidden = !relaties.length;
    blok.querySelector("ul").replaceChildren(...relaties.map((relatie) => regel(relatie, soort)));
  }
  const paren = stilteTussen(samenhang.relaties, gekozen);
  toonStilte(paren, gekozen.length * (gekozen.length - 1) / 2);
  stand.textContent = zegStand(bevindingen, gekozen.length);
}

function regel({ van, soort, naar, reden, oordeel: eigen, plaatsen }, bevinding) {
  const zin = element("span", { className: "reden" }, reden);
  if (eigen) zin.append(" ", oordeel.content.cloneNode(true));
  const nieuw = element("li", {}, link(van), " ", element("em", {}, samenhang.woorden.get(soort).woord), " ", link(naar), zin);
  if (plaatsen.length) nieuw.append(herkomst(plaatsen));
  if (bevinding === "ontbreekt") {
    const erbij = element("button", { type: "button", className: "knop", value: naar }, "Zet erbij");
    erbij.setAttribute("aria-label", `Zet erbij: ${samenhang.instrumenten.get(naar).titel}`);
    erbij.dataset.erbij = "";
    nieuw.append(erbij);
  }
  return nieuw;
}

function herkomst(plaatsen) {
  const delen = plaatsen.flatMap(({ bron, plaats }, i) => {
    const { titel, adres: pad } = samenhang.bronnen.get(bron);
    return [i ? "; " : "", element("a", { href: wortel + pad }, titel), `, ${plaats}`];
  });
  return element("span", { className: "feiten" }, "Bron: ", ...delen);
}

function toonStilte(paren, alle) {
  stil.hidden = !paren.length;
  stilzin.textContent = paren.length === alle
    ? "Over geen enkel paar in uw mix zegt deze site iets. Dat is geen goedkeuring: wij weten het niet."
    : `Over ${paren.length} van de ${aantal(alle, "paar", "paren")} zegt deze site niets. Dat is geen goedkeuring: wij weten het niet.`;
  if (paren.length) stil.append(stilleParen);
  else stilleParen.remove();
  stilleParen.lastChild.replaceChildren(...paren.map(([een, ander]) => element("li", {}, link(een), " en ", link(ander))));
}

function zegStand({ botst, ontbreekt, dubbel, voldaan, versterkt, omvat, vervolg }, hoeveel) {
  if (!hoeveel) return "U koos nog niets.";
  if (hoeveel === 1) return "Kies er nog een bij.";
  const gevallen = [
    botst.length && `${botst.length} keer botst het`,
    ontbreekt.length && `${ontbreekt.length} keer ontbreekt iets`,
    dubbel.length && `${dubbel.length} keer is iets misschien dubbel`,
    versterkt.length && `${versterkt.length} keer versterkt het ene het andere`,
    voldaan.length + omvat.length && `${voldaan.length + omvat.length} keer hoort iets bij elkaar`,
    vervolg.length && `${vervolg.length} keer is er een volgende stap als het niet lukt`,
  ].filter(Boolean);
  return `${aantal(hoeveel, "instrument", "instrumenten")}: ${gevallen.length ? gevallen.join(", ") : "hierover is niets bekend"}.`;
}

// Kiezen

let adres;

function luister() {
  vakjes.addEventListener("change", ({ target }) => {
    const rest = gekozenNu().filter((id) => id !== target.value);
    kies(target.checked ? [...rest, target.value] : rest);
  });
  zoekveld.addEventListener("input", () => toonVakjes(gekozenNu()));
  keuze.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  gekozenLijst.addEventListener("click", ({ target }) => {
    const knop = target.closest("button");
    if (!knop) return;
    kies(gekozenNu().filter((id) => id !== knop.value));
    naKnop();
  });
  plek("wis").addEventListener("click", () => {
    kies([]);
    naKnop();
  });
  plek("uitkomst").addEventListener("click", ({ target }) => {
    const knop = target.closest("[data-erbij]");
    if (!knop) return;
    kies([...gekozenNu(), knop.value]);
    naKnop();
  });
}

// De knop waarop iemand drukte, is er niet meer: de focus gaat naar de kop van de mix, of naar het zoekveld.
const naKnop = () => (uwMix.hidden ? zoekveld : uwMix.querySelector("h3")).focus();

async function begin() {
  try {
    samenhang = await haal(gegevens, leesSamenhang);
  } catch {
    keuze.hidden = true;
    melding.textContent = "De gegevens kunnen nu niet worden opgehaald. Alles staat ook in de lijsten hieronder.";
    return;
  }
  adres = houdAdres([reeks("i")], toon);
  luister();
  const genoemd = adres.lees();
  if (genoemd.i.some((woord) => !samenhang.instrumenten.has(woord))) {
    // Misschien heet het nu anders.
    hernoemd = await haalVerhuisd(verhuisd, "instrumenten");
  }
  toon(genoemd);
  // Boven het deel waar een link heen wijst, is er nu meer te zien.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

begin();
