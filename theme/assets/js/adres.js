// De toestand van een pagina staat in haar adres: wie het ververst, terugbladert of doorstuurt, ziet hetzelfde.
//
// Een pagina noemt haar velden, in de volgorde waarin ze in het adres komen. Een waarde die een veld niet
// kent, en een naam die de pagina niet noemt, tellen niet mee.

const LANGSTE_TEKST = 200;
const HOOGSTE_GETAL = 10_000;
const LANGSTE_REEKS = 2_000;
const MEESTE_WOORDEN = 40;

// Vrije tekst.
export const tekst = (naam) => ({
  naam,
  lees: ([waarde = ""]) => waarde.trim().slice(0, LANGSTE_TEKST),
  schrijf: (waarde) => [waarde].filter(Boolean),
});

// Een van deze waarden, of geen.
export const keuze = (naam, waarden) => ({
  naam,
  lees: ([waarde = ""]) => (waarden.includes(waarde) ? waarde : ""),
  schrijf: (waarde) => [waarde].filter(Boolean),
});

// Geen, een of meer van deze waarden; altijd in hun eigen volgorde.
export const keuzes = (naam, waarden) => ({
  naam,
  lees: (gevraagd) => waarden.filter((waarde) => gevraagd.includes(waarde)),
  schrijf: (gekozen) => waarden.filter((waarde) => gekozen.includes(waarde)),
});

// Woorden met een komma ertussen, elk één keer en in de volgorde van het adres. Of de pagina ze kent, weet zij zelf.
export const reeks = (naam) => ({
  naam,
  lees: (waarden) => {
    const woorden = waarden.flatMap((waarde) => waarde.slice(0, LANGSTE_REEKS).split(",")).map((woord) => woord.trim());
    return [...new Set(woorden.filter(Boolean))].slice(0, MEESTE_WOORDEN);
  },
  schrijf: (woorden) => [woorden.join(",")].filter(Boolean),
});

// Een getal vanaf `minst`; dat geldt ook als er niets staat.
export const getal = (naam, minst) => ({
  naam,
  lees: ([waarde]) => Math.min(HOOGSTE_GETAL, Math.max(minst, Number.parseInt(waarde, 10) || minst)),
  schrijf: (waarde) => (waarde > minst ? [String(waarde)] : []),
});

// Wat er in "?q=…" staat: een waarde bij elk veld.
export function leesToestand(zoekdeel, velden) {
  const vraag = new URLSearchParams(zoekdeel);
  return Object.fromEntries(velden.map(({ naam, lees }) => [naam, lees(vraag.getAll(naam))]));
}

// En terug: "?q=…", of niets als alles is zoals het begon.
export function schrijfToestand(toestand, velden) {
  const paren = velden.flatMap(({ naam, schrijf }) => schrijf(toestand[naam]).map((waarde) => [naam, waarde]));
  // Een komma mag in een adres staan zoals zij is; dat leest beter.
  return paren.length ? `?${new URLSearchParams(paren)}`.replaceAll("%2C", ",") : "";
}

// Verbindt een pagina met haar adres. `toon` krijgt de toestand, telkens als die verandert.
export function houdAdres(velden, toon) {
  const lees = () => leesToestand(location.search, velden);
  const adresVan = (verandering) => schrijfToestand({ ...lees(), ...verandering }, velden);

  // Een keuze is een stap in de geschiedenis. Wat tijdens het typen verandert, vervangt de vorige stand.
  function ga(verandering, { vervang = false } = {}) {
    const nieuw = adresVan(verandering);
    if (nieuw !== adresVan({})) history[vervang ? "replaceState" : "pushState"](null, "", nieuw || location.pathname);
    return toon(lees());
  }

  addEventListener("popstate", () => toon(lees()));
  return { lees, ga, adresVan };
}
