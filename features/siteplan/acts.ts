import { type Act, because, never, secondPerson } from '@/lib/act';
import { mayDrawSite, mayPublishSite } from './policy';

/** 画平面图: the next version, or the draft of it. */
export const drawSite: Act<object, never> = { name: 'site.draw', why: never, by: mayDrawSite };

export interface SiteFacts {
  /** Who drew the draft last; null: there is none. */
  drawnBy: number | null;
}

/** 核对、公布平面图: distances are measured in it from then on. */
export const publishSite: Act<SiteFacts, 'no_site_draft' | 'second_person'> = {
  name: 'site.publish',
  why: ({ drawnBy }) => because(drawnBy === null, 'no_site_draft'),
  by: mayPublishSite,
  unless: (actor, { drawnBy }) => secondPerson(actor, drawnBy),
};
