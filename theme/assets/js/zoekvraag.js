// Ontleedt wat iemand typt: wat tussen aanhalingstekens staat, de woorden die iets zeggen, en hoe dat nog meer heet.

const AANHALING = /["“”„‟«»]([^"“”„‟«»]+)["“”„‟«»]|(?<!\S)['‘‚]([^'’]+)['’](?!\S)/gu;
const TEKENS = /["“”„‟«»‘‚]/gu;

// Zonder hoofdletters en accenten, en zonder leestekens.
export const kaal = (woord) => woord.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
export const splits = (tekst) => tekst.split(/[\s/?!…,;:]+/u).map(kaal).filter(Boolean);

// Enkelvoud en meervoud zijn hetzelfde woord.
export const grondvorm = (woord) => woord.replace(/(en|es|s|e)$/u, "");

// Het zelfstandig naamwoord bij een werkwoord, en andersom. Wat dezelfde stam heeft, vindt Pagefind zelf.
const VORMEN = [
  [/aties?$/u, ["eren"]],
  [/er(en|t)$/u, ["atie", "ering"]],
  [/ering(en)?$/u, ["atie"]],
  [/ing(en)?$/u, ["en"]],
  [/en$/u, ["ing"]],
  [/aars?$/u, ["en", "ing"]],
];
const KORTSTE = 4;

export function vormenVan(woord) {
  const passend = VORMEN.filter(([einde]) => einde.test(woord) && woord.replace(einde, "").length >= KORTSTE);
  return [...new Set(passend.flatMap(([einde, anders]) => anders.map((slot) => woord.replace(einde, slot))))];
}

const WERKWOORD = /^\p{L}{2,}(en|t)$/u;

// De termen van een vraag: elk een woord met zijn andere vormen en met andere woorden ervoor.
export function ontleed(vraag, { kleineWoorden, voorzetsels, paren }) {
  const alle = splits(vraag);
  const zeggend = alle.filter((woord) => !kleineWoorden.has(woord));
  const gezegd = andersGezegd(alle, paren);
  // "bereid … voor" is voorbereiden.
  const scheidbaar = (woord) => alle.slice(alle.indexOf(woord) + 1).filter((deel) => voorzetsels.has(deel)).flatMap((deel) => [deel + woord, deel + woord.replace(/t$/u, "")]);
  const termen = uniek(zeggend.length ? zeggend : alle).map((woord) => ({
    woord,
    vormen: uniek([...vormenVan(woord), ...scheidbaar(woord)]),
    anders: uniek(gezegd.filter(({ woorden }) => woorden.has(woord)).flatMap(({ anders }) => anders)),
  }));
  // Kleine woorden zeggen samen soms wel iets: "wie doet wat", "we komen er niet uit".
  const groepen = gezegd.filter(({ woorden }) => !zeggend.some((woord) => woorden.has(woord)));
  for (const { anders } of groepen) termen.push({ woord: "", vormen: [], anders });
  for (const woord of uniek(alle).filter((een) => kleineWoorden.has(een) && WERKWOORD.test(een))) {
    const vormen = uniek(scheidbaar(woord));
    if (vormen.length) termen.push({ woord: "", vormen, anders: [] });
  }
  const zinnen = [...vraag.matchAll(AANHALING)].map(([, dubbel, enkel]) => splits(dubbel ?? enkel));
  return { naam: vraag.replace(TEKENS, " ").trim(), zinnen: zinnen.filter((zin) => zin.length), termen };
}

const uniek = (rij) => [...new Set(rij)];

// Welke vakwoorden of gewone woorden in de vraag staan, en wat er aan de andere kant van het paar staat.
function andersGezegd(alle, paren) {
  const kanten = paren.flatMap(([vakwoord, gewoon]) => [[vakwoord, gewoon], [gewoon, vakwoord]]);
  return kanten.flatMap(([van, naar]) => van.map((term) => ({ woorden: plaats(splits(term), alle), anders: naar }))).filter(({ woorden }) => woorden.size);
}

// De woorden van de vraag waar een uitdrukking staat, hoe die ook is vervoegd.
function plaats(term, alle) {
  const past = (deel, woord) => [woord, ...vormenVan(woord)].some((vorm) => grondvorm(vorm) === grondvorm(deel));
  const begin = alle.findIndex((_, i) => term.every((deel, j) => i + j < alle.length && past(deel, alle[i + j])));
  return new Set(begin < 0 ? [] : alle.slice(begin, begin + term.length));
}
