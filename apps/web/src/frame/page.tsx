import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../language/use-words.ts';

interface PageProps {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, which takes the focus when the page is entered, and names the browser's tab. */
export function Page({ title, beside, extra, children }: PageProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const site = t('frame.title');

  useEffect(() => {
    document.title = `${title} · ${site}`;
  }, [title, site]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
        {extra && <div className="page-head-extra no-print">{extra}</div>}
      </div>
      {children}
    </>
  );
}
