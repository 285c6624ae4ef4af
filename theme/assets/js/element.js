// Maakt een element met eigenschappen en inhoud.
export function element(naam, eigenschappen = {}, ...inhoud) {
  const nieuw = Object.assign(document.createElement(naam), eigenschappen);
  nieuw.append(...inhoud);
  return nieuw;
}
