import type { LanguageCode } from '../../src/text/types.js';

/** Competency → words of questions that ask for it. */
const ASKED: Readonly<Record<string, Readonly<Record<LanguageCode, RegExp>>>> = {
  'conflict-resolution': {
    en: /conflict|clash|disagree|argu|dispute|complain|angry|upset|rude|unhappy|dissatisf|difficult (customer|client|guest|colleague|coworker|co-worker|person|people|patient|passenger|parent|stakeholder|boss|manager|conversation)|quarrel|hostile|aggressive|furious|tension|mediat|escalat/i,
    ru: /конфликт|разноглас|ссор|не сошл|жалоб|претензи|недоволь|агресс|скандал|(сложн|трудн)\S* (клиент|гост|пациент|покупател|заказчик|коллег|человек|разговор|люд)|спор|груб|хам|крич|не согласи|эскалац|ругал/iu,
  },
  composure: {
    en: /stress|pressure|calm|crisis|emergency|panic|difficult (customer|client|guest|patient)|angry|conflict with a (customer|client)|patience|be patient|impatient|temper|overwhelm/i,
    ru: /стресс|давлени|спокой|кризис|авари|эмоци|агресс|терпени|экстренн|форс-мажор|напряж|хладнокр|выдерж|экстремал|чрезвычайн|нервн|(сложн|трудн)\S* клиент|конфликт\S* с клиент/iu,
  },
  'customer-focus': {
    en: /customer|client|guest|(?<!be )patient\b|patients|passenger|extra mile|above and beyond|service recovery|exceeded expect|user\b|complain/i,
    ru: /клиент|гост|пациент|покупател|заказчик|сервис|обслужив|ожидани|пассажир|жалоб|претензи|эмпати|потребител|абонент|жильц/iu,
  },
  responsibility: {
    en: /mistake|error|fail|responsib|ownership|went wrong|regret|missed|accountab|fault|owned|criticis|integrity|wrong/i,
    ru: /ошиб|неудач|провал|ответственн|не справил|не получил|пошло не так|промах|сорвал|не удал|виноват|неправ|косяк|упусти|сожале|вы подвели/iu,
  },
  learning: {
    en: /learn|mistake|failure|failed|(?<!(customer|gave|give|difficult) )feedback(?! (to|from (a )?(client|customer)))|criticism|new skill|regret|lesson/i,
    ru: /(?<!\p{L})(на)?уч(ил|ит[еь]с|еб)(?!и (клиент|новичк|сотрудник|коллег))|обучи(лись|ться)|обучались|(самостоятельном|быстром) обучении|урок|критик|обратн\S* связ|неудач|ошиб|освои|осваив|нов\S* навык|вынесли|вывод/iu,
  },
  leadership: {
    en: /\blead|\bled\b|leader|motivat|managed a team|team through|delegat|underperform|inspir|subordinate|employee|management style|took charge|let someone go|staff|firing|your team\b|a team\b.*(goal|difficult|change)/i,
    ru: /лидер|как руководител|руководи(ли|л|те)(?!\p{L})|руководство (людьми|командой)|мотив|команд\S* .*(цел|кризис|собра|выстро|созда|трудн)|делегир|подчин[её]н|сотрудник|возглав|увольнен|вели? за собой|повел|управля\S* (команд|люд|коллектив)|свою команду|вашу команду|отстающ/iu,
  },
  motivation: {
    en: /motivat|inspir|morale|encourag|burnout|engage/i,
    ru: /мотив|вдохнов|выгоран|воодуш|поддержа\S* команд|боев\S* дух/iu,
  },
  teamwork: {
    en: /team(?! through)|colleague|coworker|co-worker|collaborat|cross-functional|department|different (personalit|style|background)|working with others|support(ed)? a|together|cooperat/i,
    ru: /команд|коллег|совместн|отделами|отделов|(друг|соседн)\S* отдел|между отдел|межотдел|взаимодейств|межфункц|смежн|коллектив|сотруднич|взаимопомощ|вместе|разн(ые|ыми|ых) (людьми|характер|люди)/iu,
  },
  'change-management': {
    en: /(?<!plan )(?<!plans )chang(?!ed (your|someone|somebody|a (customer|client))('s)? mind)(?!.*mind)(?!\S* (of )?(your |my )?(approach|plans?|communication|style))|introduc|implement|rollout|roll out|new (system|process|tool|software|technolog|procedure)|transition|migrat|restructur|resist/i,
    ru: /изменени|внедр|нов\S+ (процесс|систем|программ|инструмент|технолог|порядок|подход|регламент|правил)|реорганиз|переход|перестро|внедрен|сопротивлен|автоматиз/iu,
  },
  'process-improvement': {
    en: /improv|process|automat|efficien|streamlin|simplif|reduced|saved (time|money)|optimi|waste|innovat|suggestion|new idea|creative/i,
    ru: /улучш|процесс|автоматиз|оптимиз|эффективн|упрост|сократил|предложени\S* .*(улучш|внедр)|инициатив|рационализ|экономи|сэконом|регламент|порядок/iu,
  },
  'data-analysis': {
    en: /\bdata\b(?! (breach|leak|or privacy|request))(?<!(confidential|sensitive|personal) data)|analy|numbers|figures|metric|statistic|evidence|measur|report\b|kpi|dashboard/i,
    ru: /данн(ых|ые|ыми)|анализ|аналит|цифр|показател|метрик|статистик|отч[её]т/iu,
  },
  'decision-making': {
    en: /decision|decid|choice|choose|ambigu|uncertain|risk|judg|dilemma|incomplete information/i,
    ru: /(?<!нестандартно[ем] )(?<!нестандартного )решени[ея](?! (конфликт|проблем|нестандартн))|решились|выбор|выбра|неопредел|риск|дилемм|этическ|полномоч|неполн|нехватк\S* (данн|информ)/iu,
  },
  persuasion: {
    en: /persuad|convinc|influenc|objection|negotiat|(chang|win|won|buy).*(mind|round|over|buy-in)|buy-in|sold an idea|sell|stakeholder|sceptic|skeptic/i,
    ru: /убед|убежд|переубе|уговор|возраж|переговор|отстоя|отстаив|донес|повлия|продал|аргумент|переманил/iu,
  },
  prioritisation: {
    en: /deadline|priorit|time pressure|short notice|too much to do|workload|multitask|juggl|busy|several (projects|tasks)|competing|overload|backlog|time management|under pressure|organis\S* your/i,
    ru: /сжат|дедлайн|аврал|нагрузк|срочн|приоритет|многозадач|срок|завал|параллельн|планиру|объ[её]м|наплыв|поток|переработ|(нехватк|не хват|не было|мало|давлени|управлени|успе)\S* .*врем/iu,
  },
  'project-management': {
    en: /project|\borgani[sz]ed|(?<!as )planned|planning|\bevents?\b|launch|coordinat|budget|renovation|logistics/i,
    ru: /проект|организова|запуск|запусти|планирова|составили план|координ|мероприят|переезд|бюджет|сложн\S* (задач|ремонт|объект)/iu,
  },
  results: {
    en: /achiev|proud|accomplish|success|target|goal|exceed|increased|revenue|sales|saved|result|improved (sales|a metric|customer sat)|growth/i,
    ru: /достижени|горд|успех|успешн\S* (проект|результат|команд|год)|показател|увелич|вырос|перевыполн|выполн\S* план|превзошли план|результат|продаж|(?<!\p{L})цел[ьи](?!\p{L})|превзош|вклад/iu,
  },
  retention: {
    en: /\b(won|win|winning|retain|lost|losing|lose|save|saved|leave|leaving)\b.*(client|customer|account|contract|member|supplier)|\b(kept|keep|keeping) (a|the|your|an|our)? ?(\w+ )?(client|customer|account|member)(?! informed)|\bback\b (a|the|your) .*(client|customer)|(client|customer|account).*(leave|left|back|lost|cancel|renew|stay)|retention|churn|trust/i,
    ru: /верну\S* .*клиент|клиент\S* .*(верну|уйти|уход|ушел|потер)|удерж(?!.*сотрудник)|потер\S* клиент|отток|лояльн|довери[яею]\S* .*(клиент|заказчик|гост|пациент)/iu,
  },
  adaptability: {
    en: /adapt|flexib|ambigu|uncertain|chang(ed|ing) (priorit|plan|circum)|unexpected|improvis|sudden|adjust|new environment|limited resources|out of your comfort/i,
    ru: /гибк|адапт(?!\S* нов)|неопредел|измен\S* план|план\S* на ходу|внезапн|неожидан|непредвид|импровиз|не по плану|перемен|перестро|ограниченн\S* ресурс/iu,
  },
  communication: {
    en: /communicat|explain|bad news|difficult conversation|\bpresent(ed|ing|ation)?\b|listen|language barrier|misunderstand|feedback|audience|say no|expectation|translate|stakeholder/i,
    ru: /коммуник|объясн|плох\S* новост|сложн\S* разговор|презентац|выступ|слуша|недопонима|обратн\S* связ|отказать|отказ|переговор|общени|информир|договори/iu,
  },
  coaching: {
    en: /mentor|coach|(?<!not )train(ed|ing)|taught (?!you)|teach|newcomer|onboard|new (starter|colleague|employee)|develop(ed)? (someone|a|an|people|your)|helped (a|someone).*(grow|develop|improve|learn)|junior/i,
    ru: /настав|обуч(или|ал|ени)|научили(?!сь)|нович|стаж[её]р|адаптаци\S* (нов|сотруд)|вырастил|развити\S* (сотруд|подчин)|молод/iu,
  },
  negotiation: {
    en: /negotiat|supplier|contract|price|\b(a|the|of|your|big|best) deal\b|bargain|\bterms\b/i,
    ru: /переговор|поставщик|(?<!\p{L})торг|(?<!\p{L})цен[аыеу]|скидк|контракт|договорил|об условиях|условия (договор|контракт|сделк)/iu,
  },
};

export const COMPETENCIES: readonly string[] = Object.keys(ASKED);

/** Competencies that a question of the corpus asks for, by its words. */
export function askedFor(question: string, language: LanguageCode): readonly string[] {
  const text = question.toLowerCase().replaceAll('ё', 'е');
  return COMPETENCIES.filter((name) => ASKED[name]?.[language]?.test(text));
}
