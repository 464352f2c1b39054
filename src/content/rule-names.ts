/** The rule that sums up the criteria which are not touched: where these are listed, it would say so twice. */
export const CRITERIA_RULE = 'criteria-gap';

/** The rule that found no answer in the text at all: what parts it looks like says nothing then. */
export const NO_ANSWER_RULE = 'nonsense';

/** The rule of structures other than STAR that reports any part: which one, the reading tells. */
export const ANY_PART_RULE = 'missing-part';
