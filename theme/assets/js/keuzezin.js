// Een zin van een kaart, zoals pagina's die er uit een gegevensbestand tonen: met wat hij zegt, en zijn bron erachter.
//
// `wortel` leidt van de pagina naar het begin van de site.

import { element } from "./element.js";

// Een link naar een instrument, met zijn status als het er niet (meer) is.
export const naam = ({ titel, adres, status }, wortel) => [element("a", { href: wortel + adres }, titel), ...bijstatus(status)];

// Wat er naast een naam staat als het instrument er nog niet is, of niet meer.
export const bijstatus = (status) => (status ? [" ", element("span", { className: "bijstatus" }, `(${status})`)] : []);

export function zinMetBron({ tekst: woorden, soort, bronnen, oordeel, van }, wortel) {
  const begin = { als: van ? ["Kies dit in plaats van ", ...naam(van, wortel), " als "] : ["Kies dit als "], "niet-als": ["Kies iets anders als "] }[soort] ?? [];
  const eind = soort === "als" || soort === "niet-als" ? "." : "";
  return [...begin, `${woorden}${eind} `, bronBij(bronnen, oordeel, wortel)];
}

// Waar een zin op rust: plaatsen in bronnen, een oordeel van ons, of anders een kenmerk dat op de kaart staat.
export function bronBij(bronnen, oordeel, wortel) {
  const waar = bronnen.map(({ titel, adres, plaats }) => element("a", { href: wortel + adres }, `${titel}, ${plaats}`));
  const bij = [...(oordeel ? ["oordeel van de redactie"] : []), ...(waar.length || oordeel ? waar : ["kenmerk van de kaart"])];
  return element("span", { className: "zinbron" }, ...bij.flatMap((een, n) => (n ? ["; ", een] : [een])));
}
