import { App, Drawer } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useWords } from '../language/use-words.ts';
import { ActionForm } from './action-form.tsx';
import type { ActionName, Changed, Situation, Target } from './action.ts';
import { actionOf } from './actions.ts';

interface Asked {
  readonly name: ActionName;
  readonly target: Target;
  readonly situation: Situation;
}

interface ActionDrawer {
  readonly open: (asked: Asked) => void;
  /** Belongs somewhere into the page. */
  readonly drawer: ReactNode;
}

/** Lets a page open the form of an action at its side. */
export function useActionDrawer(onDone?: (changed: Changed) => void): ActionDrawer {
  const { t } = useWords();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked>();
  const [isOpen, setOpen] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  const done = (changed: Changed): void => {
    setOpen(false);
    if (asked) void message.success(t('action.done', { action: t(`action.name.${asked.name}`) }));
    onDone?.(changed);
  };
  const drawer = (
    <Drawer
      open={isOpen}
      onClose={() => setOpen(false)}
      afterOpenChange={(opened) => (opened ? focusFirst(body.current) : setAsked(undefined))}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      title={asked && t(`action.name.${asked.name}`)}
      destroyOnHidden
      className="no-print"
    >
      <div ref={body}>
        {asked && (
          <>
            <About asked={asked} />
            <ActionForm
              key={JSON.stringify([asked.name, asked.target])}
              action={actionOf(asked.name)}
              target={asked.target}
              situation={asked.situation}
              onDone={done}
            />
          </>
        )}
      </div>
    </Drawer>
  );
  return {
    drawer,
    open: (next) => {
      setAsked(next);
      setOpen(true);
    },
  };
}

/** Whom or what it is about, and what one should know. */
function About({ asked: { name, target, situation } }: { asked: Asked }) {
  const { t } = useWords();
  const hint = t(`action.hint.${name}` as never, { defaultValue: '' });
  return (
    <>
      {target.caseNumber && (
        <p className="quiet" style={{ marginTop: 0 }}>
          {target.caseNumber} {situation.case?.title ?? situation.report?.caseTitle ?? situation.about}
        </p>
      )}
      {!target.caseNumber && situation.about && <p className="quiet">{situation.about}</p>}
      {situation.unitName && <p>{t('action.for', { unit: situation.unitName })}</p>}
      {hint && <p>{hint}</p>}
    </>
  );
}

const INPUTS = 'input:not([type=hidden]):not([disabled]), textarea, button[type=submit]';

function focusFirst(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>(INPUTS)?.focus();
}
