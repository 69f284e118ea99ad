import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { durationParts } from '../time/duration.ts';
import type { Language } from './language.ts';
import type { Words } from './zh/index.ts';

export type WordGroup = keyof Words['words'];

/** How a page speaks: sentences by key, the words of the field by group and code, lengths of time. */
export interface Speech {
  readonly t: TFunction;
  readonly language: Language;
  /** The word for a code of the API; a code without one is shown as it is. */
  readonly word: (group: WordGroup, code: string) => string;
  /** Milliseconds in words: `3天4小时`. */
  readonly length: (milliseconds: number) => string;
  /** Which of two names to show: the Chinese one, or the English one where there is one. */
  readonly nameOf: (named: { readonly name: string; readonly nameEn?: string | null }) => string;
}

export function useWords(): Speech {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(() => speechOf(t, language), [t, language]);
}

function speechOf(t: TFunction, language: Language): Speech {
  return {
    t,
    language,
    word: (group, code) => t(`words.${group}.${code}` as never, { defaultValue: code }),
    length: (milliseconds) => {
      const { unit, great, small } = durationParts(milliseconds);
      return t(`time.${unit}`, { great, small });
    },
    nameOf: ({ name, nameEn }) => (language === 'en' && nameEn ? nameEn : name),
  };
}
