/** The drawn pictures that the page offers, as `samples.ts` beside this folder draws and the station serves them. */
export const SAMPLES = [
  { name: 'Engine lamp', url: '/samples/engine-lamp.svg' },
  { name: 'Nail in a tyre', url: '/samples/tyre.svg' },
  { name: 'Dent in a door', url: '/samples/dent.svg' },
  { name: 'Oil under the car', url: '/samples/oil.svg' },
  { name: 'Number plate', url: '/samples/plate.svg' },
] as const;
