export * from './calendar-rows.ts';
export * from './public-holidays.ts';
