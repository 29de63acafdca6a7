import { answerShown, wordingShown } from '@/features/objections/input';
import { deskSignoff } from '@/features/signoff/queries/desk';
import type { Call } from '@/lib/gate';
import { showing } from '@/lib/shown';

type Query = <T extends object>(text: string, values: unknown[]) => Promise<T[]>;

interface About {
  community: string;
  proposal: number;
  objection: number;
}

type Row = Parameters<typeof answerShown>[0];

/** What the forms about an objection carry now of what they show: of its words, and of its answer. */
export async function shownNow(query: Query, { community, proposal, objection }: About) {
  const [row] = await query<Row>(
    `select o.wording, o.answer_kind as "answerKind", o.answer,
       (select l.text from clause l join plan v on v.community_id = l.community_id and v.id = l.plan_id
         where v.community_id = o.community_id and v.proposal_id = o.proposal_id and v.version = o.answer_version
           and l.no = o.answer_clause) as "clauseText"
     from objection o
     join proposal p on p.community_id = o.community_id and p.id = o.proposal_id
     join community c on c.id = o.community_id
     where c.slug = $1 and p.no = $2 and o.no = $3`,
    [community, proposal, objection],
  );
  const known = row ?? { wording: '', answerKind: null, answer: '', clauseText: null };
  return { wording: showing(wordingShown(known)), answer: showing(answerShown(known)) };
}

/** The fingerprint the page of the signature shows to somebody; noughts where there is no text to sign yet. */
export async function textShown(call: Call, no: number): Promise<string> {
  return (await deskSignoff(call, { no }))?.text?.hash ?? '0'.repeat(64);
}
