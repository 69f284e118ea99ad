/** Bytes of a WAL segment: PostgreSQL's default, which the built-in server uses. */
export const SEGMENT_BYTES = 16 * 1024 * 1024;
const SEGMENT = BigInt(SEGMENT_BYTES);
const SEGMENTS_OF_A_FILE_NUMBER = 0x1_0000_0000n / SEGMENT;

/** A segment of the WAL: on which line of time, and which one. */
export interface Segment {
  readonly timeline: number;
  readonly number: bigint;
}

/** Reads a position as PostgreSQL writes it, `16/B374D848`. Throws a RangeError for anything else. */
export function positionOf(text: string): bigint {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
  if (high === undefined || low === undefined) throw new RangeError(`"${text}" is not a position in the WAL`);
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** Writes a position as PostgreSQL does. */
export function positionText(position: bigint): string {
  return `${(position >> 32n).toString(16)}/${(position & 0xffff_ffffn).toString(16)}`.toUpperCase();
}

export function segmentAt(position: bigint): bigint {
  return position / SEGMENT;
}

export function startOfSegment(number: bigint): bigint {
  return number * SEGMENT;
}

/** The name of a segment's file: `000000010000000000000003`. */
export function segmentName({ timeline, number }: Segment): string {
  const parts = [BigInt(timeline), number / SEGMENTS_OF_A_FILE_NUMBER, number % SEGMENTS_OF_A_FILE_NUMBER];
  return parts.map(hexadecimal).join('');
}

/** The segment that a file's name says; undefined for other files. */
export function segmentNamed(name: string): Segment | undefined {
  const [, timeline, file, part] = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})$/.exec(name) ?? [];
  if (timeline === undefined) return undefined;
  const number = BigInt(`0x${file}`) * SEGMENTS_OF_A_FILE_NUMBER + BigInt(`0x${part}`);
  return { timeline: Number.parseInt(timeline, 16), number };
}

/** The name of the file that tells where a line of time branched off: `00000002.history`. */
export function historyName(timeline: number): string {
  return `${hexadecimal(BigInt(timeline))}.history`;
}

function hexadecimal(number: bigint): string {
  return number.toString(16).toUpperCase().padStart(8, '0');
}
