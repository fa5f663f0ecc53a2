import type { Page } from 'playwright-core';

/** As a camera saves it: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf */
const TAGS = { orientation: 0x0112, place: 0x8825, latitude: 2 } as const;

/** Turned by a quarter to the right, as phones save what was taken upright. */
const UPRIGHT = 6;

/** A JPEG of 1600 × 1200 pixels as a phone's camera makes it: lying on its side, with the place where it was taken. */
export const photoWithPlace = async (page: Page): Promise<Buffer> => {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1200;
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('This browser draws nothing.');
    const sky = brush.createLinearGradient(0, 0, 1600, 1200);
    sky.addColorStop(0, '#8a949c');
    sky.addColorStop(1, '#22262b');
    brush.fillStyle = sky;
    brush.fillRect(0, 0, 1600, 1200);
    for (const [radius, colour] of [
      [480, '#15171a'],
      [330, '#b9bec4'],
      [250, '#7d848b'],
      [90, '#2a2d31'],
    ] as const) {
      brush.fillStyle = colour;
      brush.beginPath();
      brush.arc(800, 600, radius, 0, 2 * Math.PI);
      brush.fill();
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(drawn, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
};

/** An APP1 segment that says how the camera was held and that it stood at 40.64 degrees north. */
const exif = (): Buffer => {
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const number = (size: 2 | 4, value: number): Buffer => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntBE(value, 0, size);
    return bytes;
  };
  const degrees = [40, 1, 38, 1, 24, 1].map((value) => number(4, value));
  const tiff = Buffer.concat([
    Buffer.from('MM\0*', 'latin1'),
    number(4, 8),
    number(2, 2),
    entry(TAGS.orientation, 3, 1, UPRIGHT),
    entry(TAGS.place, 4, 1, 38),
    number(4, 0),
    number(2, 1),
    entry(TAGS.latitude, 5, 3, 56),
    number(4, 0),
    ...degrees,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), number(2, body.length + 2), body]);
};
