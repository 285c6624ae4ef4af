// Gegevensbestanden van de site, en namen in een adres die een pagina niet kent.

const GENOEMD = 3;
const LANGSTE_NAAM = 40;

const gehaald = new Map();

// Wat er in een bestand staat, zoals `ontvouw` het leest. Een bestand wordt één keer gehaald; lukte dat niet, dan de
// volgende keer weer.
export function haal(adres, ontvouw = (inhoud) => inhoud) {
  const waar = String(adres);
  if (!gehaald.has(waar)) {
    const inhoud = haalEenKeer(waar).then(ontvouw);
    gehaald.set(waar, inhoud);
    inhoud.catch(() => gehaald.delete(waar));
  }
  return gehaald.get(waar);
}

async function haalEenKeer(waar) {
  const antwoord = await fetch(waar);
  if (!antwoord.ok) throw new Error(`${waar}: ${antwoord.status}`);
  return antwoord.json();
}

// Waar iets op rust: van nummers van bronnen naar hun titel, hun adres en de plaats erin.
export const plaatsenIn = (bronnen) => (lijst) => lijst.map(([bron, plaats]) => ({ titel: bronnen[bron][0], adres: bronnen[bron][1], plaats }));

// Oud id → nieuw id, van wat in dit deel van de site een andere naam kreeg. Lukt het opzoeken niet, dan is een oude naam
// er een die de pagina niet kent.
export async function haalVerhuisd(adres, deel) {
  const alles = await haal(adres).catch(() => ({}));
  return new Map(Object.entries(alles[deel] ?? {}));
}

// ‘een’, ‘ander’ en nog 2: om te zeggen wat de pagina niet kent.
export function noem(namen) {
  const eerste = namen.slice(0, GENOEMD).map((naam) => `‘${naam.slice(0, LANGSTE_NAAM)}’`).join(", ");
  return namen.length > GENOEMD ? `${eerste} en nog ${namen.length - GENOEMD}` : eerste;
}
