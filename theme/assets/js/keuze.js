// Wat kaarten zeggen van de antwoorden die iemand geeft → welk instrument past, en waarom. Kent geen pagina.
//
// Een antwoord is een situatie of een knelpunt. Er beslist niets anders dan zinnen: een zin spreekt voor of tegen een
// instrument bij de antwoorden waarover hij gaat. Zwijgt een kaart over een antwoord, dan telt dat niet mee.

import { plaatsenIn } from "./gegevens.js";

// Elk oordeel, met hoe het heet.
export const OORDEEL = { past: "past", deels: "past deels", niet: "past niet", onbekend: "weten we niet" };
export const OORDELEN = Object.keys(OORDEEL);

const VOOR = new Set(["als", "voor"]);

// Het gegevensbestand, met overal dingen in plaats van plaatsen in een lijst.
export function ontvouw({ vragen, antwoorden, bronnen, instrumenten }) {
  const alleVragen = vragen.map(([id, titel, meer]) => ({ id, titel, meer }));
  const alleAntwoorden = antwoorden.map(([id, soort, titel, adres, vraag]) => ({ id, soort, titel, adres, vraag: alleVragen[vraag] }));
  const plaatsen = plaatsenIn(bronnen);
  const kaarten = instrumenten.map(([id, titel, adres, status, effect, evaluaties, cases]) => ({
    id, titel, adres, status, evaluaties, cases,
    effect: effect.map(([tekst, waar]) => ({ tekst, bronnen: plaatsen(waar) })),
  }));
  for (const [n, kaart] of kaarten.entries()) {
    kaart.zinnen = instrumenten[n].at(-1).map(([tekst, soort, over, waar, oordeel, van]) => ({
      tekst, soort, oordeel,
      voor: VOOR.has(soort),
      over: over.map((plek) => alleAntwoorden[plek]),
      bronnen: plaatsen(waar),
      van: van === undefined ? null : kaarten[van],
    }));
  }
  return { vragen: alleVragen, antwoorden: alleAntwoorden, instrumenten: kaarten };
}

// Wat er van een instrument gezegd is bij deze antwoorden (een verzameling), en het oordeel dat daaruit volgt.
export function weeg(instrument, gegeven) {
  const geldt = instrument.zinnen.filter(({ over }) => over.some((antwoord) => gegeven.has(antwoord)));
  const voor = geldt.filter((zin) => zin.voor);
  const tegen = geldt.filter((zin) => !zin.voor);
  const gedekt = new Set(voor.flatMap(({ over }) => over.filter((antwoord) => gegeven.has(antwoord))));
  return { instrument, voor, tegen, gedekt, oordeel: oordeelVan(voor.length > 0, tegen.length > 0) };
}

function oordeelVan(voor, tegen) {
  if (voor) return tegen ? "deels" : "past";
  return tegen ? "niet" : "onbekend";
}

// Alle instrumenten, per oordeel. Wie de meeste antwoorden dekt, staat vooraan; daarna wat er is voor wat is voorgesteld,
// en waar het meest van bekend is.
export function verdeel({ instrumenten }, gegeven) {
  const gewogen = instrumenten.map((instrument) => weeg(instrument, gegeven)).sort(volgorde);
  return Object.fromEntries(OORDELEN.map((oordeel) => [oordeel, gewogen.filter((een) => een.oordeel === oordeel)]));
}

const bewijs = ({ instrument: { evaluaties, cases } }) => evaluaties + cases;
const bestaat = ({ instrument: { status } }) => (status ? 1 : 0);

function volgorde(een, ander) {
  return ander.gedekt.size - een.gedekt.size || bestaat(een) - bestaat(ander) || bewijs(ander) - bewijs(een);
}

// Welk ene andere antwoord het oordeel verandert: een dat vervalt, een dat erbij komt, of een dat in de plaats komt van
// een ander op een vraag waarop maar één antwoord kan.
export function wissels({ antwoorden }, { instrument, oordeel }, gegeven) {
  const gevonden = [];
  const probeer = (soort, antwoord, nieuw) => {
    const wordt = weeg(instrument, nieuw).oordeel;
    if (wordt !== oordeel) gevonden.push({ soort, antwoord, wordt });
  };
  for (const antwoord of gegeven) probeer("zonder", antwoord, new Set([...gegeven].filter((een) => een !== antwoord)));
  // Van een antwoord waarover de kaart zwijgt, verandert niets.
  const genoemd = new Set(instrument.zinnen.flatMap(({ over }) => over));
  for (const antwoord of antwoorden) {
    if (!gegeven.has(antwoord) && genoemd.has(antwoord)) probeer("met", antwoord, metAntwoord(gegeven, antwoord));
  }
  return gevonden;
}

// De antwoorden met dit erbij. Op een vraag waarop maar één antwoord kan, gaat het andere weg.
export function metAntwoord(gegeven, antwoord) {
  const blijft = ({ vraag }) => !vraag || vraag !== antwoord.vraag || vraag.meer;
  return new Set([...[...gegeven].filter(blijft), antwoord]);
}
