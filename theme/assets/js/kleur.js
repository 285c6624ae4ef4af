// Zet de gekozen weergave (automatisch, licht of donker) op <html>, nog voor de
// pagina getekend wordt, en laat de keuze in de voet werken.
(() => {
  const SLEUTEL = "kleur";
  const wortel = document.documentElement;

  // Wie opslag in de browser heeft uitgezet, krijgt een fout bij het lezen zelf.
  const lees = () => {
    try { return localStorage.getItem(SLEUTEL) || "auto"; } catch { return "auto"; }
  };
  const bewaar = (keuze) => {
    try { localStorage.setItem(SLEUTEL, keuze); } catch { /* de keuze geldt dan alleen hier */ }
  };
  const toon = (keuze) => {
    if (keuze === "auto") delete wortel.dataset.kleur;
    else wortel.dataset.kleur = keuze;
  };

  wortel.classList.replace("no-js", "js");
  toon(lees());

  document.addEventListener("DOMContentLoaded", () => {
    const veld = document.querySelector(".kleurkeuze");
    const stand = veld.querySelector(`[value="${CSS.escape(lees())}"]`);
    if (stand) stand.checked = true;
    veld.hidden = false;
    veld.addEventListener("change", ({ target }) => {
      toon(target.value);
      bewaar(target.value);
    });
  });
})();
