import { Link } from 'react-router';
import { objectsIn, textIn, type Payload } from '../case/payload.ts';
import { useWords } from '../language/use-words.ts';

/** The articles that an answer was taken from, each in the version that was read out. */
export function CitedArticles({ payload }: { payload: Payload }) {
  const { t } = useWords();
  const cited = objectsIn(payload, 'articles').map((one) => ({
    articleId: textIn(one, 'articleId'),
    version: textIn(one, 'version'),
  }));
  if (cited.length === 0) return null;
  return (
    <div className="course-tags">
      {cited.map(({ articleId, version }) => (
        <Link key={articleId} to={`/knowledge/${articleId}?version=${version}`}>
          {t('knowledge.cited', { article: articleId.replace('article-', ''), version })}
        </Link>
      ))}
    </div>
  );
}
