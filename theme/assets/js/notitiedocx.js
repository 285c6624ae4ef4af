// De notitie (notitie.js) → een bestand voor Word: gewone koppen, lijsten, tabellen en links van Word, op A4.

import { maakZip } from "./zipbestand.js";

const SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PAKKET = "http://schemas.openxmlformats.org/package/2006";
const BEGIN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

// Breedte van de tekst op A4 met marges van 2,25 cm, in twintigste punten.
const BREEDTE = 9354;

export function alsDocx(blokken, titel) {
  const links = [];
  const inhoud = blokken.map((blok) => MAKERS[blok.soort](blok, links)).join("");
  const bestanden = [
    ["[Content_Types].xml", SOORTEN],
    ["_rels/.rels", verwijzingen([["officeDocument", "word/document.xml"], ["core-properties", "docProps/core.xml"]])],
    ["word/document.xml", `${BEGIN}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${inhoud}${BLADZIJDE}</w:body></w:document>`],
    ["word/_rels/document.xml.rels", verwijzingen([["styles", "styles.xml"], ["numbering", "numbering.xml"]], links)],
    ["word/styles.xml", STIJLEN],
    ["word/numbering.xml", OPSOMMING],
    ["docProps/core.xml", `${BEGIN}<cp:coreProperties xmlns:cp="${PAKKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(titel)}</dc:title><dc:creator>Instrumentenwijzer</dc:creator><dc:language>nl-NL</dc:language></cp:coreProperties>`],
  ];
  return new Blob([maakZip(bestanden)], { type: SOORT });
}

const MAKERS = {
  kop: ({ niveau, inhoud }, links) => alinea(inhoud, links, niveau === 1 ? "Title" : `Heading${niveau - 1}`),
  alinea: ({ inhoud }, links) => alinea(inhoud, links),
  lijst: ({ punten }, links) => punten.map((punt) => alinea(punt, links, "ListBullet")).join(""),
  tabel,
};

function alinea(inhoud, links, stijl) {
  return `<w:p>${stijl ? `<w:pPr><w:pStyle w:val="${stijl}"/></w:pPr>` : ""}${stukken(inhoud, links)}</w:p>`;
}

const stukken = (inhoud, links) => inhoud.map((stuk) => {
  if (typeof stuk === "string") return tekst(stuk);
  if (!stuk.naar) return tekst(stuk.tekst, stuk.vet ? "<w:b/>" : "<w:i/>");
  links.push(stuk.naar);
  return `<w:hyperlink r:id="link${links.length}" w:history="1">${tekst(stuk.tekst, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
}).join("");

const tekst = (woorden, opmaak = "") => `<w:r>${opmaak ? `<w:rPr>${opmaak}</w:rPr>` : ""}<w:t xml:space="preserve">${xml(woorden)}</w:t></w:r>`;

// De eerste kolom is smaller bij twee kolommen; anders zijn alle even breed. Onder een tabel staat altijd een alinea.
function tabel({ bijschrift, kop, rijen }, links) {
  const breedtes = kop.length === 2 ? [0.3, 0.7] : kop.map(() => 1 / kop.length);
  const maten = breedtes.map((deel) => Math.floor(deel * BREEDTE));
  const rij = (cellen, isKop) => `<w:tr><w:trPr><w:cantSplit/>${isKop ? "<w:tblHeader/>" : ""}</w:trPr>${cellen.map((cel, n) => `<w:tc><w:tcPr><w:tcW w:w="${maten[n]}" w:type="dxa"/></w:tcPr>${alinea(cel, links, isKop || n === 0 ? "Tabelkop" : "Tabeltekst")}</w:tc>`).join("")}</w:tr>`;
  return `${alinea([bijschrift], links, "Caption")}<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${BREEDTE}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>${maten.map((maat) => `<w:gridCol w:w="${maat}"/>`).join("")}</w:tblGrid>${rij(kop, true)}${rijen.map((cellen) => rij(cellen, false)).join("")}</w:tbl><w:p/>`;
}

// XML kent de meeste stuurtekens niet, ook niet als verwijzing.
const xml = (woorden) => woorden.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"]/g, (teken) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[teken]);

function verwijzingen(delen, links = []) {
  const vast = delen.map(([soort, doel]) => `<Relationship Id="${soort}" Type="${soort === "core-properties" ? `${PAKKET}/relationships/metadata` : R}/${soort}" Target="${doel}"/>`);
  const los = links.map((naar, n) => `<Relationship Id="link${n + 1}" Type="${R}/hyperlink" Target="${xml(naar)}" TargetMode="External"/>`);
  return `${BEGIN}<Relationships xmlns="${PAKKET}/relationships">${vast.join("")}${los.join("")}</Relationships>`;
}

const ONDERDELEN = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const SOORTEN = `${BEGIN}<Types xmlns="${PAKKET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${ONDERDELEN}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${ONDERDELEN}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${ONDERDELEN}.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const BLADZIJDE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1276" w:right="1276" w:bottom="1276" w:left="1276" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';

// De namen zijn die van Word zelf: zo herkent het de koppen, en neemt het de huisstijl van een ander document over.
const stijl = (id, naam, binnen, opgave = "") => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${naam}"/><w:basedOn w:val="Normal"/>${opgave}<w:qFormat/>${binnen}</w:style>`;
const kopstijl = (id, naam, diepte, maat, voor) => stijl(id, naam, `<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${voor}" w:after="80"/>${diepte === null ? "" : `<w:outlineLvl w:val="${diepte}"/>`}</w:pPr><w:rPr><w:b/><w:color w:val="0B4A86"/><w:sz w:val="${maat}"/></w:rPr>`, '<w:next w:val="Normal"/>');
const lijnen = ["top", "left", "bottom", "right", "insideH", "insideV"].map((kant) => `<w:${kant} w:val="single" w:sz="4" w:space="0" w:color="6B7A89"/>`).join("");
const STIJLEN = `${BEGIN}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="20"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="90" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
  + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
  + kopstijl("Title", "Title", null, 36, 0)
  + kopstijl("Heading1", "heading 1", 0, 28, 280)
  + kopstijl("Heading2", "heading 2", 1, 23, 180)
  + stijl("ListBullet", "List Bullet", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/></w:pPr>')
  + stijl("Caption", "caption", '<w:pPr><w:keepNext/><w:spacing w:before="80" w:after="60"/></w:pPr><w:rPr><w:i/><w:sz w:val="19"/></w:rPr>')
  + stijl("Tabeltekst", "Tabeltekst", '<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="19"/></w:rPr>')
  + stijl("Tabelkop", "Tabelkop", '<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:sz w:val="19"/></w:rPr>')
  + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4A86"/><w:u w:val="single"/></w:rPr></w:style>'
  + `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${lijnen}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

const OPSOMMING = `${BEGIN}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
