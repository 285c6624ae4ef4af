// De regels van een overzicht, klaar om te filteren (filteren.js) en te tonen: {id, kenmerken, element()}.

import { haal } from "./gegevens.js";

const splits = (waarden) => String(waarden).split(" ").filter(Boolean);

// Regels die in de pagina staan: hun kenmerken zijn de data-attributen, woorden met een spatie ertussen.
export function regelsUitPagina(lijst) {
  return [...lijst.children].map((element) => {
    const kenmerken = Object.entries(element.dataset).map(([naam, waarden]) => [naam, splits(waarden)]);
    return { id: element.dataset.id, kenmerken: Object.fromEntries(kenmerken), element: () => element };
  });
}

// Regels uit een gegevensbestand (datasets/overview.py), gemaakt naar het sjabloon in de pagina.
// `wortel` leidt van de pagina naar het begin van de site.
export function regelsUitGegevens(bestand, sjabloon, wortel) {
  return haal(bestand, ({ kenmerken: namen, regels }) => regels.map(([id, titel, pad, samenvatting, feiten, ...waarden]) => {
    const kenmerken = Object.fromEntries(namen.map((naam, i) => [naam, splits(waarden[i])]));
    return { id, kenmerken, element: () => maakRegel(sjabloon, { id, titel, adres: wortel + pad, samenvatting, feiten, kenmerken }) };
  }));
}

function maakRegel(sjabloon, { id, titel, adres, samenvatting, feiten, kenmerken }) {
  const regel = sjabloon.content.cloneNode(true).firstElementChild;
  const link = regel.querySelector("a");
  link.setAttribute("href", adres);
  link.textContent = titel;
  regel.querySelector("p").textContent = samenvatting;
  zetFeiten(regel.querySelector(".feiten"), feiten);
  zetStrepen(regel.querySelector(".strepen"), kenmerken);
  zetVakje(regel.querySelector(".vergelijkvakje"), id, titel);
  return regel;
}

function zetFeiten(alinea, feiten) {
  if (feiten) alinea.textContent = feiten;
  else alinea.remove();
}

// Of het aangekruist is, zegt vergelijkmand.js als de regel op de pagina staat.
function zetVakje(label, id, titel) {
  label.querySelector("input").dataset.vergelijk = id;
  label.querySelector(".onzichtbaar").textContent = titel;
}

// Een streep per schaal; de naam van een schaal is ook haar kenmerk. Wie geen score heeft, heeft geen streep.
function zetStrepen(strepen, kenmerken) {
  for (const streep of [...strepen.children]) {
    const [score] = kenmerken[streep.querySelector("dt").textContent.toLowerCase()];
    if (score) zetStreep(streep, ...scorevak(score));
    else streep.remove();
  }
  if (!strepen.children.length) strepen.remove();
}

// Een score is een getal, of het laagste en het hoogste als zij per geval verschilt: "2-4".
function scorevak(score = "0") {
  const [laagste, hoogste = laagste] = score.split("-").map(Number);
  return [laagste, hoogste];
}

function zetStreep(streep, laagste, hoogste) {
  streep.querySelector(".onzichtbaar").textContent = laagste === hoogste ? `${laagste} van 5` : `${laagste} tot ${hoogste} van 5`;
  const vakken = [...streep.querySelectorAll("i")];
  for (const vak of vakken.slice(0, laagste)) vak.className = "vol";
  for (const vak of vakken.slice(laagste, hoogste)) vak.className = "deels";
}
