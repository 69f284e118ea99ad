import dayjsConfig from '@rc-component/picker/generate/dayjs';
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { serverNow } from './clock.ts';
import { instantOf, wallClock } from './local-time.ts';

/** The picker counts in the city's wall clock alone, so that no zone or summer time of the browser moves what is picked. */
const WallClockPicker = DatePicker.generatePicker<Dayjs>({
  ...dayjsConfig,
  getNow: () => wallClock(serverNow()),
  getFixedDate: (text) => dayjs.utc(text, 'YYYY-M-DD'),
  locale: {
    ...dayjsConfig.locale,
    parse: (_locale, text, formats) => {
      const [format] = formats;
      const parsed = dayjs.utc(text, format, true);
      return parsed.isValid() ? parsed : null;
    },
  },
});

interface InstantPickerProps {
  readonly id?: string;
  /** RFC 3339, as a form holds it. */
  readonly value?: string;
  readonly onChange?: (instant: string | undefined) => void;
}

/** Picks an instant by the clock of the city; its value is RFC 3339 with +08:00. */
export function InstantPicker({ id, value, onChange, ...rest }: InstantPickerProps) {
  return (
    <WallClockPicker
      {...rest}
      {...(id ? { id } : {})}
      value={value ? wallClock(value) : null}
      onChange={(picked) => onChange?.(picked && !Array.isArray(picked) ? instantOf(picked) : undefined)}
      format="YYYY-MM-DD HH:mm"
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      needConfirm={false}
      className="full-width"
    />
  );
}
