import { type SQL, sql } from 'drizzle-orm';
import { mayReadDesk } from '@/features/proposals/policy';
import { askedOf } from '@/features/proposals/queries';
import { list } from '@/lib/facts';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { type Consent, consentFacts } from './facts';

/** For the pages of its acts: what is known, who asks, and when. */
export const consentsAsked = askedOf('beyond.asked', consentFacts);

/** A thing papers belong to, with its scans: what the law asks for by its key, an organisation outside by its name. */
interface Papers {
  subject: 'gate' | 'consent';
  id: number;
  name: string;
  pictures: {
    id: number;
    caption: string;
    width: number;
    height: number;
    onBoard: boolean;
    refusedReason: string | null;
    looked: boolean;
    own: boolean;
    /** Of a PDF: how large it is, and its SHA-256. */
    pdf: { kilobytes: number; hash: string } | null;
  }[];
}

/** Scans of what was written by offices about a proposal, looked at or not. */
export const deskPapers = query({
  name: 'beyond.papers',
  allow: (who) => mayReadDesk(who),
  read: async (scope, { no }: { no: number }) => {
    const { communityId, who } = scope;
    const me = who.kind === 'person' ? who.personId : 0;
    const scans = list(sql`select json_agg(json_build_object('id', x.id, 'caption', x.caption, 'width', x.small_width,
        'height', x.small_height, 'onBoard', x.on_board, 'refusedReason', x.refused_reason,
        'looked', x.looked_at_at is not null, 'own', x.uploaded_by = ${me}, 'pdf', case when x.pdf is not null then
          json_build_object('kilobytes', ceil(octet_length(x.pdf) / 1000.0), 'hash', encode(sha256(x.pdf), 'hex')) end) order by x.position, x.id)
      from picture x where x.community_id = t.community_id and x.subject = t.subject and x.subject_id = t.id`);
    const papers = await rows<Papers>(
      scope,
      sql`select json_build_object('subject', t.subject, 'id', t.id, 'name', t.name, 'pictures', ${scans}) as view from (
          select g.community_id, 'gate' as subject, g.id, g.key as name, g.proposal_id from legal_gate g
          union all select o.community_id, 'consent', o.id, o.organisation, o.proposal_id from outside_consent o) t
        join proposal p on p.community_id = t.community_id and p.id = t.proposal_id
        where t.community_id = ${communityId} and p.no = ${no} order by t.subject desc, t.id`,
    );
    return { papers, who };
  },
});

/** A scan somebody has looked at; `kilobytes` of a PDF. */
export interface Paper {
  id: number;
  kilobytes: number | null;
}

/** As it hangs on the board: who wrote it down is not told. */
export type ConsentShown = Omit<Consent, 'askedBy'> & {
  papers?: Paper[];
};

/** Scans of one of them that somebody has looked at. `of`: its row. */
export const papersShown = (subject: Papers['subject'], of: SQL) =>
  list(sql`select json_agg(json_build_object('id', k.id, 'kilobytes', k.kilobytes) order by k.position, k.id) from picture k
    where k.community_id = ${of}.community_id and k.subject = ${subject} and k.subject_id = ${of}.id and k.on_board`);

/** Of the proposal `p` on the board. */
export const consentsShown = list(sql`select json_agg(json_build_object('position', x.position,
    'organisation', x.organisation, 'asked', x.asked, 'askedOn', x.asked_on, 'due', x.due, 'state', x.state,
    'answer', x.answer, 'answeredOn', x.answered_on,
    'papers', ${papersShown('consent', sql`x`)}) order by x.position)
  from outside_consent x where x.community_id = p.community_id and x.proposal_id = p.id`);
