// Wat er over een mix van instrumenten bekend is. Kent geen pagina: gegevens erin, bevindingen eruit.
//
// Een relatie is {van, soort, naar, reden, oordeel, plaatsen}; van en naar zijn ids, gelezen zoals de zin het zegt:
// `van` versterkt `naar`. Een bevinding is zo'n relatie zelf, met haar zin en haar bronnen.

// De gegevens uit data/samenhang.json, met alles wat een id noemt erbij te vinden.
export function leesSamenhang({ soorten, instrumenten, bronnen, relaties }) {
  return {
    woorden: new Map(soorten.map(([soort, woord, omgekeerd]) => [soort, { woord, omgekeerd }])),
    instrumenten: new Map(instrumenten.map(([id, titel, adres, bij]) => [id, { id, titel, adres, bij }])),
    bronnen: new Map(bronnen.map(([id, titel, adres]) => [id, { id, titel, adres }])),
    relaties: relaties.map(([van, soort, naar, reden, oordeel, plaatsen]) => ({
      van, soort, naar, reden, oordeel: Boolean(oordeel), plaatsen: plaatsen.map(([bron, plaats]) => ({ bron, plaats })),
    })),
  };
}

// Per soort bevinding de relaties die zij noemt.
//   botst      ondermijnt, in welke richting ook, tussen twee gekozen instrumenten
//   ontbreekt  een gekozen instrument vereist iets dat niet gekozen is
//   dubbel     twee gekozen instrumenten kunnen elkaar vervangen
//   voldaan    een gekozen instrument vereist iets dat ook gekozen is
//   versterkt  het ene gekozen instrument versterkt het andere
//   omvat      het ene gekozen instrument is deel van het andere
//   vervolg    waarheen een gekozen instrument escaleert, en vandaar verder
export function mixcheck(relaties, gekozen) {
  const mix = new Set(gekozen);
  const vanuit = (soort) => relaties.filter((een) => een.soort === soort && mix.has(een.van));
  const binnen = (soort) => vanuit(soort).filter(({ naar }) => mix.has(naar));
  return {
    botst: binnen("ondermijnt"),
    ontbreekt: vanuit("vereist").filter(({ naar }) => !mix.has(naar)),
    dubbel: binnen("alternatief_voor"),
    voldaan: binnen("vereist"),
    versterkt: binnen("versterkt"),
    omvat: binnen("onderdeel_van"),
    vervolg: stappen(relaties.filter(({ soort }) => soort === "escaleert_naar"), gekozen),
  };
}

// De stappen omhoog vanaf deze instrumenten, elke stap één keer: ook in een kring houdt het op.
function stappen(escalaties, beginpunten) {
  const gezet = new Set();
  const geweest = new Set(beginpunten);
  for (const hier of geweest) {
    for (const stap of escalaties.filter(({ van }) => van === hier)) {
      gezet.add(stap);
      geweest.add(stap.naar);
    }
  }
  return [...gezet];
}

// De paren waarover geen enkele relatie iets zegt, elk paar één keer.
export function stilteTussen(relaties, gekozen) {
  const bekend = new Set(relaties.flatMap(({ van, naar }) => [`${van} ${naar}`, `${naar} ${van}`]));
  const paren = gekozen.flatMap((een, i) => gekozen.slice(i + 1).map((ander) => [een, ander]));
  return paren.filter((paar) => !bekend.has(paar.join(" ")));
}
