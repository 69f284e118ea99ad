import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chinese } from './zh/index.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT_UNDER = 'hotline.language';

/** Begins in the language kept from before; Chinese when nobody chose. */
export async function beginLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: chinese } },
    interpolation: { escapeValue: false },
  });
  if (keptLanguage() === 'en') await speak('en');
  else settle('zh');
}

/** Changes the language of the whole page and keeps it in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_UNDER, language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { english } = await import('./en/index.ts');
    i18next.addResourceBundle('en', 'translation', english);
  }
  await i18next.changeLanguage(language);
  settle(language);
}

function settle(language: Language): void {
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = i18next.t('frame.title');
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT_UNDER);
  } catch {
    return null;
  }
}
