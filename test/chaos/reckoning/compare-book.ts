import type { Deed, Proof } from '../people/book.ts';
import type { Complaint } from './complaint.ts';
import type { LedgerFacts } from './ledger-facts.ts';

/** The people's book against the ledger: what was acknowledged is there once, what was refused is not there. */
export function compareBook(deeds: readonly Deed[], facts: Pick<LedgerFacts, 'events' | 'words'>): Complaint[] {
  const times = counter(facts);
  return [
    ...deeds.flatMap((deed): Complaint[] => {
      const count = times(deed.proof);
      const what = `${deed.id} ${deed.what} ${deed.path}, ${deed.outcome}: ${count} times in the ledger`;
      if (deed.outcome === 'acknowledged' && count === 0) return [{ kind: 'lost', what }];
      if (count > 1) return [{ kind: 'doubled', what }];
      // An event without words may be somebody else's.
      return deed.outcome === 'refused' && deed.proof.by === 'words' && count > 0
        ? [{ kind: 'half-written', what }]
        : [];
    }),
    ...sameRevisions(deeds),
  ];
}

/**
 * How often a proof is found. Words count once for each event of one type that names them, and when no event does, as kept
 * for nothing; papers and reports, which repeat the words of others, are events of other types.
 */
function counter({ events, words }: Pick<LedgerFacts, 'events' | 'words'>): (proof: Proof) => number {
  const naming = new Map<string, number>();
  for (const alike of Map.groupBy(events, ({ type }) => type).values()) {
    const named = Map.groupBy(
      alike.flatMap(({ payload }) => textsNamedBy(payload)),
      (id) => id,
    );
    for (const [id, times] of named) naming.set(id, Math.max(times.length, naming.get(id) ?? 0));
  }
  return (proof) => {
    if (proof.by === 'words')
      return words
        .filter((one) => one.words.includes(proof.mark))
        .reduce((sum, { id }) => sum + Math.max(1, naming.get(id) ?? 1), 0);
    return events.filter(
      ({ stream, type, payload }) =>
        stream === proof.stream &&
        type === proof.type &&
        String((payload as Record<string, unknown>)[proof.member]) === proof.is,
    ).length;
  };
}

function textsNamedBy(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sha256' in value && 'id' in value) return [String(value.id)];
  return Object.values(value).flatMap(textsNamedBy);
}

function sameRevisions(deeds: readonly Deed[]): Complaint[] {
  const seen = new Map<string, string>();
  return deeds.flatMap(({ id, outcome, stream, revision }): Complaint[] => {
    if (outcome !== 'acknowledged' || stream === undefined || revision === undefined) return [];
    const key = `${stream} revision ${revision}`;
    const other = seen.get(key);
    seen.set(key, id);
    return other === undefined ? [] : [{ kind: 'revision-twice', what: `${key}: ${other} and ${id}` }];
  });
}
