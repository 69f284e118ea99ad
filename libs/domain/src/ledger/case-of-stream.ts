/** The case that a meeting or a report belongs to, by the id of its stream; a case's own stream is the case. */
export const caseOfStream = (stream: string): string => stream.split('-')[0] ?? stream;
