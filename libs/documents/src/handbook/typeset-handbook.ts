import { typeset } from '../typesetting/typeset.ts';
import type { HandbookFacts } from './handbook-facts.ts';

/** 受理办理工作手册 as a PDF (A4, Chinese), with a table of contents and a section for each category. */
export function typesetHandbook(facts: HandbookFacts): Promise<Uint8Array> {
  return typeset(new URL('handbook.typ', import.meta.url), facts);
}
