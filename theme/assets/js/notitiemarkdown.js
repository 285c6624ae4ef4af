// De notitie (notitie.js) → Markdown; ook de gewone tekst op het klembord.

export function alsMarkdown(blokken) {
  return `${blokken.map((blok) => MAKERS[blok.soort](blok)).join("\n\n")}\n`;
}

const MAKERS = {
  kop: ({ niveau, inhoud }) => `${"#".repeat(niveau)} ${regel(inhoud)}`,
  alinea: ({ inhoud }) => aanHetBegin(regel(inhoud)),
  lijst: ({ punten }) => punten.map((punt) => `- ${aanHetBegin(regel(punt))}`).join("\n"),
  tabel: ({ bijschrift, kop, rijen }) => `${veilig(bijschrift)}:\n\n${[kop, kop.map(() => ["---"]), ...rijen].map(rij).join("\n")}`,
};

const rij = (cellen) => `| ${cellen.map((cel) => (cel[0] === "---" ? "---" : regel(cel).replaceAll("|", "\\|"))).join(" | ")} |`;

function regel(inhoud) {
  return inhoud.map((stuk) => {
    if (typeof stuk === "string") return veilig(stuk);
    if (stuk.naar) return stuk.tekst === stuk.naar ? `<${encodeURI(decodeURI(stuk.naar))}>` : `[${veilig(stuk.tekst)}](${stuk.naar.replace(/[()\s<>]/g, encodeURIComponent)})`;
    return omringd(stuk.vet ? "**" : "*", stuk.tekst);
  }).join("");
}

// Nadruk staat strak om de woorden; de spatie eromheen blijft erbuiten.
function omringd(teken, tekst) {
  const [, voor, midden, na] = /^(\s*)(.*?)(\s*)$/s.exec(tekst);
  return `${voor}${teken}${veilig(midden)}${teken}${na}`;
}

// Tekens die Markdown voor opmaak zou houden. Het nummer van een bron, [1], kan geen link worden zolang er geen haakje volgt.
const veilig = (tekst) => tekst.replace(/\s+/g, " ").replace(/[\\`*_[\]<>&~#]/g, "\\$&").replace(/\\\[(\d+(?:, \d+)*)\\\](?!\()/g, "[$1]");

const aanHetBegin = (tekst) => tekst.replace(/^(\d+)([.)])/, "$1\\$2").replace(/^[-+]/, "\\$&");
