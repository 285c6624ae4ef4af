// De pagina /keuzenotitie/: uit de antwoorden in het adres (?k=knelpunt&s=situatie, zoals in de keuzehulp) en de
// aangevinkte instrumenten (&i=…,…, zoals bij het vergelijken) een notitie om mee te nemen. Alles gebeurt hier in de browser. Wat iemand zelf typt,
// staat alleen in het adres als hij dat aanvinkt.

import { houdAdres, keuzes, leesToestand, reeks, schrijfToestand, tekst } from "./adres.js";
import { element } from "./element.js";
import { haal, haalVerhuisd } from "./gegevens.js";
import { ontvouw, OORDEEL, OORDELEN, verdeel, weeg } from "./keuze.js";
import { bewaarBestand } from "./meenemen.js";
import { HOOGSTENS, maakNotitie, ontvouwExtra } from "./notitie.js";
import { alsHtml, alsKlembord } from "./notitiehtml.js";

const TE_ZIEN = 6;
const WOORDEN_PER_BLADZIJDE = 300;

const plek = document.querySelector("[data-keuzenotitie]");
const vel = document.querySelector("[data-notitie]");
const stand = plek.querySelector("[data-stand]");
const terug = plek.querySelector("[data-terug]");
const meldingen = plek.querySelector("[data-meldingen]");
const gedaan = plek.querySelector("[data-gedaan]");
const formulier = plek.querySelector("[data-keuzes]");
const vakken = plek.querySelector("[data-instrumenten]");
const knoppen = plek.querySelector("[data-knoppen]");
const { vraag: vraagveld, bewaar, ander } = formulier.elements;
const { wortel } = plek.dataset;

const VOL = `Er passen ${HOOGSTENS} instrumenten in de notitie. Vink er eerst een uit.`;

const vol = (adres) => new URL(wortel + adres, location.href).href;

async function begin() {
  let gegevens;
  try {
    const [keuze, extra] = await Promise.all([haal(plek.dataset.keuze, ontvouw), haal(plek.dataset.gegevens, ontvouwExtra)]);
    gegevens = { ...keuze, extra };
  } catch {
    stand.textContent = "De gegevens van de kaarten kunnen nu niet worden opgehaald. Hieronder leest u hoe u de notitie met de hand maakt.";
    return;
  }
  const bediening = new Bediening(gegevens, await zoekVerhuisd(gegevens));
  bediening.toon(bediening.adres.lees());
}

// Oud id → nieuw id, alleen als het adres een instrument noemt dat niet bestaat.
async function zoekVerhuisd({ instrumenten }) {
  const { i } = leesToestand(location.search, [reeks("i")]);
  if (i.every((id) => instrumenten.some((een) => een.id === id))) return new Map();
  return haalVerhuisd(vol("data/verhuisd.json"), "instrumenten");
}

class Bediening {
  #blokken = [];

  constructor(gegevens, verhuisd) {
    this.gegevens = gegevens;
    this.verhuisd = verhuisd;
    const ids = (soort) => gegevens.antwoorden.filter((een) => een.soort === soort).map(({ id }) => id);
    this.bekend = { k: ids("knelpunt"), s: ids("situatie") };
    this.antwoordvelden = [keuzes("k", this.bekend.k), keuzes("s", this.bekend.s)];
    this.adres = houdAdres([...this.antwoordvelden, reeks("i"), tekst("v")], (toestand) => this.toon(toestand));
    formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
    formulier.querySelector("[data-voeg-toe]").addEventListener("click", () => ander.value && this.#voegToe(ander.value));
    formulier.addEventListener("input", ({ target }) => target === vraagveld && this.#typ());
    formulier.addEventListener("change", ({ target }) => this.#kies(target));
    knoppen.addEventListener("click", ({ target }) => this.#maak(target.closest("[data-maak]")?.dataset.maak));
  }

  toon(toestand) {
    gedaan.textContent = "";
    const { antwoorden, instrumenten } = this.gegevens;
    this.gegeven = new Set(antwoorden.filter(({ id, soort }) => toestand[soort === "knelpunt" ? "k" : "s"].includes(id)));
    this.verdeling = verdeel(this.gegevens, this.gegeven);
    const gewogen = this.gegeven.size ? OORDELEN.flatMap((oordeel) => this.verdeling[oordeel]) : instrumenten.map((een) => weeg(een, this.gegeven));
    const gevraagd = toestand.i.map((id) => this.verhuisd.get(id) ?? id);
    const gevonden = [...new Set(gevraagd.map((id) => gewogen.find(({ instrument }) => instrument.id === id)))].filter(Boolean);
    this.gekozen = (gevonden.length ? gevonden : this.#vanzelf()).slice(0, HOOGSTENS);
    this.#meld(gevonden.length, gevraagd.filter((id) => !instrumenten.some((een) => een.id === id)).length);
    const leeg = !this.gegeven.size && !this.gekozen.length;
    vel.hidden = formulier.hidden = knoppen.hidden = terug.hidden = leeg;
    if (leeg) {
      stand.replaceChildren("Er zijn nog geen antwoorden. Geef ze in de ", element("a", { href: vol("keuzehulp/") }, "keuzehulp"), " en kies daar de notitie.");
      vel.replaceChildren();
      return;
    }
    this.#wijsTerug();
    if (toestand.v) [vraagveld.value, bewaar.checked] = [toestand.v, true];
    this.#toonVakken();
    this.#schrijf();
  }

  #wijsTerug() {
    const link = element("a", { href: this.#keuzehulp() }, this.gegeven.size ? "Verander uw antwoorden in de keuzehulp" : "Geef antwoorden in de keuzehulp");
    terug.replaceChildren(...(this.gegeven.size ? [link, "."] : ["Er zijn nog geen antwoorden. ", link, ": dan staat er ook bij wat past, wat niet, en waarom."]));
  }

  #keuzehulp = () => vol("keuzehulp/") + schrijfToestand(this.adres.lees(), this.antwoordvelden);

  // Zonder keuze: wat past, en anders wat deels past.
  #vanzelf() {
    const { past, deels } = this.verdeling;
    return this.gegeven.size ? (past.length ? past : deels) : [];
  }

  #meld(gevraagd, instrumenten) {
    const zoekdeel = new URLSearchParams(location.search);
    const antwoorden = ["k", "s"].flatMap((naam) => zoekdeel.getAll(naam).filter((waarde) => waarde && !this.bekend[naam].includes(waarde))).length;
    const zinnen = [];
    if (antwoorden) zinnen.push(`In het adres ${antwoorden === 1 ? "staat 1 antwoord dat wij niet kennen" : `staan ${antwoorden} antwoorden die wij niet kennen`}. De rest telt wel mee.`);
    if (instrumenten) zinnen.push(`In het adres ${instrumenten === 1 ? "staat 1 instrument dat wij niet kennen" : `staan ${instrumenten} instrumenten die wij niet kennen`}.`);
    if (gevraagd > HOOGSTENS) zinnen.push(`In het adres staan ${gevraagd} instrumenten. In de notitie passen er ${HOOGSTENS}; dit zijn de eerste.`);
    meldingen.replaceChildren(...zinnen.map((zin) => element("li", {}, zin)));
    meldingen.hidden = !zinnen.length;
  }

  // Wat gekozen is, staat vooraan. De vakjes blijven staan zolang het dezelfde zijn: wie er een aanvinkt, houdt zijn plek.
  #toonVakken() {
    const { past, deels } = this.verdeling;
    const nieuw = [...new Set([...this.gekozen, ...past, ...deels])];
    const sleutel = [...this.gegeven].map(({ soort, id }) => `${soort}:${id}`).join();
    if (vakken.dataset.sleutel !== sleutel || !nieuw.every(({ instrument }) => this.#vak(instrument))) {
      vakken.dataset.sleutel = sleutel;
      const vakjes = nieuw.map((een) => this.#nieuwVak(een));
      const rest = vakjes.slice(TE_ZIEN);
      vakken.replaceChildren(...vakjes.slice(0, TE_ZIEN), ...(rest.length ? [element("details", { className: "vouw" }, element("summary", {}, `Nog ${rest.length}`), ...rest)] : []));
    }
    ander.replaceChildren(ander.options[0], ...this.gegevens.instrumenten.filter((een) => !this.#vak(een)).map(({ id, titel, status }) => element("option", { value: id }, status ? `${titel} (${status})` : titel)));
    ander.value = "";
    for (const vakje of vakken.querySelectorAll("input")) vakje.checked = this.gekozen.some(({ instrument }) => instrument.id === vakje.value);
  }

  #vak = ({ id }) => [...vakken.querySelectorAll("input")].find(({ value }) => value === id);

  #nieuwVak({ instrument, oordeel }) {
    const bij = [instrument.status, this.gegeven.size ? OORDEEL[oordeel] : ""].filter(Boolean).join(", ");
    return element("label", {}, element("input", { type: "checkbox", name: "instrument", value: instrument.id }),
      element("span", {}, instrument.titel, " ", element("span", { className: "feiten" }, bij && `(${bij})`)));
  }

  #typ() {
    if (bewaar.checked) this.#bewaarVraag();
    this.#schrijf();
  }

  #bewaarVraag() {
    const adres = this.adres.adresVan({ v: bewaar.checked ? vraagveld.value.trim() : "" });
    history.replaceState(null, "", adres || location.pathname);
  }

  #kies(vakje) {
    if (vakje === bewaar) {
      this.#bewaarVraag();
      this.#schrijf();
    }
    if (vakje.name !== "instrument") return;
    const aan = [...vakken.querySelectorAll("input:checked")].map(({ value }) => value);
    if (aan.length > HOOGSTENS || !aan.length) {
      vakje.checked = !vakje.checked;
      gedaan.textContent = aan.length ? VOL : "Laat minstens één instrument aangevinkt.";
      return;
    }
    this.adres.ga({ i: aan });
  }

  // Ook wat volgens de kaarten niet past: dan staat in de notitie waarom niet.
  #voegToe(id) {
    const aan = this.gekozen.map(({ instrument }) => instrument.id);
    if (aan.length >= HOOGSTENS) {
      gedaan.textContent = VOL;
      return;
    }
    this.adres.ga({ i: [...aan, id] });
    this.#vak({ id }).focus();
  }

  #schrijf() {
    const ids = this.gekozen.map(({ instrument }) => instrument.id);
    const heel = (zoekdeel) => location.origin + location.pathname + zoekdeel;
    const { adres, gegeven, verdeling, gekozen } = this;
    this.#blokken = maakNotitie(this.gegevens, { vraag: vraagveld.value.trim(), gegeven, verdeling, gekozen }, {
      vol,
      notitie: heel(adres.adresVan({ i: ids })),
      keuzehulp: this.#keuzehulp(),
    });
    vel.replaceChildren(...alsHtml(this.#blokken, 2));
    const bladzijden = Math.max(1, Math.round(vel.textContent.split(/\s+/).length / WOORDEN_PER_BLADZIJDE));
    const klaar = `De notitie staat hieronder: ongeveer ${bladzijden === 1 ? "1 bladzijde" : `${bladzijden} bladzijden`}.`;
    if (stand.textContent !== klaar) stand.textContent = klaar;
  }

  async #maak(wat) {
    if (!wat) return;
    gedaan.textContent = "";
    try {
      gedaan.textContent = await MAKERS[wat](this.#blokken);
    } catch {
      gedaan.textContent = "Dat lukte niet in deze browser. De notitie hieronder is geselecteerd: kopieer haar met Ctrl+C of Cmd+C.";
      getSelection().selectAllChildren(vel);
    }
  }
}

const titelVan = ([{ inhoud }]) => inhoud.join("");

// Wie een bestandsvorm vraagt, haalt dan pas haar schrijver op.
const MAKERS = {
  async kopieer(blokken) {
    const gewoon = import("./notitiemarkdown.js").then(({ alsMarkdown }) => new Blob([alsMarkdown(blokken)], { type: "text/plain" }));
    const opgemaakt = new Blob([alsKlembord(blokken)], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": opgemaakt, "text/plain": gewoon })]);
    return "Gekopieerd. Plak de notitie in Word, in LibreOffice of in een bericht.";
  },
  async docx(blokken) {
    const { alsDocx } = await import("./notitiedocx.js");
    return naarDownloads(alsDocx(blokken, titelVan(blokken)), "keuzenotitie.docx");
  },
  async markdown(blokken) {
    const { alsMarkdown } = await import("./notitiemarkdown.js");
    return naarDownloads(new Blob([alsMarkdown(blokken)], { type: "text/markdown" }), "keuzenotitie.md");
  },
  async druk() {
    print();
    return "";
  },
};

function naarDownloads(inhoud, naam) {
  bewaarBestand(inhoud, naam);
  return `Opgeslagen als ${naam}, bij uw downloads.`;
}

begin();
