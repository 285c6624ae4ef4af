// Op een lange pagina: laat in de wegwijzer zien bij welk onderdeel u bent, en drukt een uitgave ervan af.

const wegwijzer = document.querySelector("[data-wegwijzer]");
const breed = matchMedia("(min-width: 60em)");

// Wat boven deze hoogte staat, is voorbij.
const GRENS = 120;

function volg(uitklap) {
  const hier = uitklap.querySelector("[data-hier]");
  const links = [...uitklap.querySelectorAll("a")];
  const koppen = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let getoond;

  function wijs() {
    const nummer = koppen.findLastIndex((kop) => kop && kop.getBoundingClientRect().top <= GRENS);
    if (nummer === getoond) return;
    links[getoond]?.removeAttribute("aria-current");
    links[nummer]?.setAttribute("aria-current", "location");
    hier.textContent = links[nummer]?.textContent ?? "";
    getoond = nummer;
  }

  let gevraagd = false;
  addEventListener("scroll", () => {
    if (gevraagd) return;
    gevraagd = true;
    requestAnimationFrame(() => {
      gevraagd = false;
      wijs();
    });
  }, { passive: true });
  wijs();

  // Naast de tekst staat de wegwijzer open; erboven, op een smal scherm, klapt de lezer hem zelf uit.
  const pasAan = () => { uitklap.open = breed.matches; };
  breed.addEventListener("change", pasAan);
  pasAan();
  uitklap.addEventListener("click", ({ target }) => {
    if (!breed.matches && target.closest("a")) uitklap.open = false;
  });
}

// Waar het adres naar wijst. Een kapot adres ("#%") wijst nergens heen.
function doelVanAdres() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

// Wijst het adres naar iets in een ingeklapte lijst, dan klapt die uit.
function openDoel() {
  const doel = doelVanAdres();
  const verstopt = doel?.closest("details:not([open])");
  for (let deel = doel; deel; deel = deel.parentElement) {
    if (deel.matches("details")) deel.open = true;
  }
  if (verstopt) doel.scrollIntoView();
}

if (wegwijzer) volg(wegwijzer.querySelector("details"));
addEventListener("hashchange", openDoel);
openDoel();

// Een knop zegt welke uitgave zij afdrukt; afdruk.css weet wat daarop staat.
const drukknoppen = [...document.querySelectorAll("[data-druk]")];
const uitgaven = drukknoppen.map((knop) => knop.dataset.druk);
const vergeetUitgave = () => document.documentElement.classList.remove(...uitgaven);
for (const knop of drukknoppen) {
  knop.addEventListener("click", () => {
    vergeetUitgave();
    document.documentElement.classList.add(knop.dataset.druk);
    print();
  });
}
addEventListener("afterprint", vergeetUitgave);
