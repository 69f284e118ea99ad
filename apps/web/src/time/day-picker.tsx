import { Input } from 'antd';

interface DayPickerProps {
  readonly id?: string;
  /** `2026-12-31`. */
  readonly value?: string;
  readonly onChange?: (day: string | undefined) => void;
}

/** Picks a day of the city's calendar. */
export function DayPicker({ value, onChange, ...rest }: DayPickerProps) {
  return (
    <Input {...rest} type="date" value={value ?? ''} onChange={({ target }) => onChange?.(target.value || undefined)} />
  );
}
