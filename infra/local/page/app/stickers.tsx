import type { JSX } from 'preact';
import { Modal } from './modal.tsx';
import { useStation } from './use-station.ts';
import type { Where } from './where.ts';

/** The stickers that can be sent, drawn from their emoji when they are. */
const STICKERS = ['👍', '🙏', '😂', '🚗', '🔧', '🎉'] as const;

/** Stickers are WebP pictures that fill a square of 512 pixels. https://core.telegram.org/stickers */
const SIDE = 512;

/** A sticker as a data URL; undefined where this browser cannot write WebP. */
const draw = (emoji: string): string | undefined => {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const brush = canvas.getContext('2d');
  if (!brush) return undefined;
  brush.font = `${SIDE * 0.78}px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText(emoji, SIDE / 2, SIDE / 2);
  const url = canvas.toDataURL('image/webp', 0.8);
  return url.startsWith('data:image/webp') ? url : undefined;
};

export const StickerSheet = ({
  where,
  close,
}: {
  readonly where: Where;
  readonly close: () => void;
}): JSX.Element => {
  const station = useStation();
  const send = async (emoji: string): Promise<void> => {
    const data = draw(emoji);
    if (data === undefined) station.fail('This browser cannot draw stickers.');
    else if (await station.act({ do: 'sticker', emoji, data, ...where })) close();
  };
  return (
    <Modal title="Send a sticker" shape="sheet" close={close}>
      <div class="stickers">
        {STICKERS.map((emoji, index) => (
          <button
            type="button"
            key={emoji}
            data-first={index === 0 || undefined}
            aria-label={`Sticker ${emoji}`}
            onClick={() => void send(emoji)}
          >
            {emoji}
          </button>
        ))}
      </div>
    </Modal>
  );
};
