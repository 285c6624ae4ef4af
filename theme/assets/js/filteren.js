// Kiest, telt en sorteert de regels van een lijst, en zegt in woorden wat er gekozen is. Kent geen pagina.
//
// Een regel heeft kenmerken, elk met nul of meer waarden: {bestuurslaag: ["rijk", "gemeente"], hardheid: ["4"]}.
// Een keuze geeft per kenmerk de gekozen waarden. Bij één kenmerk is één treffer genoeg; tussen kenmerken
// tellen ze allemaal.

const past = ({ kenmerken }, [naam, waarden]) => waarden.some((waarde) => kenmerken[naam].includes(waarde));

const eisenVan = (keuze) => Object.entries(keuze).filter(([, waarden]) => waarden.length);

// De regels die bij de keuze passen.
export function kies(regels, keuze) {
  const eisen = eisenVan(keuze);
  return regels.filter((regel) => eisen.every((eis) => past(regel, eis)));
}

// Per kenmerk, per waarde: hoeveel regels er overblijven als van dat kenmerk alleen die waarde gekozen is.
export function tel(regels, keuze, kenmerken) {
  const tellingen = new Map(kenmerken.map((naam) => [naam, new Map()]));
  const eisen = eisenVan(keuze);
  for (const regel of regels) {
    // Een regel die alleen om één kenmerk afvalt, telt nog mee bij de andere waarden van dat kenmerk.
    const gemist = eisen.filter((eis) => !past(regel, eis)).map(([naam]) => naam);
    if (gemist.length > 1) continue;
    for (const naam of gemist.length ? gemist : kenmerken) {
      const telling = tellingen.get(naam);
      for (const waarde of regel.kenmerken[naam]) telling.set(waarde, (telling.get(waarde) ?? 0) + 1);
    }
  }
  return tellingen;
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
