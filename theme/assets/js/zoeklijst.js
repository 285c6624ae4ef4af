// Het zoekveld boven een overzicht: laat alleen zien wat Pagefind vindt, naast de filters van facetten.js.

import { laad, zoekIds } from "./zoekmachine.js";

const WACHT = 150;

const formulier = document.querySelector("[data-zoeklijst]");
const veld = formulier.elements.q;

let beurt = 0;
let wekker;

async function beperk() {
  const vraag = veld.value.trim();
  const mijnBeurt = ++beurt;
  try {
    const ids = vraag ? await zoekIds(vraag) : null;
    if (mijnBeurt === beurt) document.dispatchEvent(new CustomEvent("lijst:gevonden", { detail: ids && { ids, vraag } }));
  } catch {
    // Zonder index gaat de vraag naar de pagina /zoeken/.
    formulier.submit();
  }
}

function schrijfAdres() {
  const adres = new URLSearchParams(location.search);
  const vraag = veld.value.trim();
  if (vraag) adres.set("q", vraag);
  else adres.delete("q");
  history.replaceState(null, "", String(adres) ? `?${adres}` : location.pathname);
}

function leesAdres() {
  veld.value = new URLSearchParams(location.search).get("q") ?? "";
  beperk();
}

veld.addEventListener("focus", () => laad().catch(() => {}), { once: true });
veld.addEventListener("input", () => {
  clearTimeout(wekker);
  wekker = setTimeout(() => {
    schrijfAdres();
    beperk();
  }, WACHT);
});
formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  clearTimeout(wekker);
  schrijfAdres();
  beperk();
});
addEventListener("popstate", leesAdres);
leesAdres();
