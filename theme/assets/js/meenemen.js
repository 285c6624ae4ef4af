// Wat een lezer meeneemt: een tekst naar het klembord, of een bestand naar de downloads.

import { element } from "./element.js";

export const inhoudVan = (veld) => veld.value ?? veld.textContent;

function selecteer(veld) {
  if (veld.select) veld.select();
  else getSelection().selectAllChildren(veld);
}

// Kopieert wat er in een veld staat, of selecteert het als dat niet mag, en zegt welk van de twee. `naam` is wat het is,
// en `die` hoe dat verder heet: ("link", "hem").
export async function kopieer(veld, naam, die) {
  try {
    await navigator.clipboard.writeText(inhoudVan(veld));
    return `De ${naam} is gekopieerd.`;
  } catch {
    selecteer(veld);
    return `Kopiëren lukt hier niet vanzelf. De ${naam} is geselecteerd: kopieer ${die} met uw toetsenbord of menu.`;
  }
}

export function bewaarBestand(inhoud, naam) {
  const adres = URL.createObjectURL(inhoud);
  element("a", { href: adres, download: naam }).click();
  // De browser leest het bestand pas na deze klik: meteen intrekken zou het bewaren afbreken.
  setTimeout(() => URL.revokeObjectURL(adres), 10_000);
}
