// De pagina /zoeken/: resultaten bij ?q=, naar soort te beperken. Alles wat gekozen is, staat in het adres.

import { bedoelde, lees, zoek } from "./zoekmachine.js";

const PAGINA = 10;

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

let beurt = 0;
let treffers = [];
const titelVooraf = document.title;

function element(naam, eigenschappen = {}, ...inhoud) {
  const nieuw = Object.assign(document.createElement(naam), eigenschappen);
  nieuw.append(...inhoud);
  return nieuw;
}

function leesAdres() {
  const adres = new URLSearchParams(location.search);
  const soort = adres.get("soort") ?? "";
  return {
    vraag: (adres.get("q") ?? "").trim(),
    soort: vakjes.some(({ value }) => value === soort) ? soort : "",
    aantal: Math.max(PAGINA, Number.parseInt(adres.get("toon"), 10) || 0),
  };
}

function adresVan({ vraag, soort, aantal }) {
  const adres = new URLSearchParams({ q: vraag });
  if (soort) adres.set("soort", soort);
  if (aantal > PAGINA) adres.set("toon", aantal);
  return `?${adres}`;
}

function ga(toestand) {
  history.pushState(null, "", adresVan(toestand));
  toon();
}

async function maakRegel(treffer) {
  const { adres, titel, soort, naam, bij, samenvatting } = await lees(treffer);
  const kop = element("h2", { className: "regelkop" }, element("a", { href: adres }, titel));
  const regel = element("p", { className: "soort" }, ...(tekens.has(soort) ? [tekens.get(soort).cloneNode(true)] : []), element("span", {}, bij ? `${naam} · in ${bij}` : naam));
  return element("li", {}, regel, kop, element("p", {}, samenvatting));
}

async function toonLijst(aantal, vanaf = 0) {
  const mijnBeurt = beurt;
  const regels = await Promise.all(treffers.slice(vanaf, aantal).map(maakRegel));
  if (mijnBeurt !== beurt) return;
  if (!vanaf) lijst.replaceChildren();
  lijst.append(...regels);
  meer.hidden = treffers.length <= aantal;
  if (vanaf) regels[0].querySelector("a").focus();
}

function toonSoorten(tellingen, soort) {
  const totaal = Object.values(tellingen).reduce((som, aantal) => som + aantal, 0);
  for (const vakje of vakjes) {
    const aantal = vakje.value ? (tellingen[vakje.value] ?? 0) : totaal;
    const label = vakje.closest("label");
    label.querySelector(".aantal").textContent = aantal;
    label.hidden = aantal === 0 && vakje.value !== "" && vakje.value !== soort;
    vakje.checked = vakje.value === soort;
  }
}

function zegStand({ vraag, soort }, precies) {
  const bij = soort ? ` bij ${vakjes.find(({ value }) => value === soort).dataset.woord.toLowerCase()}` : "";
  const telling = `${precies} ${precies === 1 ? "resultaat" : "resultaten"} voor ‘${vraag}’${bij}`;
  if (!treffers.length) stand.textContent = `Niets gevonden voor ‘${vraag}’${bij}.`;
  else if (!precies) stand.textContent = `Geen pagina heeft alle woorden van ‘${vraag}’. Deze hebben er een deel van.`;
  else stand.textContent = precies < treffers.length ? `${telling}. Daarna volgt wat een deel van de woorden heeft.` : telling;
}

async function toonVoorstel({ vraag, soort }, nodig) {
  const mijnBeurt = beurt;
  const voorstellen = nodig ? await bedoelde(vraag).catch(() => []) : [];
  if (mijnBeurt !== beurt) return;
  voorstel.hidden = voorstellen.length === 0;
  voorstel.replaceChildren();
  if (!voorstellen.length) return;
  const links = voorstellen.map((naam) => element("a", { href: adresVan({ vraag: naam, soort }) }, naam));
  voorstel.append("Bedoelde u ", ...links.flatMap((link, i) => [i === 0 ? "" : i === links.length - 1 ? " of " : ", ", link]), "?");
}

async function toon() {
  const toestand = leesAdres();
  const { vraag, soort, aantal } = toestand;
  const mijnBeurt = ++beurt;
  veld.value = vraag;
  uitkomst.hidden = !vraag;
  document.title = vraag ? `${vraag} – ${titelVooraf}` : titelVooraf;
  if (!vraag) return;
  let gevonden;
  try {
    gevonden = await zoek(vraag, { soort, soorten: vakjes.map(({ value }) => value).filter(Boolean) });
  } catch {
    if (mijnBeurt === beurt) stand.textContent = "Zoeken lukt nu niet. Via de overzichten hieronder vindt u alles.";
    return;
  }
  if (mijnBeurt !== beurt) return;
  treffers = gevonden.treffers;
  // Tellingen gaan over precieze treffers; staan er ook andere bij, dan kloppen ze niet met de lijst.
  soortkeuze.hidden = !soort && (gevonden.precies === 0 || gevonden.precies < treffers.length);
  toonSoorten(gevonden.tellingen, soort);
  await toonLijst(aantal);
  zegStand(toestand, gevonden.precies);
  await toonVoorstel(toestand, gevonden.precies === 0);
}

formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const vraag = veld.value.trim();
  if (vraag) ga({ vraag, soort: leesAdres().soort });
});
soortkeuze.addEventListener("change", ({ target }) => ga({ ...leesAdres(), soort: target.value, aantal: 0 }));
meer.addEventListener("click", () => {
  const toestand = leesAdres();
  const aantal = toestand.aantal + PAGINA;
  history.replaceState(null, "", adresVan({ ...toestand, aantal }));
  toonLijst(aantal, toestand.aantal);
});
addEventListener("popstate", toon);
toon();
