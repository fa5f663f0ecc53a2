/** Longest side of a photo in pixels, as Telegram's own apps shrink photos before they are sent. */
const LONGEST = 1280;

/** Telegram's largest album: https://core.telegram.org/bots/api#sendmediagroup */
export const ALBUM = 10;

/** The picture behind an address, ready to be drawn. Rejects where the browser cannot show it. */
export const shown = async (url: string): Promise<HTMLImageElement> => {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  return picture;
};

/** Draws any picture that the browser can read as a JPEG data URL of at most 1280 pixels. Rejects when it cannot be read. */
export const jpegOf = async (url: string): Promise<string> => {
  const picture = await shown(url);
  const scale = Math.min(1, LONGEST / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('This browser has no canvas to shrink photos on.');
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.86);
};
