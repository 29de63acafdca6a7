import { type Facts, look, type Play, pick, type Step, tryStep, type Wish, type World } from './history';
import { objections, silent, turns, undrawn } from './talks';

/** What may well happen in a state without bringing it on; the rest is tried everywhere, and mostly refused. */
const meanwhile: Record<string, string[]> = {
  submitted: [
    ...['support', 'submit other', 'link case', 'unlink case', 'unlink case', 'merge', 'merge', 'separate'],
    ...['decline', 'withdraw'],
  ],
  merged: ['support', 'take back', 'link case', 'unlink case', 'merge'],
  scoping: [
    ...['submit other', 'merge', 'separate', 'support', 'take back', 'link case', 'link case'],
    ...['unlink case', 'unlink case', 'unlink case'],
    ...[
      'name groups',
      'draft plan',
      'publish plan',
      'decide gate',
      'propose shelving',
      'confirm shelving',
      'refuse shelving',
    ],
  ],
  consulting: [
    ...['opinion', 'opinion at the door', 'correct', 'visit', 'verdict', 'name groups', 'try', 'extend round'],
    ...['submit other', 'merge', 'separate', 'support'],
  ],
  redesign: [
    'verdict',
    'escalate',
    'name groups',
    'confirm shelving',
    'propose shelving',
    'reopen objection',
    'correct',
  ],
  agreed: ['name groups', 'verdict', 'correct', 'return', 'propose shelving', 'confirm shelving', 'refuse shelving'],
  noticed: [
    'oppose notice',
    'oppose notice',
    'answer opposition',
    'verdict',
    'correct',
    'name groups',
    'return',
    'sign',
  ],
};

/** What people of good will would do next: a turn, some days of waiting first, and who must do it. */
async function sensible(w: World, f: Facts, step: Step): Promise<Wish> {
  const unanswered = async () => {
    const all = await objections(w);
    const waiting = all.findIndex((one) => one.state === 'raised' || one.state === 'acknowledged');
    return waiting < 0 ? null : waiting;
  };
  if (f.shelving && step.c % 2) return { name: 'confirm shelving' };
  const draw = await undrawn(w);
  switch (f.state) {
    case 'draft':
      return { name: 'submit' };
    case 'submitted':
      return { name: pick(['accept', 'accept', 'submit other', 'merge', 'merge', 'link case'], step.c) };
    case 'merged': {
      const days = pick([0, 0, 1, 6, 13, 14], step.b);
      return { name: 'separate', ...(days && { days }) };
    }
    case 'declined':
      return { name: step.a % 2 ? 'appeal' : 'decide appeal' };
    case 'shelved':
      return { name: 'off the shelf' };
    case 'scoping':
      if (step.b % 4 === 0) return { name: f.linked ? 'unlink case' : 'link case' };
      if (f.named === null) return { name: 'name groups' };
      return { name: f.confirmed === null ? 'confirm groups' : 'consult' };
    case 'consulting': {
      if (f.open && !f.over) {
        const [home] = await silent(w);
        if (!home) return { name: 'close round', days: 11 };
        return { name: step.b % 4 ? 'opinion' : 'opinion at the door', a: w.homes.indexOf(home.id) };
      }
      if (f.open) return { name: 'close round' };
      if (f.version === null) return { name: f.draft === null ? 'draft plan' : 'publish plan' };
      if (f.held !== f.version) return { name: 'open round' };
      if (draw.length > 0) return { name: 'draw objection', a: 0 };
      const waiting = await unanswered();
      if (waiting !== null) return { name: 'answer', a: waiting };
      if (!f.summarised) return { name: 'summarise' };
      return { name: pick(['agree', 'agree', 'redesign', 'verdict'], step.c) };
    }
    case 'redesign': {
      if (draw.length > 0) return { name: 'draw objection', a: 0 };
      if (f.draft === null) return { name: 'draft plan' };
      const waiting = await unanswered();
      if (waiting !== null) return { name: 'answer', a: waiting };
      if (!f.cited) return { name: 'cite changes' };
      if (!f.judged) return { name: 'judge materiality' };
      return { name: f.sure ? 'publish plan' : 'confirm materiality' };
    }
    case 'agreed':
      return { name: f.gate ? 'decide gate' : 'post notice' };
    case 'noticed':
      if (f.opposition !== null) return { name: 'answer opposition' };
      return f.notice_over ? { name: 'sign' } : { name: 'sign', days: 8 };
    default:
      return { name: 'start works' };
  }
}

export const talks: Play = { turns, meanwhile, look, sensible };

/** Tries one step on the way to the works: two of three times what people of good will would do. */
export const attempt = (w: World, step: Step) => tryStep(w, step, talks);
