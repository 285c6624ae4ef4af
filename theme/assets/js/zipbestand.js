// Namen met inhoud → een zipbestand waarin niets is samengeperst.

const KOP = 0x04034b50;
const REGISTER = 0x02014b50;
const EINDE = 0x06054b50;
const VERSIE = 20;
const UTF8 = 0x0800;
// 1 januari 1980, de vroegste dag die een zipbestand kent: dezelfde inhoud geeft dezelfde bytes.
const DAG = 0x0021;

// bestanden: lijst van [naam, tekst].
export function maakZip(bestanden) {
  const schrijver = new TextEncoder();
  const delen = [];
  const register = [];
  let plaats = 0;
  for (const [naam, tekst] of bestanden) {
    const naambytes = schrijver.encode(naam);
    const inhoud = schrijver.encode(tekst);
    const gedeeld = [[2, VERSIE], [2, UTF8], [2, 0], [2, 0], [2, DAG], [4, crc32(inhoud)], [4, inhoud.length], [4, inhoud.length], [2, naambytes.length], [2, 0]];
    register.push(getallen([[4, REGISTER], [2, VERSIE], ...gedeeld, [2, 0], [2, 0], [2, 0], [4, 0], [4, plaats]]), naambytes);
    const kop = getallen([[4, KOP], ...gedeeld]);
    delen.push(kop, naambytes, inhoud);
    plaats += kop.length + naambytes.length + inhoud.length;
  }
  const lengte = register.reduce((som, { length }) => som + length, 0);
  const aantal = bestanden.length;
  const einde = getallen([[4, EINDE], [2, 0], [2, 0], [2, aantal], [2, aantal], [4, lengte], [4, plaats], [2, 0]]);
  return new Blob([...delen, ...register, einde]);
}

// Getallen van twee of vier bytes, het laagste byte eerst.
function getallen(velden) {
  const bytes = new DataView(new ArrayBuffer(velden.reduce((som, [breedte]) => som + breedte, 0)));
  let plek = 0;
  for (const [breedte, waarde] of velden) {
    if (breedte === 2) bytes.setUint16(plek, waarde, true);
    else bytes.setUint32(plek, waarde, true);
    plek += breedte;
  }
  return new Uint8Array(bytes.buffer);
}

const TABEL = Uint32Array.from({ length: 256 }, (_, waarde) => {
  for (let bit = 0; bit < 8; bit++) waarde = waarde & 1 ? (waarde >>> 1) ^ 0xedb88320 : waarde >>> 1;
  return waarde;
});

function crc32(bytes) {
  let stand = 0xffffffff;
  for (const byte of bytes) stand = TABEL[(stand ^ byte) & 0xff] ^ (stand >>> 8);
  return (stand ^ 0xffffffff) >>> 0;
}
