// De pagina /keuzehulp/: antwoorden in het formulier en in het adres (?k=knelpunt&s=situatie), en daarnaast welke
// instrumenten dan passen. Wat past en waarom, zegt keuze.js.

import { houdAdres, keuzes, tekst } from "./adres.js";
import { element } from "./element.js";
import { haal, haalVerhuisd, noem } from "./gegevens.js";
import { bronBij, naam, zinMetBron } from "./keuzezin.js";
import { ontvouw, OORDELEN, verdeel, wissels } from "./keuze.js";
import { leesSamenhang, mixcheck } from "./mix.js";
import { gekozen as teVergelijken, maakVakje, ververs } from "./vergelijkmand.js";

const TE_ZIEN = 6;
const ZINNEN = 2;
const VOORSTELLEN = 6;
// Van zoveel instrumenten bovenaan laat de pagina zien hoe ze samengaan, met zoveel zinnen per kop.
const SAMEN = 8;
const SAMENZINNEN = 3;

const KOPPEN = {
  past: ["Past", "Een of meer zinnen spreken ervoor, geen ertegen."],
  deels: ["Past deels", "Er zijn zinnen voor en tegen. Weeg ze zelf."],
  niet: ["Past niet", "Er zijn alleen zinnen tegen."],
  onbekend: ["Weten we niet", "De kaart zegt niets over uw antwoorden. Dat is geen nee."],
};
const WORDT = { past: "past dit", deels: "past dit deels", niet: "past dit niet", onbekend: "weten we het niet" };

const plek = document.querySelector("[data-keuzehulp]");
const vragen = plek.querySelector("[data-vragen]");
const stand = plek.querySelector("[data-stand]");
const groepen = plek.querySelector("[data-groepen]");
const gegevenRegel = plek.querySelector("[data-antwoorden]");
const begin = plek.querySelector("[data-begin]");
const samen = plek.querySelector("[data-samen]");
const verder = plek.querySelector("[data-verder]");
const melding = plek.querySelector("[data-melding]");
const balk = plek.querySelector("[data-balk]");
const gevonden = plek.querySelector("[data-gevonden]");
const zoekveld = vragen.elements.q;
const vakjes = [...vragen.querySelectorAll("input[type=checkbox], input[type=radio]")].filter(({ value }) => value);
const { gegevens: bestand, samenhang: relatiebestand, verhuisd, wortel } = plek.dataset;

const soortVan = (vakje) => (vakje.name === "k" ? "knelpunt" : "situatie");
const waarden = (soort) => vakjes.filter((vakje) => soortVan(vakje) === soort).map(({ value }) => value);
const adres = houdAdres([tekst("q"), keuzes("k", waarden("knelpunt")), keuzes("s", waarden("situatie"))], toon);

let beurt = 0;

async function toon(toestand) {
  const mijnBeurt = ++beurt;
  toonVragen(toestand);
  zoekAntwoorden(toestand.q, mijnBeurt);
  let gegevens;
  try {
    gegevens = await haal(bestand, ontvouw);
  } catch {
    if (mijnBeurt === beurt) stand.textContent = "De zinnen van de kaarten kunnen nu niet worden opgehaald. Onderaan deze pagina staan alle situaties om te lezen.";
    return;
  }
  if (mijnBeurt !== beurt) return;
  const gekozen = ({ id, soort }) => toestand[soort === "knelpunt" ? "k" : "s"].includes(id);
  toonUitkomst(gegevens, new Set(gegevens.antwoorden.filter(gekozen)));
}

// Vragen

function toonVragen(toestand) {
  if (zoekveld.value.trim() !== toestand.q) zoekveld.value = toestand.q;
  for (const radio of vragen.querySelectorAll("input[type=radio][value='']")) radio.checked = true;
  for (const vakje of vakjes) {
    const aan = toestand[soortVan(vakje) === "knelpunt" ? "k" : "s"].includes(vakje.value);
    if (aan || vakje.type === "checkbox") vakje.checked = aan;
  }
  for (const vraag of vragen.querySelectorAll("[data-vraag]")) {
    const gekozen = [...vraag.querySelectorAll(":checked")].filter(({ value }) => value);
    const eerste = gekozen.slice(0, 1).map((vakje) => naamBij(vakje)).join("");
    vraag.querySelector("[data-gekozen]").textContent = gekozen.length > 1 ? `${gekozen.length} antwoorden` : eerste;
  }
}

const naamBij = (vakje) => vakje.nextElementSibling.firstChild.textContent;

function ingevuld() {
  const aan = (soort) => vakjes.filter((vakje) => vakje.checked && soortVan(vakje) === soort).map(({ value }) => value);
  return { k: aan("knelpunt"), s: aan("situatie") };
}

// Wie in eigen woorden zegt wat er speelt, krijgt de antwoorden aangeboden waar dat op lijkt.
async function zoekAntwoorden(vraag, mijnBeurt) {
  if (!vraag) return gevonden.replaceChildren();
  let lijst;
  try {
    const { lees, zoek } = await import("./zoekmachine.js");
    const soorten = ["situatie", "knelpunt"];
    const treffers = await Promise.all(soorten.map((soort) => zoek(vraag, { soort, soorten })));
    const gelezen = await Promise.all(treffers.flatMap(({ treffers: eerste }) => eerste.slice(0, VOORSTELLEN / 2)).map(lees));
    lijst = gelezen.map(({ adres: waar }) => vakjes.find(({ value }) => waar.endsWith(`/${value}/`))).filter(Boolean);
  } catch {
    if (mijnBeurt === beurt) gevonden.textContent = "Zoeken lukt nu niet. Kies hieronder.";
    return;
  }
  if (mijnBeurt !== beurt) return;
  if (!lijst.length) return gevonden.replaceChildren(element("p", {}, `Wij herkennen in ‘${vraag}’ geen situatie of knelpunt. Kies hieronder.`));
  gevonden.replaceChildren(element("p", { className: "feiten" }, "Bedoelt u dit? Vink aan wat klopt."), ...lijst.map(voorstel));
}

function voorstel(vakje) {
  const kopie = element("input", { type: "checkbox", checked: vakje.checked });
  kopie.dataset.voor = vakje.value;
  return element("label", {}, kopie, element("span", {}, naamBij(vakje)));
}

// Uitkomst

function toonUitkomst(gegevens, gegeven) {
  const aantal = gegeven.size;
  balk.hidden = gegevenRegel.hidden = verder.hidden = aantal === 0;
  begin.hidden = aantal > 0;
  if (!aantal) {
    stand.textContent = "Geef een of meer antwoorden. Dan ziet u hier welke instrumenten passen, welke niet, en welke zinnen op de kaarten dat zeggen.";
    groepen.replaceChildren();
    samen.replaceChildren();
    return;
  }
  const verdeling = verdeel(gegevens, gegeven);
  const { past, deels, niet } = verdeling;
  const telling = `${past.length} ${past.length === 1 ? "instrument past" : "instrumenten passen"}, ${deels.length} ${deels.length === 1 ? "past" : "passen"} deels, ${niet.length} ${niet.length === 1 ? "past" : "passen"} niet.`;
  stand.replaceChildren(element("strong", {}, telling), past.length ? "" : " Laat een antwoord weg om ruimer te kijken.");
  balk.textContent = `${past.length} ${past.length === 1 ? "past" : "passen"}: naar de uitkomst`;
  gegevenRegel.replaceChildren("U antwoordde: ", ...[...gegeven].flatMap((antwoord) => [antwoordknop(antwoord), " "]), wisknop());
  const open = new Set([...groepen.querySelectorAll("details[open]")].map(({ id }) => id));
  groepen.replaceChildren(...OORDELEN.filter((oordeel) => verdeling[oordeel].length).map((oordeel) => groep(oordeel, verdeling[oordeel], gegevens, gegeven)));
  for (const id of open) groepen.querySelector(`#${id}`)?.setAttribute("open", "");
  toonVerder();
  ververs();
  toonSamen([...past, ...deels].slice(0, SAMEN).map(({ instrument }) => instrument.id));
}

// Wat iemand hierna kan doen. Wie instrumenten aankruist om te vergelijken, kan ook daarover een notitie maken.
function toonVerder() {
  const notitie = `${wortel}keuzenotitie/${adres.adresVan({ q: "" })}`;
  const eigen = teVergelijken();
  const over = eigen.length ? [element("a", { href: `${notitie}&i=${eigen.join(",")}` }, `Notitie over wat u vergelijkt (${eigen.length})`), " "] : [];
  verder.replaceChildren(element("a", { className: "knop", href: notitie }, "Maak er een notitie van"), " ", ...over, element("a", { href: "#nuloptie" }, "Of doe niets: de nuloptie"));
}

// Wat bekend is over hoe de instrumenten bovenaan samengaan.
async function toonSamen(ids) {
  const mijnBeurt = beurt;
  samen.replaceChildren();
  if (ids.length < 2) return;
  const samenhang = await haal(relatiebestand, leesSamenhang).catch(() => null);
  if (!samenhang || mijnBeurt !== beurt) return;
  const { botst, ontbreekt, versterkt, vervolg } = mixcheck(samenhang.relaties, ids);
  const koppen = [["Versterkt elkaar", versterkt, "helpt"], ["Zit elkaar in de weg", botst, "hindert"], ["Heeft eerst iets anders nodig", ontbreekt, "hindert"], ["Als het niet lukt: de volgende stap", vervolg, "helpt"]];
  const delen = koppen.filter(([, relaties]) => relaties.length).map(([kop, relaties, klasse]) => samenzinnen(kop, relaties, klasse, samenhang));
  const link = element("a", { href: `${wortel}samenhang/?i=${ids.join(",")}` }, "Controleer ze als mix");
  const stappen = vervolg.length ? [" ", element("a", { href: `${wortel}samenhang/#opschalen` }, "Zie alle volgende stappen"), "."] : [];
  const niets = delen.length ? [] : [element("p", {}, "Over deze instrumenten samen staat niets op de kaarten.")];
  samen.replaceChildren(element("h3", {}, "Hoe de eerste samengaan"), ...niets, ...delen, element("p", {}, link, ".", ...stappen));
}

function samenzinnen(kop, relaties, klasse, { bronnen, instrumenten: alle, woorden }) {
  const wie = (id) => naam({ ...alle.get(id), status: alle.get(id).bij }, wortel);
  const regels = relaties.slice(0, SAMENZINNEN).map(({ van, soort, naar, reden, oordeel, plaatsen }) => {
    const waar = plaatsen.map(({ bron, plaats }) => ({ ...bronnen.get(bron), plaats }));
    return element("li", {}, ...wie(van), ` ${woorden.get(soort).woord} `, ...wie(naar), `. ${reden} `, bronBij(waar, oordeel, wortel));
  });
  const rest = relaties.length > SAMENZINNEN ? [element("p", { className: "feiten" }, `Nog ${relaties.length - SAMENZINNEN} bij Samenhang.`)] : [];
  return element("div", { className: `zinnen zinnen-${klasse}` }, element("p", { className: "zinnenkop" }, kop), element("ul", {}, ...regels), ...rest);
}

function antwoordknop(antwoord) {
  const knop = element("button", { type: "button", className: "antwoord", ariaLabel: `Haal weg: ${antwoord.titel}` }, antwoord.titel);
  knop.addEventListener("click", () => {
    vakjes.find((vakje) => vakje.value === antwoord.id && soortVan(vakje) === antwoord.soort).checked = false;
    adres.ga(ingevuld());
    plek.querySelector("[data-uitkomst]").focus({ preventScroll: true });
  });
  return knop;
}

function wisknop() {
  const knop = element("button", { type: "button", className: "wis" }, "begin opnieuw");
  knop.addEventListener("click", () => {
    adres.ga({ q: "", k: [], s: [] });
    zoekveld.focus();
  });
  return knop;
}

function groep(oordeel, lijst, gegevens, gegeven) {
  const [kop, uitleg] = KOPPEN[oordeel];
  const inhoud = oordeel === "onbekend" ? namen(lijst) : instrumenten(lijst, gegevens, gegeven);
  const aantal = element("span", { className: "aantal" }, String(lijst.length));
  if (oordeel === "past" || oordeel === "deels") {
    return element("section", { className: `oordeelgroep oordeel-${oordeel}` }, element("h3", {}, `${kop} `, aantal), element("p", { className: "feiten" }, uitleg), ...inhoud);
  }
  return element("details", { className: `oordeelgroep vouw oordeel-${oordeel}`, id: `groep-${oordeel}` }, element("summary", {}, `${kop} `, aantal), element("p", { className: "feiten" }, uitleg), ...inhoud);
}

const namen = (lijst) => [element("ul", { className: "overzichtnamen" }, ...lijst.map(({ instrument }) => element("li", {}, ...naam(instrument, wortel))))];

function instrumenten(lijst, gegevens, gegeven) {
  const regels = lijst.map((een) => regel(een, gegevens, gegeven));
  const open = element("ul", { className: "keuzelijst" }, ...regels.slice(0, TE_ZIEN));
  if (lijst.length <= TE_ZIEN) return [open];
  const rest = element("details", { className: "vouw" }, element("summary", {}, `Nog ${lijst.length - TE_ZIEN}`), element("ul", { className: "keuzelijst" }, ...regels.slice(TE_ZIEN)));
  return [open, rest];
}

function regel(een, gegevens, gegeven) {
  const { instrument, voor, tegen, gedekt } = een;
  const dekt = voor.length ? (gegeven.size === 1 ? "Gaat over uw antwoord. " : `Gaat over ${gedekt.size} van uw ${gegeven.size} antwoorden. `) : "";
  return element("li", {},
    element("h4", { className: "regelkop" }, ...naam(instrument, wortel)),
    element("p", { className: "feiten" }, dekt, bekend(instrument)),
    ...zinnen(tegen, "Spreekt ertegen", "hindert", gegeven),
    ...zinnen(voor, "Spreekt ervoor", "helpt", gegeven),
    ...effect(instrument),
    ...verandert(wissels(gegevens, een, gegeven)),
    maakVakje(instrument.id, instrument.titel));
}

function bekend({ evaluaties, cases, adres: waar }) {
  const delen = [];
  if (evaluaties) delen.push(element("a", { href: `${wortel}${waar}#effect` }, evaluaties === 1 ? "1 evaluatie" : `${evaluaties} evaluaties`));
  if (cases) delen.push(element("a", { href: `${wortel}${waar}#praktijk` }, cases === 1 ? "1 praktijkvoorbeeld" : `${cases} praktijkvoorbeelden`));
  const [een, ander] = delen;
  return element("span", {}, ...(ander ? [een, " en ", ander, "."] : een ? [een, "."] : ["Over het effect staat er niets op de kaart."]));
}

// De eerste evaluatie op de kaart; naar de andere gaat de link erboven.
function effect({ effect: gevonden }) {
  return gevonden.map(({ tekst: woorden, bronnen }) => element("details", { className: "vouw effect" }, element("summary", {}, "Wat bekend is over het effect"), element("p", {}, ...zinMetBron({ tekst: woorden, bronnen }, wortel))));
}

function zinnen(lijst, kop, klasse, gegeven) {
  if (!lijst.length) return [];
  const regels = lijst.map((zin) => element("li", {}, ...zinBijAntwoord(zin, gegeven)));
  const eerste = element("ul", {}, ...regels.slice(0, ZINNEN));
  const rest = regels.slice(ZINNEN);
  const meer = rest.length ? [element("details", { className: "vouw" }, element("summary", {}, `Nog ${rest.length}`), element("ul", {}, ...rest))] : [];
  return [element("div", { className: `zinnen zinnen-${klasse}` }, element("p", { className: "zinnenkop" }, kop), eerste, ...meer)];
}

// Een zin kan ook over antwoorden gaan die iemand niet gaf; dat staat er apart.
function zinBijAntwoord(zin, gegeven) {
  const titels = (lijst) => lijst.map(({ titel }) => titel).join(" · ");
  const ook = zin.over.filter((antwoord) => !gegeven.has(antwoord));
  const bij = titels(zin.over.filter((antwoord) => gegeven.has(antwoord)));
  return [...zinMetBron(zin, wortel), element("span", { className: "zinbij" }, ook.length ? `${bij} (de zin gaat ook over: ${titels(ook)})` : bij)];
}

// Wat er zou veranderen met één ander antwoord: eerst wat u nu antwoordde, dan wat u erbij kunt kiezen.
function verandert(lijst) {
  if (!lijst.length) return [];
  const zinVan = ({ soort, antwoord, wordt }) => `${soort === "zonder" ? "Zonder" : "Met"} ‘${antwoord.titel}’ ${WORDT[wordt]}.`;
  const [eerste, ...rest] = lijst.map(zinVan);
  if (!rest.length) return [element("p", { className: "wissel" }, eerste)];
  return [element("details", { className: "vouw wissel" }, element("summary", {}, `${eerste} Nog ${rest.length} zulke antwoorden`), element("ul", {}, ...rest.map((zin) => element("li", {}, zin))))];
}

// Bediening

vragen.addEventListener("change", async ({ target }) => {
  if (target === zoekveld) return;
  const { voor } = target.dataset;
  if (voor) {
    const vakje = vakjes.find(({ value }) => value === voor);
    if (vakje.type === "radio" && !target.checked) vakje.closest("fieldset").querySelector("[value='']").checked = true;
    else vakje.checked = target.checked;
  }
  await adres.ga(ingevuld());
  if (voor) gevonden.querySelector(`[data-voor="${voor}"]`)?.focus();
});
vragen.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  adres.ga({ ...ingevuld(), q: zoekveld.value.trim() });
});

const gevraagd = location.hash.slice(1);
const vraag = [...vragen.querySelectorAll("[data-vraag]")].find(({ dataset }) => dataset.vraag === gevraagd);
if (vraag) {
  vraag.open = true;
  vraag.scrollIntoView();
}

// Wat het adres noemt en deze pagina niet kent: een oude naam krijgt de nieuwe, de rest telt niet mee en wordt gemeld.
async function leesOudAdres() {
  const gevraagd = new URLSearchParams(location.search);
  const vreemd = ["knelpunt", "situatie"].flatMap((soort) => gevraagd.getAll(soort[0]).filter((id) => id && !waarden(soort).includes(id)).map((id) => [soort, id]));
  if (!vreemd.length) return;
  const [knelpunt, situatie] = await Promise.all(["knelpunten", "situaties"].map((deel) => haalVerhuisd(verhuisd, deel)));
  const nieuw = { knelpunt, situatie };
  const toestand = adres.lees();
  for (const [soort, id] of vreemd) if (nieuw[soort].has(id)) toestand[soort[0]].push(nieuw[soort].get(id));
  const onbekend = [...new Set(vreemd.filter(([soort, id]) => !nieuw[soort].has(id)).map(([, id]) => id))];
  if (onbekend.length) melding.textContent = `Het adres noemt een antwoord dat wij niet kennen: ${noem(onbekend)}. Dat telt niet mee.`;
  adres.ga(toestand, { vervang: true });
}

document.addEventListener("vergelijkmand", toonVerder);

toon(adres.lees());
leesOudAdres();
