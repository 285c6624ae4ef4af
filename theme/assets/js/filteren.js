// Kiest, telt en sorteert de regels van een lijst, en zegt in woorden wat er gekozen is. Kent geen pagina.
//
// Een regel heeft kenmerken, elk met nul of meer waarden: {bestuurslaag: ["rijk", "gemeente"], hardheid: ["4"]}.
// Een keuze geeft per kenmerk de gekozen waarden. Bij één kenmerk is één treffer genoeg; tussen kenmerken
// tellen ze allemaal.

const past = ({ kenmerken }, eisen) => eisen.every(([naam, waarden]) => waarden.some((waarde) => kenmerken[naam].includes(waarde)));

const eisenVan = (keuze) => Object.entries(keuze).filter(([, waarden]) => waarden.length);

// De regels die bij de keuze passen.
export function kies(regels, keuze) {
  const eisen = eisenVan(keuze);
  return regels.filter((regel) => past(regel, eisen));
}

// Bij elke waarde van een kenmerk: hoeveel regels er overblijven als van dat kenmerk alleen die waarde gekozen is.
export function tel(regels, keuze, kenmerk) {
  const telling = new Map();
  for (const { kenmerken } of kies(regels, { ...keuze, [kenmerk]: [] })) {
    for (const waarde of kenmerken[kenmerk]) telling.set(waarde, (telling.get(waarde) ?? 0) + 1);
  }
  return telling;
}

// De hoogste waarde van een kenmerk eerst, wie er geen heeft achteraan. Zonder kenmerk blijft de volgorde zoals ze was.
export function sorteer(regels, kenmerk) {
  // Een score die per geval verschilt ("2-4"), telt met haar hoogste mee.
  const hoogte = ({ kenmerken }) => Number(kenmerken[kenmerk][0]?.split("-").at(-1) ?? 0);
  return kenmerk ? regels.toSorted((een, ander) => hoogte(ander) - hoogte(een)) : regels;
}

// "12 instrumenten" en " bij ‘Rijk’, ‘evalueren’".
export function uitleg(aantal, [een, meer], woorden) {
  const bij = woorden.map((woord) => `‘${woord}’`).join(", ");
  return [`${aantal} ${aantal === 1 ? een : meer}`, bij && ` bij ${bij}`];
}
