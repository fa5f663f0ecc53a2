import { type Language, languages } from '#shared/domain/language.ts';

/** The templates that this product sends, by their names at Meta. */
export type TemplateName =
  | 'visit_reminder'
  | 'visit_expected'
  | 'visit_update'
  | 'visit_rating'
  | 'estimate_ready'
  | 'advisor_message';

/**
 * A message that Meta approves before it may be sent outside the 24 hours after a person's last words.
 * Limits: https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components
 */
export type TemplateDefinition = {
  /** `[a-z0-9_]`, at most 512 characters; together with the language it is the key at Meta. */
  readonly name: string;
  readonly category: string;
  /** Exactly the code under which it is sent: `en` is not `en_US`. */
  readonly language: string;
  readonly header: FilledText | null;
  readonly body: FilledText;
  readonly footer: string | null;
  readonly buttons: readonly TemplateButton[];
};

/** A text with variables `{{1}}`, `{{2}}`…, and an example for each of them. */
export type FilledText = { readonly text: string; readonly examples: readonly string[] };

export type TemplateButton =
  | { readonly kind: 'reply'; readonly text: string }
  /** `url` may end in one variable; `example` is then the whole address. */
  | { readonly kind: 'url'; readonly text: string; readonly url: string; readonly example: string | null }
  /** Digits of an international number with "+". */
  | { readonly kind: 'phone'; readonly text: string; readonly phone: string };

/** A template of ours: tied to a visit or request of the person, never advertising. */
export type UtilityTemplate = TemplateDefinition & {
  readonly name: TemplateName;
  readonly category: 'UTILITY';
  readonly language: Language;
};

/** One template's words in one language: what differs between the languages. */
type Wording = {
  readonly body: string;
  readonly examples: readonly string[];
  readonly footer: string | null;
  readonly replies: readonly string[];
};

/** The same template in every language; one that is missing does not compile. */
export function inEveryLanguage(
  name: TemplateName,
  wordings: Readonly<Record<Language, Wording>>,
): readonly UtilityTemplate[] {
  const template = (language: Language): UtilityTemplate => {
    const { body, examples, footer, replies } = wordings[language];
    return {
      name,
      category: 'UTILITY',
      language,
      header: null,
      body: { text: body, examples },
      footer,
      buttons: replies.map((text) => ({ kind: 'reply', text })),
    };
  };
  return languages.map(template);
}
