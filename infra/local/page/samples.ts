/**
 * Pictures that a newcomer can send at once, as SVG by the path they are served under. Drawn here, so that the page shows
 * nobody's car; what is sent is a JPEG that the page draws from them.
 */

export const drawSamples = (): Readonly<Record<string, string>> => ({
  '/samples/engine-lamp.svg': frame(
    `<rect width="960" height="720" fill="url(#g)"/><path d="M0 720V560q480-120 960 0v160Z" fill="#07090c"/>${gauge(210, -70)}${gauge(750, 24)}<path d="${ENGINE}" fill="#ff9d1e" filter="url(#b)" opacity=".8"/><path d="${ENGINE}" fill="none" stroke="#ffb13d" stroke-width="13" stroke-linejoin="round"/><text x="480" y="540" fill="#e8edf4" font-family="monospace" font-size="40" text-anchor="middle">84 120 km</text>`,
  ),
  '/samples/tyre.svg': frame(
    `<rect width="960" height="720" fill="#9aa6ae"/><path d="M0 560h960v160H0Z" fill="url(#a)"/><path d="M0 0h960v150Q480 320 0 150Z" fill="url(#p)"/><ellipse cx="480" cy="650" rx="310" ry="34" fill="#2c2d30" opacity=".6"/><g transform="translate(480 385)"><circle r="270" fill="#17181a"/><g stroke="#33363a" stroke-width="8">${tread}</g><circle r="196" fill="#202226"/><circle r="166" fill="#3a3e44"/>${spokes}<circle r="64" fill="#8f969e"/>${nuts}</g><g transform="translate(690 220) rotate(40)"><path d="M-7 0h14l-4 92h-6Z" fill="#c8cdd3"/><ellipse rx="24" ry="10" fill="#e7ebef"/></g><circle cx="684" cy="246" r="78" fill="none" stroke="#ffdd33" stroke-width="8" stroke-dasharray="20 12"/>`,
  ),
  '/samples/dent.svg': frame(
    `<rect width="960" height="720" fill="url(#p)"/><path d="M0 0h960v96q-480 60-960 10Z" fill="#1b2733"/><path d="M0 118q480 44 960-12" fill="none" stroke="#c8def2" stroke-width="6" opacity=".7"/><path d="M150 120 120 720M860 112l24 608" fill="none" stroke="#16334f" stroke-width="9"/><rect x="690" y="200" width="140" height="40" rx="20" fill="#1d3f61"/><rect x="696" y="196" width="128" height="30" rx="15" fill="#87aed4"/><ellipse cx="440" cy="440" rx="190" ry="120" fill="#1b3f62" filter="url(#b)"/><ellipse cx="470" cy="474" rx="140" ry="76" fill="#a9c9e7" filter="url(#b)" opacity=".75"/><ellipse cx="425" cy="425" rx="104" ry="62" fill="#234a70" filter="url(#b)"/><g fill="none" stroke="#eef4fa" stroke-width="4" opacity=".85"><path d="M330 400q70 30 190 16M350 424q60 22 120 14M396 452q50 14 120-2"/></g><path d="M0 610q480 60 960-10" fill="none" stroke="#17375a" stroke-width="20"/>`,
  ),
  '/samples/oil.svg': frame(
    `<rect width="960" height="720" fill="url(#a)"/><path d="M0 0h960v230q-60 60-150 60H150Q60 290 0 230Z" fill="#22252a"/><path d="M0 210q60 66 150 66h660q90 0 150-66" fill="none" stroke="#3d434b" stroke-width="14"/><path d="M380 120h220v150H380Z" fill="#3a3f46"/><circle cx="490" cy="262" r="20" fill="#6b7178"/><path d="M486 284q8 60 4 90" stroke="#1a120a" stroke-width="7" fill="none"/><ellipse cx="490" cy="520" rx="270" ry="120" fill="#191008"/><ellipse cx="330" cy="590" rx="110" ry="46" fill="#191008"/><ellipse cx="720" cy="470" rx="70" ry="30" fill="#191008"/><ellipse cx="430" cy="490" rx="120" ry="36" fill="#7a5a2c" opacity=".55" filter="url(#b)"/><path d="M340 480q80-50 210-24" stroke="#d8b26a" stroke-width="8" fill="none" opacity=".6"/>`,
  ),
  '/samples/plate.svg': frame(
    `<rect width="960" height="720" fill="url(#p)"/><path d="M0 470h960v250H0Z" fill="#1a1f26"/><path d="M0 470q480 40 960 0" stroke="#c4daef" stroke-width="6" fill="none" opacity=".6"/><rect x="60" y="120" width="190" height="110" rx="36" fill="#b3261e"/><rect x="710" y="120" width="190" height="110" rx="36" fill="#b3261e"/><rect x="190" y="290" width="580" height="136" rx="12" fill="#f8f9fa" stroke="#20262d" stroke-width="8"/><rect x="196" y="296" width="62" height="124" fill="#1d4aa8"/><text x="227" y="408" fill="#fff" font-family="Arial" font-size="32" font-weight="700" text-anchor="middle">GR</text><text x="512" y="392" fill="#14181d" font-family="Arial" font-size="94" font-weight="700" letter-spacing="8" text-anchor="middle">NIK 4821</text>`,
  ),
});

const frame = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720"><defs><radialGradient id="g" cx=".5" cy=".4" r=".8"><stop offset="0" stop-color="#3a4452"/><stop offset="1" stop-color="#0c0f14"/></radialGradient><linearGradient id="p" x2=".3" y2="1"><stop offset="0" stop-color="#8fb4d8"/><stop offset=".5" stop-color="#3f6f9f"/><stop offset="1" stop-color="#234a70"/></linearGradient><linearGradient id="a" y2="1"><stop offset="0" stop-color="#8b8d90"/><stop offset="1" stop-color="#5d5f63"/></linearGradient><filter id="b"><feGaussianBlur stdDeviation="16"/></filter></defs>${body}</svg>`;

const ENGINE =
  'M370 330h40v-30h-30v-22h96v22h-30v30h62l34 34h28v-26h26v108h-26v-24h-28v34h-40l-26 24H404l-34-32v-30h-26v40h-24V350h24v40h26Z';

const gauge = (x: number, turn: number): string => {
  const marks = Array.from(
    { length: 9 },
    (_, i) => `<path d="M0-150v${i % 2 ? 18 : 30}" transform="rotate(${i * 30 - 120})"/>`,
  );
  return `<g transform="translate(${x} 330)"><circle r="180" fill="#11151b" stroke="#566173" stroke-width="6"/><g stroke="#d9e2ee" stroke-width="6">${marks.join('')}</g><path d="M-7 0 0-140 7 0Z" fill="#ff5a3c" transform="rotate(${turn})"/><circle r="22" fill="#2a313c"/></g>`;
};

const nuts = [0, 72, 144, 216, 288]
  .map((turn) => `<circle cy="-46" r="9" fill="#666c74" transform="rotate(${turn})"/>`)
  .join('');
const spokes = [0, 72, 144, 216, 288]
  .map((turn) => `<path d="M-26-40-34-150H34L26-40Z" fill="#aeb5bd" transform="rotate(${turn})"/>`)
  .join('');
const tread = Array.from(
  { length: 36 },
  (_, i) => `<path d="M-9-268 9-244" transform="rotate(${i * 10})"/>`,
).join('');
