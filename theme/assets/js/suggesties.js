// Maakt van elk zoekveld een veld met suggesties (combobox, WAI-ARIA APG).
// Zonder script, of als Pagefind er niet is, gaat de vraag gewoon naar de pagina /zoeken/.

import { element } from "./element.js";

const AANTAL = 6;
const WACHT = 120;

const laadMachine = () => import("./zoekmachine.js");

function maakCombobox(formulier) {
  const veld = formulier.querySelector('input[type="search"]');
  const lijst = element("ul", { id: `${veld.id}-lijst`, className: "suggesties", role: "listbox", ariaLabel: "Suggesties", hidden: true });
  const melding = element("span", { className: "onzichtbaar", role: "status" });
  formulier.append(lijst, melding);
  veld.setAttribute("role", "combobox");
  veld.setAttribute("aria-autocomplete", "list");
  veld.setAttribute("aria-controls", lijst.id);
  veld.setAttribute("aria-expanded", "false");

  let gekozen = -1;
  let beurt = 0;
  let wekker;

  const keuzes = () => [...lijst.children];

  function sluit() {
    lijst.hidden = true;
    melding.textContent = "";
    veld.setAttribute("aria-expanded", "false");
    kies(-1);
  }

  function kies(nummer) {
    gekozen = nummer;
    keuzes().forEach((keuze, i) => keuze.setAttribute("aria-selected", String(i === nummer)));
    if (nummer < 0) veld.removeAttribute("aria-activedescendant");
    else {
      veld.setAttribute("aria-activedescendant", keuzes()[nummer].id);
      keuzes()[nummer].scrollIntoView({ block: "nearest" });
    }
  }

  function maakKeuze(adres, inhoud, i) {
    const keuze = element("li", { id: `${lijst.id}-${i}`, role: "option", ariaSelected: "false" }, ...inhoud);
    keuze.dataset.adres = adres;
    return keuze;
  }

  function alles(vraag) {
    const adres = new URL(formulier.action);
    adres.search = new URLSearchParams({ q: vraag });
    return adres.href;
  }

  async function zoekNu() {
    const vraag = veld.value.trim();
    const mijnBeurt = ++beurt;
    if (vraag.length < 2) return sluit();
    let treffers;
    let totaal;
    try {
      const { zoek, lees } = await laadMachine();
      const uitkomst = await zoek(vraag);
      totaal = uitkomst.treffers.length;
      treffers = await Promise.all(uitkomst.treffers.slice(0, AANTAL).map(lees));
    } catch {
      return sluit();
    }
    // Wie ondertussen verder typte of wegging, heeft aan dit antwoord niets meer.
    if (mijnBeurt === beurt && document.activeElement === veld) toon(vraag, treffers, totaal);
  }

  function toon(vraag, treffers, totaal) {
    const regels = treffers.map(({ adres, titel, naam }, i) =>
      maakKeuze(adres, [element("span", { className: "titel" }, titel), " ", element("span", { className: "soort" }, naam)], i));
    const slot = totaal ? "Alle resultaten" : `Niets gevonden voor ‘${vraag}’. Zoek verder`;
    lijst.replaceChildren(...regels, maakKeuze(alles(vraag), [slot], regels.length));
    lijst.hidden = false;
    veld.setAttribute("aria-expanded", "true");
    kies(-1);
    melding.textContent = totaal ? `${totaal} ${totaal === 1 ? "resultaat" : "resultaten"}. Kies met de pijltjestoetsen.` : "Niets gevonden.";
  }

  const stappen = { ArrowDown: 1, ArrowUp: -1 };
  veld.addEventListener("keydown", (toets) => {
    if (toets.key === "Escape" && !lijst.hidden) {
      toets.preventDefault();
      sluit();
    } else if (toets.key === "Enter" && gekozen >= 0) {
      toets.preventDefault();
      location.assign(keuzes()[gekozen].dataset.adres);
    } else if (toets.key in stappen) {
      toets.preventDefault();
      if (lijst.hidden) zoekNu();
      else {
        // Eén plaats meer dan er keuzes zijn: die is van het veld zelf.
        const plaatsen = keuzes().length + 1;
        kies(((gekozen + 1 + stappen[toets.key] + plaatsen) % plaatsen) - 1);
      }
    }
  });
  veld.addEventListener("focus", () => laadMachine().then(({ laad }) => laad()).catch(() => {}), { once: true });
  veld.addEventListener("input", () => {
    clearTimeout(wekker);
    wekker = setTimeout(zoekNu, WACHT);
  });
  veld.addEventListener("blur", () => {
    beurt += 1;
    clearTimeout(wekker);
    sluit();
  });
  // Anders verliest het veld de focus voordat de klik aankomt.
  lijst.addEventListener("mousedown", (klik) => klik.preventDefault());
  lijst.addEventListener("click", ({ target }) => {
    const keuze = target.closest("[role=option]");
    if (keuze) location.assign(keuze.dataset.adres);
  });
}

for (const formulier of document.querySelectorAll("form.zoekveld:not([data-zonder-suggesties])")) maakCombobox(formulier);
