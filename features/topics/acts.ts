import { mayLinkCase } from '@/features/cases/policy';
import { type Act, never } from '@/lib/act';
import { asSystem } from '@/lib/actor';

/** 拿几件诉求提一件提案. */
export const proposeTopic: Act<object, never> = { name: 'topic.propose', why: never, by: mayLinkCase };

/** What was worked out at night is kept until the next one. */
export const keepTopics: Act<object, never> = { name: 'topic.keep', why: never, by: asSystem };
