import { Button } from 'antd';
import { chooseLanguage } from '../language/language.ts';
import { useWords } from '../language/use-words.ts';

/** Changes between the two languages; the button is written in the other one. */
export function LanguageButton() {
  const { t, language } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void chooseLanguage(other)}>
      {t('frame.otherLanguage')}
    </Button>
  );
}
