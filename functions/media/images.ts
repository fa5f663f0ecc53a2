import type { IMagickImage } from '@imagemagick/magick-wasm';
import { displayProfile, srgb } from './icc.ts';
import { type PictureType, pictures } from './type-of.ts';

/** A picture written anew, or why not: its bytes are no whole picture, or it has more pixels than anybody needs. */
export type Redrawn =
  | { readonly kind: 'picture'; readonly mime: 'image/jpeg' | 'image/webp'; readonly content: Uint8Array }
  | { readonly kind: 'failed'; readonly why: 'damaged' | 'tooLarge' };

/** How a picture is written: as a photo (JPEG on white) or as a sticker (WebP that lets through), in at most so many bytes. */
export type Drawing = {
  readonly from: PictureType;
  readonly as: 'photo' | 'sticker';
  readonly bytes: number;
};

export type Images = (content: Uint8Array, drawing: Drawing) => Promise<Redrawn>;

/** The longest side of what is written, in pixels: enough to read a dashboard light or a number plate. */
export const longestSide = { photo: 2_560, sticker: 512 } as const;
/** Phones take up to 50 megapixels (8,192 by 6,144); whatever claims more is made to fill memory. */
export const mostPixels = 51_000_000;
const mostSide = 20_000;
const qualities = [85, 70, 50] as const;

type Magick = typeof import('@imagemagick/magick-wasm');

/**
 * Opens ImageMagick when the first picture comes: 15 MB of WebAssembly, about 0.15 s. What is written holds pixels only: turned
 * upright, in RGB, and no place, camera, preview or comment. The decoder is named by our own look at the bytes,
 * so that no other of its formats can be reached. `wasm`: the bytes of its binary.
 */
export function createImages(wasm: () => Promise<Uint8Array>): Images {
  let opened: Promise<Magick> | undefined;
  const open = async () => {
    const magick = await import('@imagemagick/magick-wasm');
    await magick.initializeImageMagick(await wasm());
    // Refused while the head is read, before anything is unpacked.
    magick.ResourceLimits.width = BigInt(mostSide);
    magick.ResourceLimits.height = BigInt(mostSide);
    return magick;
  };
  return async (content, drawing) => {
    opened ??= open();
    const magick = await opened;
    if (drawing.from === 'image/jpeg' && !isWhole(content)) return { kind: 'failed', why: 'damaged' };
    try {
      return redraw(magick, content, drawing);
    } catch (thrown) {
      if (!(thrown instanceof magick.MagickError)) throw thrown;
      return {
        kind: 'failed',
        why: /width or height exceeds limit/i.test(thrown.message) ? 'tooLarge' : 'damaged',
      };
    }
  };
}

/** The decoder paints the missing rest of a cut JPEG grey and says nothing; its end mark is missing then. */
function isWhole(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.length).lastIndexOf(endOfImage) > 0;
}
const endOfImage = Buffer.from([0xff, 0xd9]);

function redraw(magick: Magick, content: Uint8Array, { from, as, bytes }: Drawing): Redrawn {
  const { ImageMagick, MagickGeometry, MagickImageInfo, MagickReadSettings } = magick;
  const side = longestSide[as];
  const settings = new MagickReadSettings({ format: pictures[from] });
  const { width, height } = MagickImageInfo.create(content, settings);
  if (width * height > mostPixels) return { kind: 'failed', why: 'tooLarge' };
  // JPEG is unpacked at a half, a quarter … where that is still large enough: a fraction of time and memory. (It would also be
  // unpacked larger than it is.)
  if (Math.max(width, height) > side) settings.setDefine('jpeg:size', `${side}x${side}`);
  return ImageMagick.read(content, settings, (image) => {
    image.autoOrient();
    image.resize(new MagickGeometry(`${side}x${side}>`));
    asScreensShow(magick, image);
    if (as === 'photo') {
      image.backgroundColor = new magick.MagickColor('white');
      image.alpha(magick.AlphaAction.Remove);
    }
    image.strip();
    return written(magick, image, as, bytes);
  });
}

/** What every screen shows alike: the colours of a wider display or of print are counted over, as the picture's own profile says. */
function asScreensShow(magick: Magick, image: IMagickImage): void {
  try {
    if (image.getColorProfile()) image.transformColorSpace(new magick.ColorProfile(displayProfile(srgb)));
  } catch (thrown) {
    // A broken profile says nothing: the colours are taken as they are.
    if (!(thrown instanceof magick.MagickError)) throw thrown;
  }
  if (image.colorSpace !== magick.ColorSpace.sRGB) image.colorSpace = magick.ColorSpace.sRGB;
}

/** The best quality that fits. */
function written({ MagickFormat }: Magick, image: IMagickImage, as: Drawing['as'], bytes: number): Redrawn {
  const [format, mime] =
    as === 'photo'
      ? ([MagickFormat.Jpeg, 'image/jpeg'] as const)
      : ([MagickFormat.WebP, 'image/webp'] as const);
  for (const quality of qualities) {
    image.quality = quality;
    const content = image.write(format, (data) => new Uint8Array(data));
    if (content.byteLength <= bytes) return { kind: 'picture', mime, content };
  }
  return { kind: 'failed', why: 'tooLarge' };
}
