import { listed } from '../../text/forms/lists.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { type Cell, cellAt, near } from './line.js';
import { readNumeral } from './numeral.js';
import { exclude, type NumberRule } from './rule.js';

/** «мне двадцать два», «ему под пятьдесят», «женщина сорока лет», «дама лет шестидесяти»: how old somebody is. */
export const age: NumberRule = {
  name: 'age',
  claim(line, at) {
    const before = near(line, at - 1, at);
    if (before.kind !== 'word' || before.norm.charCodeAt(0) < 0x400) return null;
    const some = before.norm === 'лет';
    const linked = LINKS.has(before.norm);
    const whose = linked ? near(line, at - 2, at) : before;
    const dative = DATIVE.has(whose.norm);
    const numeral = readNumeral(line, at);
    if (numeral === null || numeral.scaled || numeral.value > 99 || !Number.isInteger(numeral.value))
      return null;
    const { last, value } = numeral;
    const next = near(line, last + 1, at);
    const years = YEARS.has(next.norm);
    if (!some && !years && !dative) return null;
    const digits = numeral.form === 'digits';
    const genitive = !digits && GENITIVE.test(cellAt(line, last).norm);
    // «лет шести»; «лет через пять», «лет десять» are durations
    if (some) return genitive && !years ? exclude(at - 1, last, value) : null;
    if (years && (genitive || digits) && PERSON.test(before.norm)) return exclude(at, last + 1, value);
    if (!dative || value < 3 || pastOf(near(line, linked ? at - 3 : at - 2, at).norm) !== 0) return null;
    if (years) return exclude(at, last + 1, value);
    return value > 15 && ends(next) ? exclude(at, last, value) : null;
  },
};

function ends(next: Cell): boolean {
  return next.kind === 'mark' ? next.norm !== '%' && next.norm !== '-' : AND.has(next.norm);
}

const AND = new Set(['и', 'а', 'но']);
const LINKS = listed('под за уже почти было тогда по исполнилось');
const YEARS = new Set(['лет', 'года', 'год']);
const GENITIVE = /(?:[иа]|[еую]х)$/u;
const DATIVE = listed(
  'мне ему ей им тебе вам маме папе отцу матери мужу жене сыну дочке дочери брату сестре бабушке деду дедушке теще свекрови тете дяде клиенту клиентке пациенту пациентке начальнику начальнице',
);
const PERSON =
  /^(?:женщин|мужчин|мужик|девоч|девчон|девушк|парень|парня|паренек|мальчи|ребено?к|дама|даму|клиент|пациент|бабушк|дедушк|старушк|дочк|дочь|сын|студент|сотрудни|водител|мастер|медсестр)/u;
