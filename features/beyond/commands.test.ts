import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { addPicture, lookAtPicture } from '@/features/pictures/commands';
import { boardPicture } from '@/features/pictures/queries';
import { boardResolutionByNo } from '@/features/signoff/queries/resolution';
import { boardStory } from '@/features/story/queries';
import { makeNoticed } from '@/tests/agreeing';
import { code, done, makeConsultation } from '@/tests/consultation';
import { closeAll } from '@/tests/fixture';
import { packOf, pdfOf } from '@/tests/pdf';
import { answerOutside, dropOutside, signResolution } from '@/tests/shown';
import { askOutside } from './commands';
import { consentsAsked, deskPapers } from './queries';

after(closeAll);

const parks = { proposal: 1, organisation: '区园林绿化局', asked: '西侧绿地开一条三米宽的路', due: '2022-04-10' };
const said = { proposal: 1, consent: 1, answer: '园函〔2022〕7号：同意' };

test('a question beyond the wall bars the signature until it is answered with yes', async () => {
  const here = await makeNoticed();
  const ask = await askOutside(here.by(here.worker), { ...parks, askedOn: '2022-03-21' });
  assert.deepEqual(done(ask), { proposal: 1, consent: 1 });
  const sign = () => signResolution(here.by(here.secretary), { proposal: 1 });
  assert.equal(code(await sign()), 'outside_waiting');
  const refused = { ...said, outcome: 'refused', answer: '树不能动', answeredOn: '2022-03-21' };
  done(await answerOutside(here.by(here.worker), refused));
  assert.equal(code(await sign()), 'outside_refused');
  const again = { ...parks, asked: '路绕开三棵树', askedOn: '2022-03-21', instead: 1 };
  assert.equal(done(await askOutside(here.by(here.worker), again)).consent, 2);
  assert.equal(code(await sign()), 'outside_waiting');
  done(await answerOutside(here.by(here.worker), { ...said, consent: 2, outcome: 'given', answeredOn: '2022-03-21' }));
  done(await sign());
  const late = { ...parks, askedOn: '2022-03-21' };
  assert.equal(code(await askOutside(here.by(here.worker), late)), 'somebody_signed');
  const other = { ...said, consent: 2, outcome: 'refused', answeredOn: '2022-03-21' };
  assert.equal(code(await answerOutside(here.by(here.worker), other)), 'somebody_signed');
  done(await signResolution(here.by(here.governance), { proposal: 1 }));
  const signed = await boardResolutionByNo(here.slug, { no: 1 });
  assert.deepEqual(
    signed?.text.outside?.map(({ state, answer }) => [state, answer]),
    [
      ['replaced', '树不能动'],
      ['given', '园函〔2022〕7号：同意'],
    ],
  );
  assert.equal(signed?.isSigned, true);
});

test('what nobody outside has to say any more, a second secretary says, and everybody reads why', async () => {
  const here = await makeConsultation();
  done(await askOutside(here.by(here.secretary), { ...parks, askedOn: '2022-02-20' }));
  const drop = { proposal: 1, consent: 1, reason: '路改在墙里' };
  assert.equal(code(await dropOutside(here.by(here.secretary), drop)), 'second_person');
  assert.equal(code(await dropOutside(here.by(here.worker), drop)), 'not_allowed');
  done(await dropOutside(here.by(here.governance), drop));
  assert.equal(
    code(await answerOutside(here.by(here.worker), { ...said, outcome: 'given', answeredOn: '2022-02-28' })),
    'consent_over',
  );
  const story = await boardStory(here.slug, { no: 1 });
  assert.deepEqual(
    story?.outside.map(({ organisation, state, answer }) => [organisation, state, answer]),
    [['区园林绿化局', 'dropped', '路改在墙里']],
  );
  assert.equal(await consentsAsked(here.by(here.author), { no: 1 }), undefined);
});

test('days that cannot be are refused, and the board turns when the promised day is over', async () => {
  const here = await makeConsultation();
  const worker = here.by(here.worker);
  assert.equal(code(await askOutside(worker, { ...parks, askedOn: '2022-03-02' })), 'asked_in_the_future');
  assert.equal(
    code(await askOutside(worker, { ...parks, askedOn: '2022-02-02', due: '2022-02-01' })),
    'due_before_asked',
  );
  done(await askOutside(worker, { ...parks, askedOn: '2022-02-20', due: '2022-03-01' }));
  const answer = { ...said, outcome: 'given' };
  assert.equal(code(await answerOutside(worker, { ...answer, answeredOn: '2022-02-19' })), 'answered_before_asked');
  assert.equal(code(await answerOutside(worker, { ...answer, answeredOn: '2022-03-02' })), 'answered_in_the_future');
  const story = await boardStory(here.slug, { no: 1 });
  assert.equal(story?.turnsAt?.toISOString(), '2022-03-01T16:00:00.000Z');
});

test('an answer written down wrongly is written down anew, having seen that it undoes what somebody wrote', async () => {
  const here = await makeConsultation();
  done(await askOutside(here.by(here.worker), { ...parks, askedOn: '2022-02-20' }));
  done(await answerOutside(here.by(here.worker), { ...said, outcome: 'refused', answeredOn: '2022-02-28' }));
  const right = { ...said, outcome: 'given', answeredOn: '2022-02-28' };
  assert.equal(code(await answerOutside({ ...here.by(here.secretary), undoes: '' }, right)), 'undoes');
  done(await answerOutside(here.by(here.secretary), right));
  const asked = await consentsAsked(here.by(here.worker), { no: 1 });
  assert.deepEqual(
    asked?.facts.consents.map(({ state }) => state),
    ['given'],
  );
});

test('a scanned paper hangs on the board once somebody else has looked, and the record has its fingerprint', async () => {
  const here = await makeConsultation();
  done(await askOutside(here.by(here.worker), { ...parks, askedOn: '2022-02-20' }));
  const [gate] = await here.sql<{ id: number }>(
    `insert into legal_gate (community_id, proposal_id, key) values ($1, $2, 'greening_permit') returning id`,
    [here.communityId, here.proposalId],
  );
  const papers = async (person: number) => (await deskPapers(here.by(person), { no: 1 }))?.papers;
  const [, consent] = (await papers(here.worker)) ?? [];
  assert.deepEqual([consent?.subject, consent?.name], ['consent', '区园林绿化局']);
  const page = { data: Buffer.from('批文').toString('base64'), width: 4, height: 3 };
  const scan = (subject: string, subjectId: number | undefined, by = here.worker) =>
    addPicture(here.by(by), { subject, subjectId, small: page, large: page });
  const { picture } = done(await scan('consent', consent?.id));
  assert.equal(code(await scan('consent', consent?.id, here.author)), 'not_allowed');
  const { picture: permit } = done(await scan('gate', gate?.id));
  const permits = async () => (await boardStory(here.slug, { no: 1 }))?.gates.map(({ papers: hung }) => hung);
  const shown = async () => (await boardStory(here.slug, { no: 1 }))?.outside[0]?.papers;
  assert.deepEqual(await shown(), []);
  const look = { picture, verdict: 'board' };
  assert.equal(code(await lookAtPicture(here.by(here.worker), look)), 'second_person');
  done(await lookAtPicture(here.by(here.secretary), look));
  assert.deepEqual(await shown(), [{ id: picture, kilobytes: null }]);
  assert.deepEqual(
    (await papers(here.secretary))?.map(({ subject, pictures }) => [subject, pictures.map(({ onBoard }) => onBoard)]),
    [
      ['gate', [false]],
      ['consent', [true]],
    ],
  );
  assert.deepEqual(await permits(), [[]]);
  done(await lookAtPicture(here.by(here.secretary), { picture: permit, verdict: 'board' }));
  assert.deepEqual(await permits(), [[{ id: permit, kilobytes: null }]]);
  assert.equal(await papers(here.author), undefined);
});

test('a PDF is kept byte for byte, hangs once somebody else has read it, and is never drawn', async () => {
  const here = await makeConsultation();
  done(await askOutside(here.by(here.worker), { ...parks, askedOn: '2022-02-20' }));
  const [consent] = (await deskPapers(here.by(here.worker), { no: 1 }))?.papers ?? [];
  const paper = pdfOf({ more: [packOf(['(批文)'])] });
  const of = { subject: 'consent', subjectId: consent?.id, caption: '批文' };
  const send = (what: object) => addPicture(here.by(here.worker), { ...of, pdf: paper.toString('base64'), ...what });
  const { picture } = done(await send({}));
  assert.equal(code(await send({ subject: 'proposal', subjectId: here.proposalId })), 'pdf_not_here');
  assert.equal(code(await send({ pdf: undefined })), 'picture_missing');
  const hash = createHash('sha256').update(paper).digest('hex');
  const [kept] = (await deskPapers(here.by(here.secretary), { no: 1 }))?.papers[0]?.pictures ?? [];
  assert.deepEqual([kept?.caption, kept?.pdf], ['批文', { kilobytes: 1, hash }]);
  assert.equal(await boardPicture({ id: picture, size: 'large' }), undefined);
  const shown = async () => (await boardStory(here.slug, { no: 1 }))?.outside[0]?.papers;
  assert.deepEqual(await shown(), []);
  assert.equal(code(await lookAtPicture(here.by(here.worker), { picture, verdict: 'board' })), 'second_person');
  done(await lookAtPicture(here.by(here.secretary), { picture, verdict: 'board' }));
  assert.deepEqual(await shown(), [{ id: picture, kilobytes: 1 }]);
  for (const size of ['small', 'large'] as const)
    assert.deepEqual(await boardPicture({ id: picture, size }), { bytes: paper, isPdf: true });
  const [leaf] = await here.sql<{ content: string }>(
    `select c.content from ledger_content c join ledger_leaf l on l.community_id = c.community_id and l.seq = c.seq
     where l.community_id = $1 and l.act = 'picture.add'`,
    [here.communityId],
  );
  const recorded = JSON.parse(leaf?.content ?? '{}');
  assert.deepEqual([recorded.hash, recorded.pdf], [hash, true]);
  await assert.rejects(
    here.sql(`update picture set subject = 'proposal' where community_id = $1 and id = $2`, [
      here.communityId,
      picture,
    ]),
    /picture_pdf_of/,
  );
});
