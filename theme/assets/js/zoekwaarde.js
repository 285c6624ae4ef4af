// Wat een pagina waard is voor een vraag: per term, en daarna voor haar naam en haar eigen vragen.

import { afstand } from "./bedoelde.js";
import { haalWoorden } from "./zoekindex.js";
import { grondvorm, kaal, splits } from "./zoekvraag.js";

// Dit teken staat in de index achter woorden die een pagina vindbaar maken maar niet te lezen zijn.
export const GRENS = "⁂";
// Dit teken staat daar achter elke vraag waarop een pagina antwoord geeft.
const GEVRAAGD = "⁇";
// Een andere vorm van een woord, en een ander woord ervoor, tellen minder dan het woord zelf.
const VORM = 0.9;
const ANDERS = 0.7;
// Vaker noemen helpt steeds minder: bij deze sterkte is een pagina de helft waard.
const HALF = 5;
// Hoe zeldzamer een woord, hoe meer het zegt. Maar een toevallig woord mag de vraag niet beslissen.
const MACHT = 0.7;
// Een lang begin dat gelijk is, zegt ook iets.
const LANG_BEGIN = 6;

const zeldzaamheid = (gevonden, alle) => Math.log((alle - gevonden + 0.5) / (gevonden + 0.5) + 1);

// Wat een term op elke pagina waard is, van 0 tot 1, en hoe zwaar de term zelf weegt.
export async function weeg(index, term, filters) {
  const bronnen = (await Promise.all([zelf(index, term.woord, filters), ...term.vormen.map((vorm) => samen(index, [vorm], VORM, filters)), ...term.anders.map((ander) => samen(index, splits(ander), ANDERS, filters))])).flat();
  const waarden = new Map();
  for (const { treffers, factor } of bronnen) {
    const zeldzaam = zeldzaamheid(treffers.length, index.aantal);
    for (const treffer of treffers) {
      const sterkte = treffer.score / zeldzaam;
      const waarde = factor * (sterkte / (sterkte + HALF));
      if (waarde >= (waarden.get(treffer.id)?.waarde ?? 0)) waarden.set(treffer.id, { treffer, waarde });
    }
  }
  const gewicht = waarden.size ? zeldzaamheid(waarden.size, index.aantal) ** MACHT : 0;
  return { woord: term.woord, uitdrukkingen: [term.woord, ...term.vormen, ...term.anders].filter(Boolean), waarden, gewicht };
}

// De pagina's met al deze woorden, als elk ervan op de site staat.
async function samen({ zoek, kent, taal }, woorden, factor, filters) {
  const zeggend = woorden.filter((woord) => !taal.kleineWoorden.has(woord));
  const bekend = zeggend.length && (await Promise.all(zeggend.map(kent))).every(Boolean);
  return bekend ? [{ treffers: await zoek(zeggend.join(" "), filters), factor }] : [];
}

// Pagefind neemt desnoods een woord dat alleen net zo begint, en dan is "kaderwet" een kader.
async function zelf(index, woord, filters) {
  const treffers = woord ? await index.zoek(woord, filters) : [];
  if (!treffers.length) return [];
  if (await index.kent(woord)) return [{ treffers, factor: 1 }];
  const gevonden = gevondenWoorden(await treffers[0].data());
  const gelijk = Math.max(0, ...gevonden.map((ander) => gelijkBegin(woord, ander)));
  if (gelijk >= kern(woord).length - 2) return [{ treffers, factor: 1 }];
  const delen = (await Promise.all((await delenVan(woord)).map((deel) => samen(index, deel, VORM, filters)))).flat();
  if (delen.length) return delen;
  return gelijk >= LANG_BEGIN && gevonden.some((ander) => lijktOp(woord, ander)) ? [{ treffers, factor: ANDERS }] : [];
}

function gevondenWoorden({ content, locations }) {
  const tekst = content.split(/\s+/);
  return locations.flatMap((plek) => [kaal(tekst[plek] ?? ""), ...(tekst[plek] ?? "").split(/[^\p{L}\p{N}]+/u).map(kaal)]);
}

// Een samengesteld woord dat nergens staat, in twee woorden die er wel staan.
async function delenVan(woord) {
  const bekend = new Set((await haalWoorden()).woorden.map(grondvorm));
  const staat = (deel) => bekend.has(grondvorm(deel));
  const sneden = Array.from({ length: Math.max(0, woord.length - 5) }, (_, i) => [woord.slice(0, i + 3), woord.slice(i + 3)]);
  return sneden.flatMap(([een, ander]) => [een, een.replace(/s$/u, "")].filter(staat).slice(0, 1).map((eerste) => [eerste, ander])).filter(([, ander]) => staat(ander));
}

// Pagefind laat "ge" weg.
const kern = (woord) => (woord.length > 4 ? woord.replace("ge", "") : woord);

function gelijkBegin(gevraagd, gevonden) {
  const [een, ander] = [kern(gevraagd), kern(gevonden)];
  let gelijk = 0;
  while (gelijk < een.length && een[gelijk] === ander[gelijk]) gelijk += 1;
  return gelijk;
}

function lijktOp(gevraagd, gevonden) {
  const { length: lengte } = kern(gevraagd);
  return gelijkBegin(gevraagd, gevonden) >= Math.min(lengte, Math.max(3, lengte / 2));
}

const zelfdeWoord = (een, ander) => lijktOp(een, ander) && lijktOp(ander, een);

// Hoeveel meer een pagina waard is om haar naam, en om de vragen waarop zij antwoord geeft.
export function toeslag({ content, meta }, gewogen, { kleineWoorden }) {
  const heel = gewogen.reduce((som, { gewicht }) => som + gewicht, 0);
  if (!heel) return 1;
  const deelVanVraag = (woorden) => {
    const staat = (uitdrukking) => splits(uitdrukking).every((een) => woorden.some((ander) => zelfdeWoord(een, ander)));
    return gewogen.filter(({ uitdrukkingen }) => uitdrukkingen.some(staat)).reduce((som, { gewicht }) => som + gewicht, 0) / heel;
  };
  const gevraagd = gewogen.flatMap(({ uitdrukkingen }) => uitdrukkingen).flatMap(splits);
  const deelVanNaam = (woorden) => woorden.filter((een) => gevraagd.some((ander) => zelfdeWoord(ander, een))).length / (woorden.length || 1);
  const namen = (meta.namen ?? "").split(" | ").map((naam) => splits(naam).filter((woord) => !kleineWoorden.has(woord)));
  const vragen = content.slice(0, content.indexOf(GRENS)).split(GEVRAAGD).slice(0, -1).map(splits);
  const omNaam = Math.max(...namen.map((naam) => deelVanNaam(naam) ** 2 * deelVanVraag(naam)));
  const inhoud = (woorden) => woorden.filter((woord) => !kleineWoorden.has(woord));
  const omVraag = Math.max(0, ...vragen.map((vraag) => deelVanVraag(vraag) ** 2 * deelVanNaam(inhoud(vraag)) ** 0.5));
  return 1 + omNaam + omVraag;
}

// Wie een naam typt, wil die pagina; daarna een pagina waarop een onderdeel zo heet.
export function rang({ meta, sub_results: delen }, vraag) {
  if (meta.namen?.split(" | ").some((naam) => zelfdeNaam(naam, vraag))) return 0;
  return delen.some(({ title }) => title && zelfdeNaam(title, vraag)) ? 1 : 2;
}

// Een lange naam met een typefout is dezelfde naam.
function zelfdeNaam(een, ander) {
  const [a, b] = [een, ander].map((tekst) => splits(tekst).map(grondvorm).join(" "));
  return a === b || afstand(a, b) <= Math.floor(b.length / 8);
}
