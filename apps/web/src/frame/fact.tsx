import type { ReactNode } from 'react';

/** A fact of a list of facts, by its name; nothing when there is none. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** An instant as a fact, in figures of one width. */
export function Figures({ children }: { children: ReactNode }) {
  return <span className="tabular">{children}</span>;
}
