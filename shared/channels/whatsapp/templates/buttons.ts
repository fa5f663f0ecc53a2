import type { TemplateButton } from './definition.ts';

/** What Meta would refuse about a template's buttons, in words. */
export function validateButtons(buttons: readonly TemplateButton[]): readonly string[] {
  const of = (kind: TemplateButton['kind']) => buttons.filter((button) => button.kind === kind).length;
  return [
    ...(buttons.length > 10 ? [`there are ${buttons.length} buttons, at most 10 are allowed`] : []),
    ...(of('url') > 2 ? [`there are ${of('url')} links, at most 2 are allowed`] : []),
    ...(of('phone') > 1 ? [`there are ${of('phone')} phone buttons, at most 1 is allowed`] : []),
    ...(new Set(buttons.map(({ text }) => text)).size < buttons.length ? ['two buttons say the same'] : []),
    ...(regrouped(buttons) ? ['replies and other buttons are mixed'] : []),
    ...buttons.flatMap(validateButton),
  ];
}

function validateButton(button: TemplateButton, index: number): readonly string[] {
  const { text } = button;
  const name = `button ${index + 1}`;
  return [
    ...(text.trim() === '' ? [`${name} is empty`] : []),
    ...(text.length > 25 ? [`${name} has ${text.length} characters, at most 25 are allowed`] : []),
    ...(/\{\{|\}\}/.test(text) ? [`${name} has a variable`] : []),
    // Code 2388060: https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components
    ...(/[\n*_~`]|\p{Extended_Pictographic}/u.test(text) ? [`${name} has an emoji or formatting`] : []),
    ...validateTarget(button).map((finding) => `${name} ${finding}`),
  ];
}

function validateTarget(button: TemplateButton): readonly string[] {
  switch (button.kind) {
    case 'reply':
      return [];
    case 'phone':
      return /^\+\d{5,15}$/.test(button.phone) ? [] : ['has no international number'];
    case 'url': {
      const [fixed = '', ...more] = button.url.split('{{1}}');
      const suffix = more.length > 0;
      return [
        ...(fixed.startsWith('https://') ? [] : ['has no https link']),
        ...(/[{}]/.test(fixed) || (suffix && more.join() !== '') ? ['has a variable that is no suffix'] : []),
        ...(suffix === (button.example !== null)
          ? []
          : ['needs an example exactly when its link has a variable']),
      ];
    }
  }
}

/** Replies stand together, before or after all others: a template that mixes them is refused. */
function regrouped(buttons: readonly TemplateButton[]): boolean {
  const kinds = buttons.map(({ kind }) => kind === 'reply');
  return kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length > 1;
}
