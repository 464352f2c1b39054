import type { Reading } from '../analysis/types.js';
import type { ReadQuantity } from '../numbers/types.js';
import { isAbbreviation } from '../text/characters.js';
import type { Clause, Token } from '../text/types.js';
import type { FigureClaim } from './contradictions.js';
import { sentenceAt } from './place.js';

/** Names of metrics, by how they begin; an abbreviation in capitals («CSAT») is one, too. */
const METRICS =
  /^(?:churn|turnover|retention|conversion|revenue|satisfaction|backlog|absenteeism|отток|текучест|удержани|конверси|выручк|удовлетворенност|лояльност)/u;

const UP = /^(?:rose|grew|increased|climbed|raised|improved|up|вырос|выросл|повыс|увелич|поднял|подрос)/u;
const DOWN =
  /^(?:fell|dropped|decreased|declined|reduced|cut|lowered|down|снизи|сократи|уменьши|упал|понизи)/u;

/** Words that name no other thing: "our churn" and "the churn" are one. */
const PLAIN =
  /^(?:the|our|my|a|an|of|in|by|and|so|as|end|finally|eventually|result|then|has|have|had|that|i|we|at|нас|нам|у|наш\p{L}*|мой|моя|в|и|на|а|то|я|мы|итоге|результате)$/u;

const GROUPS = /^(?:team|department|crew|shift|команд|отдел|смен|групп|бригад)/u;
const OWN =
  /^(?:led|lead|leading|managed|manage|managing|headed|supervised|ran|my|руковод\p{L}*|руководил\p{L}*|возглавлял\p{L}*|управлял\p{L}*|мо(?:я|ей|ю|й|его|ем))$/u;
/** Another team, another year, other clients: «в прежней команде», «потом отток снизился». */
const ANOTHER =
  /^(?:previous|former|earlier|another|new|other|later|first|second|прошл|прежн|предыдущ|нов|друг|перв|втор|потом|позже|расшир)/u;

/**
 * Figures of an answer that other answers may contradict: a named metric that went one way by a percent
 * («CSAT вырос на 12 %»), or from a number to another, and the size of one's own team («руководил командой из 5
 * человек»). Strict: any word more that tells what was counted makes it another subject.
 */
export function claimsOf(reading: Reading): FigureClaim[] {
  const { text, tokens } = reading.document;
  const claims: Found[] = [];
  for (const quantity of reading.quantities) {
    if (!Number.isFinite(quantity.value)) continue;
    const sentence = sentenceAt(reading, quantity.start);
    const clause = sentence?.clauses.find(({ end }) => quantity.start < end)?.clause;
    const found =
      clause === undefined ? null : (changeIn(text, clause, quantity) ?? sizeIn(clause, quantity));
    // Asked last: most figures are no claims, and this looks at every word of the sentence.
    if (found !== null && !sentence?.clauses.some(({ clause }) => clause.tokens.some(isAnother)))
      claims.push(found);
  }
  if (claims.length === 0) return [];
  const years = [...new Set(tokens.filter(isYear).map(({ norm }) => norm))].sort();
  return claims.map(({ subject, start, quantity: { value, end } }) => ({
    subject,
    value,
    years,
    start,
    end,
  }));
}

interface Found {
  readonly subject: string;
  readonly start: number;
  readonly quantity: ReadQuantity;
}

function isAnother({ norm }: Token): boolean {
  return ANOTHER.test(norm);
}

function changeIn(text: string, { tokens }: Clause, quantity: ReadQuantity): Found | null {
  if (!['percent', 'points', 'pair'].includes(quantity.kind)) return null;
  const before = tokens.filter(({ end }) => end <= quantity.start);
  const metric = before.findLast((token) => isMetric(text, token));
  const verb = before.findLast(({ norm }) => UP.test(norm) || DOWN.test(norm));
  if (metric === undefined || verb === undefined) return null;
  const isPair = quantity.kind === 'pair';
  const last = before.at(-1)?.norm ?? '';
  if (!isPair && last !== 'by' && last !== 'на') return null;
  const first = Math.min(before.indexOf(metric), before.indexOf(verb));
  const told = before
    .slice(Math.max(0, first - 1))
    .filter(
      ({ kind, norm }) => kind !== 'mark' && !PLAIN.test(norm) && !['from', 'с', 'со', 'от'].includes(norm),
    );
  const way = UP.test(verb.norm) ? 'up' : 'down';
  const other = told.filter((token) => token !== verb).map(({ word, norm }) => word?.stem ?? norm);
  const base = isPair ? `from ${quantity.from}` : 'by';
  return {
    subject: [...other.sort(), way, base, quantity.unit].join(' '),
    start: (before[first] as Token).start,
    quantity,
  };
}

function sizeIn({ tokens }: Clause, quantity: ReadQuantity): Found | null {
  const before = tokens.filter(({ end }) => end <= quantity.start);
  const link = before.at(-1);
  const group = before.at(-2);
  if (link === undefined || group === undefined || !['of', 'из', 'в'].includes(link.norm)) return null;
  if (!GROUPS.test(group.norm) || !before.some(({ norm }) => OWN.test(norm))) return null;
  return { subject: `own ${group.word?.stem ?? group.norm}`, start: group.start, quantity };
}

function isMetric(text: string, token: Token): boolean {
  if (token.kind !== 'word') return false;
  return METRICS.test(token.norm) || isAbbreviation(text.slice(token.start, token.end), 6);
}

function isYear({ kind, norm }: Token): boolean {
  return kind === 'number' && /^(?:19|20)\d\d$/.test(norm);
}
