// De notitie (notitie.js) → elementen: op het scherm, op papier en op het klembord.

import { element } from "./element.js";

// Met `niveau` voor de hoogste kop: 1 in een eigen document, 2 onder de kop van een pagina.
export function alsHtml(blokken, niveau = 1) {
  return blokken.map((blok) => MAKERS[blok.soort](blok, niveau));
}

// Als tekst voor het klembord. Word en LibreOffice lezen lijnen van een tabel uit haar kenmerken, niet uit onze stijl.
export function alsKlembord(blokken) {
  const rond = element("div", { lang: "nl" }, ...alsHtml(blokken));
  for (const tabel of rond.querySelectorAll("table")) {
    tabel.removeAttribute("class");
    for (const [naam, waarde] of [["border", "1"], ["cellspacing", "0"], ["cellpadding", "4"]]) tabel.setAttribute(naam, waarde);
  }
  return `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"></head><body>${rond.outerHTML}</body></html>`;
}

const MAKERS = {
  kop: ({ niveau: diepte, inhoud }, niveau) => element(`h${diepte + niveau - 1}`, {}, ...stukken(inhoud)),
  alinea: ({ inhoud }) => element("p", {}, ...stukken(inhoud)),
  lijst: ({ punten }) => element("ul", {}, ...punten.map((punt) => element("li", {}, ...stukken(punt)))),
  tabel,
};

function tabel({ bijschrift, kop, rijen }) {
  const koppen = kop.map((cel) => element("th", { scope: "col" }, ...stukken(cel)));
  return element("table", { className: "stapel" },
    element("caption", {}, bijschrift),
    element("thead", {}, element("tr", {}, ...koppen)),
    element("tbody", {}, ...rijen.map(([eerste, ...rest]) => element("tr", {},
      element("th", { scope: "row" }, ...stukken(eerste)),
      ...rest.map((cel, n) => {
        const vak = element("td", {}, ...stukken(cel));
        vak.dataset.label = koppen[n + 1].textContent;
        return vak;
      })))));
}

const stukken = (inhoud) => inhoud.map((stuk) => {
  if (typeof stuk === "string") return stuk;
  if (stuk.naar) return element("a", { href: stuk.naar }, stuk.tekst);
  return element(stuk.vet ? "strong" : "em", {}, stuk.tekst);
});
