import type { LanguageCode } from '../../src/text/types.js';

/** Questions of the corpus that ask the same as questions of the banks, by their words. */
interface Alike {
  readonly questions: readonly string[];
  readonly asked: Readonly<Record<LanguageCode, RegExp>>;
  /** What is put in the same words and asks for another story. */
  readonly butNot?: Readonly<Record<LanguageCode, RegExp>>;
}

const ALIKE: readonly Alike[] = [
  {
    questions: [
      'sm-client-conflict',
      'ch-hardest-client-conflict',
      'ch-dissatisfied-client',
      'sm-difficult-customer',
    ],
    asked: {
      en: /(conflict|difficult|angry|unhappy|upset|rude|dissatisfied|complain)\S* .*(customer|client|guest|patient|passenger|user|parent)|complain/i,
      ru: /(конфликт|сложн|трудн|недоволь|агрессив|скандал)\S* .*(клиент|гост|пациент|покупател|заказчик)|жалоб|претензи/iu,
    },
    butNot: {
      en: /(brought down|analyse|number of|volume of|caused many|led to a change|based on a single) .*complaint|complaint that led/i,
      ru: /(снизи|снижа|уменьш|количеств|числ)\S* .*жалоб/iu,
    },
  },
  {
    questions: ['sm-conflict-with-colleague', 'ch-conflict-colleague'],
    asked: {
      en: /(conflict|clash|disagree)\S* .*(colleague|coworker|co-worker|teammate)/i,
      ru: /(конфликт|разноглас|ссор|не сошл)\S* .*(коллег|коллектив)/iu,
    },
  },
  {
    questions: ['sm-own-mistake', 'ch-own-mistake'],
    asked: {
      en: /mistake|error you made/i,
      ru: /(сво|ваш|вы)\S* .*ошиб|допустили ошиб|вы ошиб|(сво|ваш)\S* ошиб/iu,
    },
    butNot: {
      en: /(found|caught) a mistake|someone else's|by (a|another|your|someone)|your team made|in your department/i,
      ru: /чуж|(нашли|обнаружили|проработали) ошибк|(числ|количеств)\S* ошибок|работали над ошибк|доверие/iu,
    },
  },
  {
    questions: ['sm-biggest-achievement', 'ch-biggest-achievement'],
    asked: {
      en: /achievement|you are proud of|you're proud of/i,
      ru: /достижени|горд/iu,
    },
  },
  {
    questions: ['sm-tight-deadline', 'sm-under-pressure'],
    asked: {
      en: /deadline|time pressure|short notice|too much to do|heavy workload/i,
      ru: /сжат|дедлайн|аврал|нагрузк|срочн/iu,
    },
    butNot: {
      en: /(plan|changed) .*short notice/i,
      ru: /долгосрочн|снижали нагрузку/iu,
    },
  },
  {
    questions: ['sm-strong-stress'],
    asked: {
      en: /stress/i,
      ru: /стресс/iu,
    },
    butNot: {
      en: /distress/i,
      ru: /^$/u,
    },
  },
  {
    questions: ['sm-team-project', 'ch-team-project'],
    asked: {
      en: /team project|project.*team|complex project|worked in a team/i,
      ru: /командн\S* проект|проект\S* .*команд|сложн\S* проект/iu,
    },
  },
  {
    questions: ['sm-persuading-customer', 'ch-persuade-client'],
    asked: {
      en: /(persuad|convinc|chang|win|won).*(client|customer)('s mind)?|objection/i,
      ru: /(убед|переубед|возражен|уговор)\S* .*(клиент|заказчик|покупател)|(клиент|заказчик).*(убед|переубед)|возражени/iu,
    },
    butNot: {
      en: /a (change|win) (in|you)/i,
      ru: /руководств|сотрудник/iu,
    },
  },
  {
    questions: ['sm-decision-under-pressure', 'ch-decision-pressure'],
    asked: {
      en: /(hard|difficult|quick|tough|unpopular).* decision|decision.*pressure/i,
      ru: /(сложн|трудн|быстр|непопулярн|тяж[её]л)\S* .*?решени|решени\S* .*давлен/iu,
    },
    butNot: {
      en: /unpopular/i,
      ru: /непопулярн/iu,
    },
  },
  {
    questions: ['ch-decision-uncertainty'],
    asked: {
      en: /quick decision|(incomplete|limited) information|ambigu|uncertain/i,
      ru: /неопредел|неполн|быстр\S* решен|нехватк\S* (данн|информ)/iu,
    },
  },
  {
    questions: ['ch-introduce-change'],
    asked: {
      en: /(introduc|implement|led|manag|improv).*(change|process|system|technology|tool)/i,
      ru: /внедр|изменени|улучшили процесс|нов\S+ (процесс|систем)/iu,
    },
    butNot: {
      en: /(change in|sudden|last-minute|plan changed|you didn't choose|changes? of) |(plan|complaint)\S* .*chang|last-minute/i,
      ru: /планов|график|приспос|подстраи|адаптир|реагир|сопротивлялись|не нравил|в условиях изменени/iu,
    },
  },
  {
    questions: ['ch-improve-metrics'],
    asked: {
      en: /improved? (customer satisfaction|sales|a metric|productivity|efficien)|reduced costs|increased/i,
      ru: /показател|производительн|эффективност|увеличил|вырос/iu,
    },
  },
  {
    questions: ['ch-motivate-hard-goal', 'ch-motivate-under-load', 'sm-motivating-short-handed'],
    asked: {
      en: /motivat\S* .*(team|others|people|someone)/i,
      ru: /мотивир\S* .*(команд|людей|сотрудник|коллег)|замотивир/iu,
    },
  },
  {
    questions: ['ch-figures-against-opinion'],
    asked: {
      en: /data .*(contradict|decision|surpris|against)|used data/i,
      ru: /(данн|цифр)\S* .*(противореч|мнени|реш)|на основе данных|с помощью данных/iu,
    },
    butNot: {
      en: /^$/,
      ru: /не хватало/iu,
    },
  },
  {
    questions: ['sm-between-departments', 'ch-coordinate-departments'],
    asked: {
      en: /departments|cross-functional|another (department|team)/i,
      ru: /отделами|отделов|межфункц|смежн|другим отделом/iu,
    },
  },
  {
    questions: ['ch-different-styles'],
    asked: {
      en: /different .*(personalit|style|background|people)/i,
      ru: /разн(ые|ыми|ых).*(людьми|характер|взгляд|люди)/iu,
    },
  },
  {
    questions: ['ch-client-won-back'],
    asked: {
      en: /(won|win)\S* .*back|(lost|unhappy) (client|customer).*back/i,
      ru: /верну\S* .*клиент|клиент\S* .*верну/iu,
    },
    butNot: {
      en: /trust/i,
      ru: /довери/iu,
    },
  },
];

/** What asks for a habit, an opinion or a plan has no question of a bank that asks for a story beside it. */
const NO_STORY =
  /how do you|how would you|what is|what are|what motivates|why |^как вы (?!решили)|что для вас|почему|какие|относит|реагируе|справляет|работаете/iu;

/** Ids of the questions of the banks that an answer to a question of the corpus answers, too. */
export function alike(asked: string, language: LanguageCode): readonly string[] {
  if (NO_STORY.test(asked)) return [];
  return ALIKE.filter(
    (one) => one.asked[language]?.test(asked) && one.butNot?.[language]?.test(asked) !== true,
  ).flatMap(({ questions }) => questions);
}
