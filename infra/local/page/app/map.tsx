import type { JSX } from 'preact';

type Place = { readonly latitude: number; readonly longitude: number; readonly title: string };

/** A place as a small drawn card: no tiles are fetched, the streets only hint at a map. The link opens a real one. */
export const MapCard = ({ latitude, longitude, title }: Place): JSX.Element => {
  const turn = Math.round(((latitude * 7919 + longitude * 104_729) % 1) * 40) - 20;
  const shift = Math.round((longitude * 1000) % 40);
  return (
    <a
      class="map"
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
      target="_blank"
      rel="noreferrer"
      aria-label={`Open the map: ${title || 'a place'}`}
    >
      <svg viewBox="0 0 260 130" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
        <rect class="map-land" width="260" height="130" />
        <g transform={`rotate(${turn} 130 65) translate(${shift - 20} 0)`}>
          <path class="map-park" d="M20 78h62v44H20Z" />
          <path class="map-water" d="M-80 -70H360V-6C270 8 220-8 150 0S20 16 -80 4Z" />
          <g class="map-houses">
            <path d="M22 22h26v20H22ZM54 18h30v24H54ZM100 20h24v22h-24ZM166 24h34v18h-34ZM206 20h28v22h-28ZM100 76h26v18h-26ZM100 100h34v18h-34ZM166 78h22v16h-22ZM194 78h36v20h-36ZM166 102h30v18h-30ZM238 60h26v40h-26Z" />
          </g>
          <g class="map-streets">
            <path d="M-60 58H330M92-60V200M156-60V200M-60 132H330M12-60V200M246-60V200" />
            <path class="map-avenue" d="M-60 66H330M148-60 152 200" />
          </g>
        </g>
        <ellipse class="map-shadow" cx="130" cy="74" rx="8" ry="3" />
        <path class="map-pin" d="M130 74s-15-14-15-26a15 15 0 0 1 30 0c0 12-15 26-15 26Z" />
        <circle class="map-hole" cx="130" cy="48" r="5.5" />
      </svg>
      <span class="map-title" dir="auto">
        {title || 'Location'}
        <small>
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </small>
      </span>
    </a>
  );
};
