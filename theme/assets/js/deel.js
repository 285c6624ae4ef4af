// Het paneel Deel: kopieert een tekst, of bewaart haar als bestand. Zonder script selecteert de lezer haar zelf.

const paneel = document.querySelector("[data-deel]");

function inhoud(veld) {
  return veld.value ?? veld.textContent;
}

function selecteer(veld) {
  if (veld.select) veld.select();
  else getSelection().selectAllChildren(veld);
}

async function kopieer(veld) {
  try {
    await navigator.clipboard.writeText(inhoud(veld));
    return "De tekst is gekopieerd.";
  } catch {
    selecteer(veld);
    return "Kopiëren lukt hier niet vanzelf. De tekst is geselecteerd: kopieer haar met uw toetsenbord of menu.";
  }
}

function bewaar(veld, { bewaar: naam, type }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([inhoud(veld), "\n"], { type }));
  link.download = naam;
  link.click();
  // Meteen intrekken zou het bewaren afbreken.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return `Bewaard als ${naam}.`;
}

paneel?.addEventListener("click", async ({ target }) => {
  const knop = target.closest("[data-kopieer], [data-bewaar]");
  if (!knop) return;
  const meenemen = knop.closest("[data-meenemen]");
  const veld = meenemen.querySelector("[data-tekst]");
  const gedaan = "bewaar" in knop.dataset ? bewaar(veld, knop.dataset) : await kopieer(veld);
  meenemen.querySelector("[data-gedaan]").textContent = gedaan;
});
