import type { Localized, Stage } from './types.js';

/** A fact with its figures; the year it was true of, null where it does not age. */
export interface GuideFact {
  readonly text: Localized;
  readonly year: number | null;
}

/** What candidates get wrong, said badly and said well. */
export interface GuideFault {
  readonly fault: Localized;
  readonly bad: Localized;
  readonly good: Localized;
}

/** A question of the role's bank. */
export interface GuideQuestion {
  readonly id: string;
  readonly text: Localized;
  /** At which it is asked. */
  readonly stage: Stage;
}

export interface ChecklistItem {
  /** What a tick is kept under: it must not change when the words do. */
  readonly id: string;
  readonly text: Localized;
}

export interface GuideSection {
  readonly title: Localized;
  /** True for points that come one after the other, and are numbered. */
  readonly ordered: boolean;
  readonly points: readonly Localized[];
}

/** One page for one role: what to know and to do at a stage of hiring, or on a topic of preparing for it. */
export interface Guide {
  readonly role: string;
  /** Unique within the role. */
  readonly topic: string;
  readonly title: Localized;
  readonly aim: Localized;
  /** Who takes part; null where nobody but the candidate does. */
  readonly who: Localized | null;
  /** How long it takes. */
  readonly time: Localized | null;
  readonly facts: readonly GuideFact[];
  readonly sections: readonly GuideSection[];
  readonly questions: readonly GuideQuestion[];
  readonly faults: readonly GuideFault[];
  readonly checklist: readonly ChecklistItem[];
}

/** A guide as lists show it. */
export interface GuideSummary {
  readonly role: string;
  readonly topic: string;
  readonly title: Localized;
  /** Ids of the items of its checklist. */
  readonly checklist: readonly string[];
}
