import { Fragment } from 'react';
import type { ArticleRow } from '@hotline/contracts-http';

/** Words with what was searched for marked in them. */
export function Marked({ of }: { of: ArticleRow['title'] }) {
  return of.map(({ text, hit }, index) =>
    hit ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
  );
}
