import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Tag } from 'antd';
import { useState } from 'react';
import type { ArticleCitation, ArticleRow } from '@hotline/contracts-http';
import { useAtRest } from '../intake/use-at-rest.ts';
import { useWords } from '../language/use-words.ts';
import { ArticleList } from './article-list.tsx';
import { articleQueryOf, articlesQueryOf } from './knowledge-queries.ts';
import './knowledge.css';

const SHOWN = 5;

interface ArticlePickerProps {
  readonly id?: string;
  readonly value?: readonly ArticleCitation[];
  readonly onChange?: (citations: readonly ArticleCitation[]) => void;
  /** What is looked for at first. */
  readonly about: string;
}

/** Searches the knowledge base beside an answer; what is taken goes into the answer's words, and is named with its version. */
export function ArticlePicker({ id, value = [], onChange, about }: ArticlePickerProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(about.slice(0, 100));
  const q = useAtRest(typed, 250).trim();
  const { data } = useQuery({ ...articlesQueryOf({ q, offered: 'true', limit: SHOWN }), enabled: q !== '' });
  const take = useTake(value, onChange);
  const items = q === '' ? [] : (data?.items ?? []);
  return (
    <div>
      <Input.Search
        {...(id ? { id } : {})}
        placeholder={t('knowledge.search')}
        maxLength={100}
        allowClear
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={(event) => event.preventDefault()}
      />
      <div className="picker" aria-live="polite">
        {items.length === 0 ? (
          <span className="quiet">{t('knowledge.none')}</span>
        ) : (
          <ArticleList
            rows={items}
            act={(row) => (
              <Button size="small" onClick={() => void take(row)}>
                {t('knowledge.take')}
              </Button>
            )}
          />
        )}
      </div>
      {value.map(({ articleId, version }) => (
        <Tag
          key={articleId}
          closable
          onClose={() => onChange?.(value.filter((citation) => citation.articleId !== articleId))}
        >
          {t('knowledge.cited', { article: articleId.replace('article-', ''), version })}
        </Tag>
      ))}
    </div>
  );
}

/** Puts an article's answer behind what was typed so far, to be changed at will, and names the article. */
function useTake(value: readonly ArticleCitation[], onChange: ArticlePickerProps['onChange']) {
  const { t } = useWords();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const form = Form.useFormInstance();
  return async ({ articleId }: ArticleRow): Promise<void> => {
    const { published } = await queryClient.fetchQuery({ ...articleQueryOf(articleId), staleTime: 0 });
    if (!published) return void message.warning(t('knowledge.goneMeanwhile'));
    const typed = String(form.getFieldValue('text') ?? '').trimEnd();
    form.setFieldValue('text', typed ? `${typed}\n\n${published.answer}` : published.answer);
    const { version } = published;
    onChange?.([...value.filter((citation) => citation.articleId !== articleId), { articleId, version }]);
  };
}
