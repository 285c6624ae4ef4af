// Zoekt in de hele site: bij een vraag de pagina's die erbij passen, de beste eerst.

import { laad, soortenPerPagina } from "./zoekindex.js";
import { ontleed } from "./zoekvraag.js";
import { GRENS, rang, toeslag, weeg } from "./zoekwaarde.js";

export { laad } from "./zoekindex.js";

// Van zoveel pagina's kijken we naar de naam en de eigen vragen.
const PROEF = 10;
// Wat niet alle woorden heeft, hoort erbij als het minstens dit deel waard is van de beste; heeft geen pagina alle
// woorden, dan minstens dat deel.
const DEEL = 0.35;
const KLEIN_DEEL = 0.2;
const LENGTE = 200;

// De treffers bij een vraag, en hoeveel ervan alle woorden hebben (`precies`). Met `soort` blijft alleen die over;
// met `soorten` tellen we hoeveel treffers er van elke soort zijn.
export async function zoek(vraag, { soort = "", soorten = [] } = {}) {
  const index = await laad();
  const gevraagd = ontleed(vraag, index.taal);
  const perPagina = soorten.length ? await soortenPerPagina(soorten) : null;
  const { stand, gewogen } = await vind(index, gevraagd);
  const alle = perPagina ? stand.filter(({ id }) => perPagina.has(id)) : stand;
  const gekozen = soort ? alle.filter(({ id }) => perPagina.get(id) === soort) : alle;
  const geteld = alle.map(({ id }) => perPagina?.get(id));
  return {
    treffers: await rangschik(gekozen, gewogen, gevraagd.naam, index.taal),
    precies: gekozen.filter(({ heel }) => heel).length,
    tellingen: Object.fromEntries(soorten.map((een) => [een, geteld.filter((ander) => ander === een).length])),
  };
}

// De ids van alle instrumenten bij een vraag, zonder ze een voor een op te halen.
export async function zoekIds(vraag) {
  const index = await laad();
  const kaarten = { ...index, zoek: index.zoekKaarten };
  const { stand } = await vind(kaarten, ontleed(vraag, index.taal), { soort: "instrument" });
  return new Set(stand.map(({ id }) => id));
}

// Elke pagina met genoeg van de vraag, met wat ze waard is.
async function vind(index, { termen, zinnen }, filters = {}) {
  const gewogen = await Promise.all(termen.map((term) => weeg(index, term, filters)));
  const woorden = gewogen.filter(({ woord }) => woord).length;
  const stand = new Map();
  for (const { woord, waarden, gewicht } of gewogen) {
    for (const [id, { treffer, waarde }] of waarden) {
      const een = stand.get(id) ?? { id, treffers: [], woorden: 0, score: 0 };
      stand.set(id, een);
      een.treffers.push(treffer);
      if (woord) een.woorden += 1;
      een.score += gewicht * waarde;
    }
  }
  const binnen = await metZinnen(index, zinnen, [...stand.values()], filters);
  for (const een of binnen) een.heel = een.woorden === woorden;
  const minstens = (binnen.some((een) => een.heel) ? DEEL : KLEIN_DEEL) * Math.max(...binnen.map(({ score }) => score));
  return { gewogen, stand: binnen.filter((een) => een.heel || een.score >= minstens) };
}

// Wat tussen aanhalingstekens staat, staat zo op de pagina; staat het nergens zo, dan zijn het losse woorden.
async function metZinnen({ zoek: zoekIn }, zinnen, lijst, filters) {
  for (const zin of zinnen) {
    const ids = new Set((await zoekIn(`"${zin.join(" ")}"`, filters)).map(({ id }) => id));
    if (ids.size) lijst = lijst.filter(({ id }) => ids.has(id));
  }
  return lijst;
}

async function rangschik(stand, gewogen, naam, taal) {
  const opWaarde = stand.toSorted((a, b) => b.score - a.score);
  const proef = opWaarde.slice(0, PROEF);
  await Promise.all(proef.map(async (een) => {
    const gegevens = await een.treffers[0].data();
    een.rang = rang(gegevens, naam);
    een.score *= toeslag(gegevens, gewogen, taal);
  }));
  proef.sort((a, b) => a.rang - b.rang || b.score - a.score);
  return [...proef, ...opWaarde.slice(PROEF)];
}

// Wat een treffer laat zien: adres, titel, soort en samenvatting.
export async function lees({ treffers }) {
  const alle = await Promise.all(treffers.map((treffer) => treffer.data()));
  const [gegevens] = alle;
  const [soort] = gegevens.filters.soort;
  const { soort: naam, deelsoort } = gegevens.meta;
  const pagina = { adres: gegevens.url, soort, naam, ...opschrift(gegevens) };
  // Van een pagina met een deelsoort is een onderdeel met een eigen anker een treffer op zichzelf.
  const deel = deelsoort ? besteDeel(alle) : null;
  if (!deel) return pagina;
  const onderdeel = { adres: deel.url, titel: deel.title, samenvatting: tekstVan(gegevens, deel), soort: deelsoort, naam: hoofdletter(deelsoort) };
  return soort === deelsoort ? onderdeel : { ...onderdeel, bij: pagina.titel };
}

// Van een pagina die op de achtergrond blijft, staan titel en samenvatting in de tekst zelf.
function opschrift({ content, meta }) {
  if (meta.samenvatting !== undefined) return { titel: meta.title, samenvatting: meta.samenvatting };
  const [, titel, samenvatting] = content.split(GRENS).map((tekst) => tekst.trim());
  return { titel, samenvatting };
}

const hoofdletter = (woord) => woord[0].toUpperCase() + woord.slice(1);

// Het onderdeel dat over alle termen samen het meest waard is.
function besteDeel(alle) {
  const waarden = new Map();
  for (const deel of alle.flatMap(({ sub_results: delen }) => delen)) {
    const eerder = waarden.get(deel.url)?.waarde ?? 0;
    const erbij = deel.weighted_locations.reduce((som, { balanced_score: score }) => som + score, 0);
    waarden.set(deel.url, { deel, waarde: eerder + erbij });
  }
  const [beste] = [...waarden.values()].sort((a, b) => b.waarde - a.waarde);
  return beste?.deel.anchor ? beste.deel : null;
}

// De eerste zinnen van een onderdeel, voor zover die samen kort zijn.
function tekstVan({ content }, { anchor, title }) {
  const woorden = content.split(/\s+/).slice(anchor.location);
  const vol = woorden.slice(woorden.indexOf(GRENS) + 1, woorden.indexOf(GRENS) + LENGTE).join(" ");
  // De kop staat er al boven.
  const tekst = vol.startsWith(title) ? vol.slice(title.length).replace(/^[.\s]+/, "") : vol;
  if (tekst.length <= LENGTE) return tekst;
  const kort = tekst.slice(0, LENGTE);
  const zin = kort.match(/^.*[.!?](?=\s|$)/su)?.[0];
  return zin ?? `${kort.slice(0, kort.lastIndexOf(" "))} …`;
}
