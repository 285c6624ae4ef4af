// Vragen die lijken op een vraag waar niets op te vinden is.

import { haalWoorden } from "./zoekindex.js";
import { kaal, splits } from "./zoekvraag.js";

export async function bedoelde(vraag) {
  const { namen, woorden } = await haalWoorden();
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
export function afstand(een, ander) {
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
