import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** An empty list says so, and what would bring something. */
export function NothingHere({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{title}</div>
          {hint && <div className="quiet">{hint}</div>}
        </>
      }
    >
      {children}
    </Empty>
  );
}
