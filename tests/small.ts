import { saveDraft } from '@/features/proposals/commands/draft';
import { proposeShort, setLimit } from '@/features/shortway/commands/decide';
import { finishShort } from '@/features/shortway/commands/finish';
import { done, photo } from './consultation';
import { makeCommunity, sql } from './fixture';
import { confirmShort, submitProposal } from './shown';

const words = { kind: 'other', title: '晾衣架', place: '14号楼北侧', problem: '没处晒被子', ask: '装两个晾衣架' };
export const small = { what: '北侧草坪边装两个晾衣架', who: '物业', cost: '1800', harmless: '不占路，不挡窗' };

/** A community in which small things may cost so much, with who proposes, confirms, does and asks. */
export async function makeSmall(limit: string | null = '5000') {
  const here = await makeCommunity();
  here.at('2022-03-01');
  const [worker, other, secretary, hotline, property] = await Promise.all([
    here.staff('social-worker'),
    here.staff('social-worker'),
    here.staff('party-secretary'),
    here.staff('hotline'),
    here.staff('property'),
  ]);
  const author = await here.resident(here.household('14', 0));
  const neighbour = await here.resident(here.household('14', 1));
  if (limit !== null) done(await setLimit(here.by(secretary), { limit }));
  const bring = async (more: object = {}) => {
    const { draft } = done(await saveDraft(here.by(author), { ...words, ...more }));
    return done(await submitProposal(here.by(author), { draft })).proposal;
  };
  const places = [here.entrance('14', 1), here.entrance('14', 2)];
  const propose = (proposal: number, more: object = {}) =>
    proposeShort(here.by(worker), { proposal, ...small, places, ...more });
  const hung = async () => {
    const proposal = await bring();
    done(await propose(proposal));
    done(await confirmShort(here.by(other), { proposal }));
    return proposal;
  };
  const finished = async () => {
    const proposal = await hung();
    here.at('2022-03-05');
    done(await finishShort(here.by(property), { proposal, doneOn: '2022-03-05', photo }));
    return proposal;
  };
  const state = async (no: number) =>
    (
      await sql<{ state: string }>('select state from proposal where community_id = $1 and no = $2', [
        here.communityId,
        no,
      ])
    )[0]?.state;
  return {
    ...here,
    worker,
    other,
    secretary,
    hotline,
    property,
    author,
    neighbour,
    bring,
    propose,
    hung,
    finished,
    state,
    places,
  };
}
