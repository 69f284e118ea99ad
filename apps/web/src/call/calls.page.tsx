import { PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { CallFigures } from './call-figures.tsx';
import { CallList } from './call-list.tsx';

const VIEWS = ['owed', 'all', 'figures'] as const;
type View = (typeof VIEWS)[number];

/** 来电与回拨: whom to call back, every call and what it came to, how calls were answered. The mayor sees the figures. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  const views = role === 'mayor' ? (['figures'] as const) : VIEWS;
  const view: View = views.find((each) => each === search.get('view')) ?? views[0];
  return (
    <Page
      title={t('frame.place.calls')}
      extra={
        <>
          {views.length > 1 && (
            <Segmented<View>
              value={view}
              onChange={(chosen) => setSearch({ view: chosen })}
              options={views.map((each) => ({ value: each, label: t(`call.${each}`) }))}
            />
          )}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
        </>
      }
    >
      {view === 'figures' ? <CallFigures /> : <CallList key={view} owed={view === 'owed'} />}
    </Page>
  );
}
