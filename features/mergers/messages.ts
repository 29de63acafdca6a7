import type { DeskWords, Step } from '@/lib/desk';
import type { Titled } from '@/lib/letters';

const zh = {
  letters: {
    proposal_merged: ({ title }: Titled) =>
      `您的提案“${title}”和另一件是一回事，并到一处办了。您还是提的人，支持和诉求都带过去了。`,
    proposal_separated: ({ title }: Titled) => `您的提案“${title}”又分了出来，单独办。`,
  },
  room: {
    desk: {
      merger: {
        act: '和另一件并到一处',
        why: {
          not_at_this_step: '只有刚提出、还没受理的提案才能并到别的里。',
          not_allowed: '这件事由社区工作者来办。',
        },
      },
      separation: {
        act: '并了的再分开',
        why: { not_at_this_step: '这件没有并到别的里，用不着分开。', not_allowed: '这件事由社区工作者来办。' },
      },
    } satisfies Record<string, DeskWords>,
    steps: {
      merged: (d) => `并到了提案第${d.into}号`,
      joined: (d) => `提案第${d.from}号并了进来`,
      separated: (d) => `和提案第${d.from}号又分开了`,
    } satisfies Record<string, Step>,
  },
  acts: { merger: '并到另一件里', separation: '把并了的分开' },
  lead: '两件说的是同一回事，就放到一处办。提的人还是提的人；支持的住户和诉求带过去，一户只算一次；两个地址都留着。',
  separationLead: (no: number, title: string) =>
    `这件并到了第${no}号“${title}”。分开以后，带过去的支持和诉求回到这里，两件各办各的。`,
  until: (day: string) => `能分开到${day}。`,
  this: '这一件',
  into: '并到哪一件',
  intoHint: '最像的排在前面。写的是那一件的编号。',
  choice: (no: number, title: string, place: string) => `第${no}号　${title}（${place}）`,
  none: '眼下没有别的提案可以并进去。',
  reason: '为什么是一回事',
  separationReason: '为什么要分开',
  merge: '并过去',
  separate: '分开',
  wentInto: '这件事并到了另一件里接着办：',
  cameFrom: '并进来的：',
  refusals: {
    not_at_this_step: '这件提案眼下不能这么办：它可能刚被受理，或者已经并了、分开了。请回到提案页看看。',
    no_such_proposal: '没有这个编号的提案。',
    into_itself: '不能并到它自己里。',
    not_looked_at: '这件还没有人看过，没上公示栏。请先去看一看。',
    not_into_that: '那一件已经办完、没受理或者撤了，不能往里并。请另选一件。',
    undo_too_late: '并了满14天，不能再分开了。',
    moved_on: '它并进去的那一件，后来又并到了别的里。先把那一件分开，再分这一件。',
  },
};

const en: typeof zh = {
  letters: {
    proposal_merged: ({ title }) =>
      `Your proposal “${title}” says the same as another and goes on with it. You remain its author; support and cases came along.`,
    proposal_separated: ({ title }) => `Your proposal “${title}” was separated again and goes its own way.`,
  },
  room: {
    desk: {
      merger: {
        act: 'Join it with another',
        why: {
          not_at_this_step: 'Only a proposal just brought and not yet taken up can join another.',
          not_allowed: 'The social worker does this.',
        },
      },
      separation: {
        act: 'Separate it again',
        why: {
          not_at_this_step: 'This has not joined another, so there is nothing to separate.',
          not_allowed: 'The social worker does this.',
        },
      },
    },
    steps: {
      merged: (d) => `Joined with proposal ${d.into}`,
      joined: (d) => `Proposal ${d.from} was joined with it`,
      separated: (d) => `Separated again from proposal ${d.from}`,
    },
  },
  acts: { merger: 'Join with another', separation: 'Separate again' },
  lead: 'Two that say the same are dealt with in one place. Whoever brought it stays its author; households that support it and cases come along, each household once; both addresses stay.',
  separationLead: (no, title) =>
    `This goes on with no. ${no}, “${title}”. Separated, the support and cases it brought along come back, and each goes its own way.`,
  until: (day) => `Possible until ${day}.`,
  this: 'This one',
  into: 'Which one it joins',
  intoHint: 'The most alike first.',
  choice: (no, title, place) => `No. ${no}: ${title} (${place})`,
  none: 'There is no other proposal it could join now.',
  reason: 'Why they are the same',
  separationReason: 'Why they are separated',
  merge: 'Join them',
  separate: 'Separate them',
  wentInto: 'This goes on with another proposal:',
  cameFrom: 'Joined with this one:',
  refusals: {
    not_at_this_step: 'Not possible now: it may just have been taken up, joined or separated. Please look at its page.',
    no_such_proposal: 'There is no proposal with this number.',
    into_itself: 'It cannot join itself.',
    not_looked_at: 'Nobody has looked at this one yet, and it does not hang on the board. Please look first.',
    not_into_that: 'That one is finished, declined, withdrawn, or nobody has looked at it. Please choose another.',
    undo_too_late: 'Fourteen days have passed; it can no longer be separated.',
    moved_on: 'The one it joined has since joined another. Separate that one first, then this one.',
  },
};

export const messages = { zh, en };
