import { beginnings, listed } from '../lists.js';

/** Irregular simple pasts; where the participle is spelled the same it is here too. */
const IRREGULAR_PAST =
  listed(`was were had did made led built took gave ran wrote set put cut got went came brought thought told said found
  began spoke held kept sent met spent drew grew rose fell won lost left sold bought taught caught chose drove broke rang
  stood sat saw knew heard felt fought flew froze hid hit hurt let paid read rode sought shook shot sank slept split spread
  stuck swept understood undertook withdrew woke wore became rebuilt redid rewrote oversaw overcame underwent dealt beat
  shut quit bet bid cost forecast offset upset outgrew foresaw retold rebroke dug hung lit meant proved sped spun strove
  swore threw tore ate drank swam slid stole forgot forgave laid lay bent bound bore bit blew clung crept fed fled ground
  leapt learnt lent burnt spelt spilt spoilt dreamt smelt sewed shone shrank sprang stung struck swung wept wound wrung
  remade resold repaid reset rethought retook reran rang mistook misread misled misunderstood outdid overheard overran
  overslept overspent undid upheld withheld withstood befell arose awoke`);

/** Participles that are no simple past: they need an auxiliary ("was given", "had written"). */
const PARTICIPLES =
  listed(`done taken given written shown grown driven chosen spoken broken known drawn seen gone been come thrown torn eaten
  drunk stolen forgotten forgiven bitten blown risen fallen frozen hidden ridden shaken shrunk sunk swum sworn worn woken begun
  rung sung overseen overcome undergone undertaken rewritten redone withdrawn foreseen mistaken undone born proven`);

/** Words in "-ed" that are nouns, adjectives or base forms. */
const NOT_PAST =
  listed(`need seed feed speed indeed exceed proceed succeed bed red hundred wed wicked naked sacred bleed breed weed greed
  shed embed dedicated skilled advanced talented interested so-called mixed  shred sled  ned ted fred kindred
  hatred crooked rugged ragged beloved newlywed biped aged seabed instead  united bored overjoyed tired unused
  unexpected unresolved unanswered undelivered  unopened unpaid unlimited unprecedented red-eyed middle-aged
  complicated limited related detailed experienced  crowded sophisticated outdated exhausted `);

/** Base forms that may open a goal or an imperative ("Reduce churn", "to keep the client"). */
const BASES =
  listed(`make help lead fix build reduce cut increase improve bring get raise keep find ensure deliver hit achieve lower boost
  restore prevent maintain design implement create develop migrate complete replace address resolve communicate process
  express convince identify determine decide launch ship establish drive align balance understand learn support mentor manage
  scale optimize optimise refactor rewrite investigate diagnose debug handle negotiate persuade prove set provide define plan
  coordinate unblock figure evaluate choose stay turn save win retain grow meet finish prepare train hire onboard automate
  simplify stabilize stabilise rebuild recover call ask tell go take grab start run write send give put check offer explain
  pull move hand show talk sit open close walk work try want know think see say come leave speak listen agree
  promise apologize apologise answer reply respond read review test measure track report present share teach coach visit
  follow add remove change update organize organise schedule arrange assign delegate cover clean clear sort pick stop begin
  end pay buy sell return refund cancel confirm collect contact reach hold let use need look watch feel believe suggest
  propose recommend request require rewire ring text email discuss escalate calm settle split merge book order count learn
  protect secure bridge shorten speed double halve triple eliminate avoid minimize minimise maximize maximise rescue land
  hire fill spend earn invest cook serve carry lift load deliver unload stay act step join introduce convert attract`);

/** Starts of verbs of change: up, down, begin, stop. */
const CHANGE =
  beginnings(`reduc increas improv rais lower boost drop declin doubl halv tripl shorten stabili eliminat shrank shrink shrunk climb
  jump dip dwindl decreas accelerat stopp recover restor restart resum plummet soar surg slash trimm`);
const CHANGE_WORDS =
  listed(`cut cuts cutting rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing start starts
  started starting begin begins began begun beginning stop stops stopping slow slowed slowing sped speed cease ceased went
  halve trim trims trimming save saved saves saving drop won win lost`);

/** May be a past tense: "cut", "grew", "agreed"; "need" is none. All of these take words in lower case. */
export function isPast(norm: string): boolean {
  if (IRREGULAR_PAST.has(norm)) return true;
  if (!norm.endsWith('ed') || norm.length < 4 || NOT_PAST.has(norm)) return false;
  return (
    !norm.endsWith('eed') ||
    norm === 'agreed' ||
    norm === 'freed' ||
    norm === 'guaranteed' ||
    norm === 'disagreed'
  );
}

/** An irregular past participle: "grown", "written". */
export function isParticiple(norm: string): boolean {
  return PARTICIPLES.has(norm);
}

/** The plain form of a verb, as after "to". */
export function isBase(norm: string): boolean {
  return BASES.has(norm);
}

/** Nouns and other words in "-ing". */
const NOT_ING =
  listed(`thing something anything nothing everything morning evening king ring spring string wing sing bring during building
  ceiling wedding sibling sterling being  offspring swing sling cling ping ding fling sting`);

/** A verb or verbal noun in "-ing"; not "morning". */
export function isIng(norm: string): boolean {
  return norm.length > 4 && norm.endsWith('ing') && !NOT_ING.has(norm);
}

/** Says that something became more, less, better or other: "grew", "reduced"; not "reduction". */
export function isChange(norm: string): boolean {
  return CHANGE_WORDS.has(norm) || (CHANGE.open(norm) && !norm.endsWith('ment') && !norm.endsWith('tion'));
}

/** Forms of "be", and its contractions. */
export const COPULAS = listed(
  "be am is are was were been being i'm it's that's he's she's there's we're they're you're wasn't weren't isn't aren't im wasnt werent isnt",
);

export const MODALS = listed(
  "would could should will can might may must shall won't can't couldn't wouldn't shouldn't cannot didn't don't doesn't did do does didnt dont couldnt wouldnt",
);
