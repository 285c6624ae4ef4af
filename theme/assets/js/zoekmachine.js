// Zoekt met Pagefind in de hele site. Pagefind wordt pas geladen als iemand gaat zoeken.

const MAP = new URL("../../../pagefind/", import.meta.url);
// Dit teken staat in de index achter woorden die een pagina vindbaar maken maar niet te lezen zijn.
const GRENS = "⁂";
// Zoveel treffers worden bekeken om te weten of ze bij de vraag passen, en of er een zo heet.
const PROEF = 8;
// Een naam weegt zwaar, een lange kaart verliest niet van een korte bladzijde.
const WEGING = { pageLength: 0.02, termSimilarity: 2, metaWeights: { title: 5, namen: 5 } };
const LENGTE = 200;
const WEINIG = 3;
// Dit woord staat op elke pagina.
const OVERAL = "de";
// Een pagina die minder haalt, heeft van de vraag alleen woorden die op de helft van de pagina's staan.
const DREMPEL = Math.log(2);

let machine;

export function laad() {
  machine ??= haalOp().catch((fout) => {
    machine = undefined;
    throw fout;
  });
  return machine;
}

async function haalOp() {
  const pagefind = await import(new URL("pagefind.js", MAP).href);
  await pagefind.options({ ranking: WEGING });
  await pagefind.init();
  return pagefind;
}

// Zonder hoofdletters en accenten, en zonder "ge": dat laat Pagefind ook weg.
const kaal = (woord) => woord.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
const kern = (woord) => (woord.length > 4 ? woord.replace("ge", "") : woord);
const splits = (tekst) => tekst.split(/\s+/).map(kaal).filter(Boolean);

// Pagefind neemt desnoods een woord dat alleen met dezelfde letters begint. Past dat nog bij de vraag?
function lijktOp(gevraagd, gevonden) {
  const [een, ander] = [kern(gevraagd), kern(gevonden)];
  let gelijk = 0;
  while (gelijk < een.length && een[gelijk] === ander[gelijk]) gelijk += 1;
  return gelijk >= Math.min(een.length, Math.max(3, een.length / 2));
}

function past(gegevens, woorden) {
  const tekst = gegevens.content.split(/\s+/);
  const gevonden = new Set(gegevens.locations.flatMap((plek) => [kaal(tekst[plek] ?? ""), ...(tekst[plek] ?? "").split(/[^\p{L}\p{N}]+/u).map(kaal)]));
  const kop = splits(`${gegevens.meta.title} ${gegevens.meta.samenvatting} ${gegevens.meta.soort}`);
  return woorden.every((woord) => [...gevonden, ...kop].some((ander) => lijktOp(woord, ander)));
}

async function vindAlle(pagefind, vraag, filters) {
  const uitkomst = await pagefind.search(vraag, { filters });
  const proef = await Promise.all(uitkomst.results.slice(0, PROEF).map((treffer) => treffer.data()));
  if (!proef.some((gegevens) => past(gegevens, splits(vraag)))) return null;
  return { ...uitkomst, results: naamVoorop(uitkomst.results, proef, vraag) };
}

// Wie een naam typt, wil die pagina; daarna een pagina waarop een onderdeel zo heet.
function naamVoorop(treffers, proef, vraag) {
  const rang = ({ meta, sub_results: delen }) => {
    if (meta.namen?.split(" | ").some((naam) => zelfdeNaam(naam, vraag))) return 0;
    return delen.some((deel) => zelfdeNaam(deel.title, vraag)) ? 1 : 2;
  };
  const rangen = new Map(proef.map((gegevens, i) => [treffers[i].id, rang(gegevens)]));
  return treffers.toSorted((a, b) => (rangen.get(a.id) ?? 2) - (rangen.get(b.id) ?? 2));
}

// Enkelvoud en meervoud zijn dezelfde naam, en een lange naam met een typefout ook.
function zelfdeNaam(een, ander) {
  const [a, b] = [een, ander].map((tekst) => splits(tekst).map((woord) => woord.replace(/(en|s|e)$/u, "")).join(" "));
  return a === b || afstand(a, b) <= Math.floor(b.length / 8);
}

// Geen pagina heeft alle woorden: dan die met de meest zeggende, en daarbinnen de beste.
async function vindEnkele(pagefind, vraag, filters) {
  const woorden = [...new Set(splits(vraag))].filter((woord) => woord.length > 2);
  if (woorden.length < 2) return [];
  const alles = (await pagefind.search(OVERAL, { filters })).results.length;
  const stand = new Map();
  for (const woord of woorden) {
    const uitkomst = await vindAlle(pagefind, woord, filters);
    for (const treffer of uitkomst?.results ?? []) {
      const eerder = stand.get(treffer.id) ?? { treffer, gewicht: 0, score: 0 };
      const gewicht = eerder.gewicht + Math.log(alles / uitkomst.results.length);
      stand.set(treffer.id, { treffer, gewicht, score: eerder.score + treffer.score });
    }
  }
  const zeggend = [...stand.values()].filter(({ gewicht }) => gewicht > DREMPEL);
  return zeggend.sort((a, b) => b.gewicht - a.gewicht || b.score - a.score).map(({ treffer }) => treffer);
}

// De treffers bij een vraag, de beste eerst. De eerste `precies` hebben alle woorden; zijn dat er
// weinig, dan volgen pagina's met een deel ervan. Met `soort` blijft alleen die over; met `soorten`
// tellen we hoeveel precieze treffers er van elke soort zijn.
export async function zoek(vraag, { soort = "", soorten = [] } = {}) {
  const pagefind = await laad();
  const allemaal = soorten.length ? { soort: { any: soorten } } : {};
  const filters = soort ? { soort } : allemaal;
  const alle = await vindAlle(pagefind, vraag, allemaal);
  const uitkomst = alle && soort ? await pagefind.search(vraag, { filters }) : alle;
  const precies = uitkomst?.results ?? [];
  const gehad = new Set(precies.map(({ id }) => id));
  const erbij = precies.length < WEINIG && !(alle && soort) ? await vindEnkele(pagefind, vraag, filters) : [];
  return {
    treffers: [...precies, ...erbij.filter(({ id }) => !gehad.has(id))],
    precies: precies.length,
    tellingen: alle?.filters?.soort ?? {},
  };
}

// De ids van alle instrumenten bij een vraag, zonder ze een voor een op te halen.
export async function zoekIds(vraag) {
  const pagefind = await laad();
  await pagefind.filters();
  const uitkomst = await vindAlle(pagefind, vraag, { soort: "instrument" });
  return new Set(Object.entries(uitkomst?.filters.id ?? {}).filter(([, aantal]) => aantal > 0).map(([id]) => id));
}

// Wat een treffer laat zien: adres, titel, soort en samenvatting.
export async function lees(treffer) {
  const gegevens = await treffer.data();
  const [soort] = gegevens.filters.soort;
  // Van een pagina met een deelsoort is een onderdeel met een eigen anker een treffer op zichzelf.
  const { title, samenvatting, soort: naam, deelsoort } = gegevens.meta;
  const pagina = { adres: gegevens.url, titel: title, soort, naam, samenvatting };
  const deel = deelsoort ? besteDeel(gegevens) : null;
  if (!deel) return pagina;
  const onderdeel = { adres: deel.url, titel: deel.title, samenvatting: tekstVan(gegevens, deel), soort: deelsoort, naam: hoofdletter(deelsoort) };
  return soort === deelsoort ? onderdeel : { ...onderdeel, bij: title };
}

const hoofdletter = (woord) => woord[0].toUpperCase() + woord.slice(1);

function besteDeel({ sub_results: delen }) {
  const waarde = (deel) => deel.weighted_locations.reduce((som, { balanced_score: score }) => som + score, 0);
  const beste = delen.reduce((a, b) => (waarde(b) > waarde(a) ? b : a), delen[0]);
  return beste?.anchor ? beste : null;
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

// Vragen die op deze lijken en waarvan de woorden op de site staan.
export async function bedoelde(vraag) {
  const antwoord = await fetch(new URL("woorden.json", MAP));
  const { namen, woorden } = await antwoord.json();
  const hersteld = splits(vraag).map((woord) => dichtst(woord, woorden) ?? woord).join(" ");
  const namenErbij = namen
    .map((naam) => ({ naam, ver: afstand(kaal(vraag), kaal(naam)) }))
    .filter(({ naam, ver }) => ver <= grens(kaal(naam)))
    .sort((a, b) => a.ver - b.ver)
    .map(({ naam }) => naam);
  const gezien = new Set([splits(vraag).join(" ")]);
  return [...namenErbij, hersteld].filter((voorstel) => {
    const sleutel = splits(voorstel).join(" ");
    return !gezien.has(sleutel) && gezien.add(sleutel);
  }).slice(0, 3);
}

const grens = (woord) => Math.floor(woord.length / 4);

function dichtst(woord, woorden) {
  let beste = null;
  let kleinste = grens(woord) + 1;
  for (const ander of woorden) {
    if (Math.abs(ander.length - woord.length) >= kleinste) continue;
    const ver = afstand(woord, ander);
    if (ver < kleinste) [beste, kleinste] = [ander, ver];
  }
  return beste;
}

// Hoeveel letters erbij, eraf, anders of verwisseld (Damerau en Levenshtein).
function afstand(een, ander) {
  let [vorige2, vorige] = [[], [...Array(ander.length + 1).keys()]];
  for (let i = 1; i <= een.length; i += 1) {
    const rij = [i];
    for (let j = 1; j <= ander.length; j += 1) {
      const anders = een[i - 1] === ander[j - 1] ? 0 : 1;
      rij[j] = Math.min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + anders);
      if (i > 1 && j > 1 && een[i - 1] === ander[j - 2] && een[i - 2] === ander[j - 1]) rij[j] = Math.min(rij[j], vorige2[j - 2] + 1);
    }
    [vorige2, vorige] = [vorige, rij];
  }
  return vorige[ander.length];
}
