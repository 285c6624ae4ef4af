// Wat een lezer wil vergelijken: vakjes om instrumenten te kiezen, en een balk onderaan met wat er gekozen is.
//
// Elk <input type="checkbox" data-vergelijk="id"> in een label doet mee, ook als het later op de pagina komt; roep dan
// `ververs` aan. De keuze staat in de opslag van dit tabblad en gaat nergens heen. Na elke keuze krijgt het document de
// gebeurtenis "vergelijkmand".

import { element } from "./element.js";
import { haal } from "./gegevens.js";

export const MEEST = 4;

const SLEUTEL = "vergelijk";
const WORTEL = new URL("../../../", import.meta.url);
const NAMEN = new URL("../../../data/vergelijk.json", import.meta.url);
const OPSOMMING = new Intl.ListFormat("nl", { type: "conjunction" });

let zonderOpslag = [];

// Alle instrumenten, op naam: {id, titel, bij}. `bij` zegt het als een instrument er nog niet is, of niet meer.
export const haalNamen = () => haal(NAMEN, (rijen) => new Map(rijen.map(([id, titel, bij]) => [id, { id, titel, bij }])));

// Het adres van een pagina; `pad` is vanaf het begin van de site.
export const adresVan = (pad) => new URL(pad, WORTEL).pathname;
export const naamVan = ({ titel, bij }) => (bij ? `${titel} (${bij})` : titel);
export const somOp = (woorden) => OPSOMMING.format(woorden);

// De gekozen ids. Wat er in de opslag staat, kan door iets anders zijn geschreven.
export function gekozen() {
  try {
    const ids = JSON.parse(sessionStorage.getItem(SLEUTEL) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, MEEST) : [];
  } catch {
    return zonderOpslag;
  }
}

export function bewaar(ids) {
  zonderOpslag = ids;
  // Wie opslag in de browser heeft uitgezet, houdt de keuze op deze pagina.
  try { sessionStorage.setItem(SLEUTEL, JSON.stringify(ids)); } catch { /* zie zonderOpslag */ }
  document.dispatchEvent(new Event("vergelijkmand"));
  return ververs();
}

// Een vakje in een label, zoals onderdelen/vergelijkvakje.jinja het maakt.
export function maakVakje(id, titel) {
  const vakje = element("input", { type: "checkbox", checked: gekozen().includes(id) });
  vakje.dataset.vergelijk = id;
  return element("label", { className: "vergelijkvakje" }, vakje, " Vergelijk ", element("span", { className: "onzichtbaar" }, titel));
}

// Zet de vakjes en de balk gelijk met de keuze.
export function ververs() {
  const ids = gekozen();
  for (const vakje of document.querySelectorAll("[data-vergelijk]")) vakje.checked = ids.includes(vakje.dataset.vergelijk);
  return toonBalk(ids);
}

const opVergelijkpagina = document.querySelector("[data-vergelijkkeuze]") !== null;
const melding = element("p", { className: "onzichtbaar", role: "status" });
const wat = element("p", { className: "vergelijkbalk-wat" });
const vol = element("p", { className: "vergelijkbalk-vol", hidden: true }, "Meer dan vier naast elkaar past niet. Haal eerst een ander instrument weg.");
const link = element("a", { className: "knop" }, "Vergelijk");
const wis = element("button", { className: "wis", type: "button" }, "Wis");
const balk = element("aside", { className: "vergelijkbalk", ariaLabel: "Gekozen om te vergelijken", hidden: true }, element("div", { className: "omslag" }, vol, wat, element("div", { className: "vergelijkbalk-knoppen" }, link, wis)));

async function toonBalk(ids) {
  vol.hidden = true;
  balk.hidden = ids.length === 0 || opVergelijkpagina;
  if (balk.hidden) return;
  link.href = `${adresVan("vergelijk/")}?i=${ids.join(",")}`;
  const alle = await haalNamen().catch(() => new Map());
  const bekend = ids.filter((id) => alle.has(id)).map((id) => naamVan(alle.get(id)));
  const nog = ids.length === 1 ? " Kies er nog een bij." : "";
  wat.replaceChildren(element("strong", {}, `${ids.length} gekozen`), bekend.length ? `: ${somOp(bekend)}.${nog}` : `.${nog}`);
}

function vink(vakje) {
  const id = vakje.dataset.vergelijk;
  const ids = gekozen().filter((een) => een !== id);
  if (!vakje.checked) return zeg(ids, "Weggehaald");
  if (ids.length < MEEST) return zeg([...ids, id], "Gekozen");
  vakje.checked = false;
  return weiger();
}

async function zeg(ids, begin) {
  await bewaar(ids);
  melding.textContent = ids.length ? `${begin}. ${wat.textContent}` : `${begin}. Er is nu niets gekozen.`;
}

// Ook te zien, want het vakje springt terug.
function weiger() {
  vol.hidden = false;
  melding.textContent = vol.textContent;
}

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-vergelijk]")) vink(target);
});
wis.addEventListener("click", () => {
  zeg([], "Gewist");
  // De balk is nu weg: het toetsenbord gaat verder bij de inhoud.
  document.querySelector("#inhoud").focus({ preventScroll: true });
});
// Ook wie terugbladert, ziet wat er nu gekozen is.
addEventListener("pageshow", ververs);
document.body.append(balk, melding);
ververs();
