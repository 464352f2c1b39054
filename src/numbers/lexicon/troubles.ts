/** What goes wrong and is counted: its absence is a result. */
export function isTroubleEn(norm: string): boolean {
  return TROUBLES_EN.some((start) => norm.startsWith(start));
}

/** As {@link isTroubleEn}, for Russian words. */
export function isTroubleRu(norm: string): boolean {
  return TROUBLES_RU.some((start) => norm.startsWith(start));
}

const TROUBLES_EN = [
  ...'complaint escalation return refund error mistake incident outage defect delay penalt breach overdue'.split(
    ' ',
  ),
  ...'failure downtime resignation cancellation injur accident backlog churn bug'.split(' '),
];
const TROUBLES_RU = [
  ...'жалоб возврат ошиб инцидент эскалаци штраф просроч опоздан претензи сбо дефект брак отток текуч'.split(
    ' ',
  ),
  ...'увольнени нарушени рекламаци потер срыв отказ'.split(' '),
];

/** True for a word with which a nought said in words may begin: "no", «нулевой»; asked once a spelling. */
export function opensNone(norm: string): boolean {
  return ENGLISH_LEADS.has(norm) || norm.startsWith('нулев');
}

const ENGLISH_LEADS = new Set(['no', 'not', 'nobody']);
