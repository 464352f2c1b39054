import type { LanguageCode } from '../../src/text/types.js';

/** Competency → words of questions that ask for it. */
const ASKED: Readonly<Record<string, Readonly<Record<LanguageCode, RegExp>>>> = {
  'conflict-resolution': {
    en: /conflict|clash|disagree|argu|dispute|complain|angry|upset|rude|unhappy|dissatisf|difficult (customer|client|guest|colleague|coworker|co-worker|person|people|patient|passenger|parent|stakeholder|boss|manager|conversation)|quarrel|hostile|aggressive|furious|tension|mediat|escalat/i,
    ru: /конфликт|разноглас|ссор|не сошл|жалоб|претензи|недоволь|агресс|скандал|(сложн|трудн)\S* (клиент|гост|пациент|покупател|заказчик|коллег|человек|разговор|люд)|спор|груб|хам|крич|не согласи|эскалац|ругал/iu,
  },
  composure: {
    en: /stress|pressure|calm|crisis|emergency|panic|difficult customer|angry|conflict with a (customer|client)|patien(t|ce)\b|temper|overwhelm/i,
    ru: /стресс|давлени|спокой|кризис|авари|эмоци|агресс|терпени|экстренн|форс-мажор|напряж|хладнокр|выдерж|экстремал|чрезвычайн|нервн|(сложн|трудн)\S* клиент|конфликт\S* с клиент/iu,
  },
  'customer-focus': {
    en: /customer|client|guest|patient\b|patients|passenger|extra mile|above and beyond|service recovery|exceeded expect|user\b|complain/i,
    ru: /клиент|гост|пациент|покупател|заказчик|сервис|обслужив|ожидани|пассажир|жалоб|претензи|эмпати|потребител|абонент|жильц/iu,
  },
  responsibility: {
    en: /mistake|error|fail|responsib|ownership|went wrong|regret|missed|accountab|fault|owned|criticis|integrity|wrong/i,
    ru: /ошиб|неудач|провал|ответственн|не справил|не получил|пошло не так|промах|сорвал|не удал|виноват|неправ|косяк|упусти|сожале|подвел/iu,
  },
  learning: {
    en: /learn|mistake|failure|failed|feedback|criticism|skill|regret|lesson/i,
    ru: /учил|обучен|научил|урок|критик|обратн\S* связ|неудач|ошиб|освои|осваив|нов\S* навык|учит|вынесли|вывод/iu,
  },
  leadership: {
    en: /\blead|\bled\b|leader|motivat|managed a team|team through|delegat|underperform|inspir|subordinate|employee|management style|took charge|let someone go|staff|firing|your team\b|a team\b.*(goal|difficult|change)/i,
    ru: /лидер|руковод(?!ств)|руководил|мотив|команд\S* .*(цел|кризис|собра|выстро|созда|трудн)|делегир|подчин[её]н|сотрудник|возглав|увольнен|вели? за собой|повел|управля\S* (команд|люд|коллектив)|свою команду|вашу команду|отстающ/iu,
  },
  motivation: {
    en: /motivat|inspir|morale|encourag|burnout|engage/i,
    ru: /мотив|вдохнов|выгоран|воодуш|поддержа\S* команд|боев\S* дух/iu,
  },
  teamwork: {
    en: /team(?! through)|colleague|coworker|co-worker|collaborat|cross-functional|department|different (personalit|style|background)|working with others|support(ed)? a|together|cooperat/i,
    ru: /команд|коллег|совместн|отдел|взаимодейств|межфункц|смежн|коллектив|сотруднич|взаимопомощ|вместе|разн(ые|ыми|ых) (людьми|характер|люди)/iu,
  },
  'change-management': {
    en: /chang(?!ed (your|someone|somebody|a (customer|client))('s)? mind)(?!.*mind)|introduc|implement|rollout|roll out|new (system|process|tool|software|technolog|procedure)|transition|migrat|restructur|resist/i,
    ru: /изменени|внедр|нов\S+ (процесс|систем|программ|инструмент|технолог|порядок|подход|регламент|правил)|реорганиз|переход|перестро|внедрен|сопротивлен|автоматиз/iu,
  },
  'process-improvement': {
    en: /improv|process|automat|efficien|streamlin|simplif|reduced|saved (time|money)|optimi|waste|innovat|suggestion|new idea|creative/i,
    ru: /улучш|процесс|автоматиз|оптимиз|эффективн|упрост|сократил|предложени\S* .*(улучш|внедр)|инициатив|рационализ|экономи|сэконом|регламент|порядок/iu,
  },
  'data-analysis': {
    en: /\bdata\b|analy|numbers|figures|metric|statistic|evidence|measur|report\b|kpi|dashboard/i,
    ru: /данн(ых|ые|ыми)|анализ|аналит|цифр|показател|метрик|статистик|отч[её]т/iu,
  },
  'decision-making': {
    en: /decision|decid|choice|choose|ambigu|uncertain|risk|judg|dilemma|say no|incomplete information/i,
    ru: /решени[ея](?! (конфликт|проблем))|решил(и|ись)? .*|выбор|выбра|неопредел|риск|дилемм|этическ|нестандартн|полномоч|неполн|нехватк\S* (данн|информ)/iu,
  },
  persuasion: {
    en: /persuad|convinc|influenc|objection|negotiat|(chang|win|won|buy).*(mind|round|over|buy-in)|buy-in|sold an idea|sell|stakeholder|sceptic|skeptic/i,
    ru: /убед|убежд|переубе|уговор|возраж|переговор|отстоя|отстаив|донес|повлия|продал|продаж|аргумент|переманил/iu,
  },
  prioritisation: {
    en: /deadline|priorit|time pressure|short notice|too much to do|workload|multitask|juggl|busy|several (projects|tasks)|competing|overload|backlog|time management|under pressure|organis\S* your/i,
    ru: /сжат|дедлайн|аврал|нагрузк|срочн|приоритет|многозадач|срок|завал|параллельн|планиру|объ[её]м|наплыв|поток|переработ|время/iu,
  },
  'project-management': {
    en: /project|organi[sz]ed|planned|planning|event|launch|coordinat|budget|moved|renovation|logistics/i,
    ru: /проект|организова|запуск|запусти|план|координ|мероприят|переезд|бюджет|сложн\S* (задач|ремонт|объект)/iu,
  },
  results: {
    en: /achiev|proud|accomplish|success|target|goal|exceed|increased|revenue|sales|saved|result|improved (sales|a metric|customer sat)|growth/i,
    ru: /достижени|горд|успех|успешн|показател|увелич|вырос|план |перевыполн|результат|продаж|цел[ьи]|превзош|вклад/iu,
  },
  retention: {
    en: /(won|win|winning|kept|keep|retain|lost|losing|lose|save|saved|nearly lost|leave|leaving|back).*(client|customer|account|contract|member|supplier)|(client|customer|account).*(leave|left|back|lost|cancel|renew|stay)|retention|churn|trust/i,
    ru: /верну\S* .*клиент|клиент\S* .*(верну|уйти|уход|ушел|ушёл|потер)|удерж|удержа|потер\S* клиент|отток|лояльн|довери/iu,
  },
  adaptability: {
    en: /adapt|flexib|ambigu|uncertain|chang(ed|ing) (priorit|plan|circum)|unexpected|improvis|sudden|adjust|new environment|limited resources|out of your comfort/i,
    ru: /гибк|адапт|неопредел|измен\S* план|план\S* на ходу|внезапн|неожидан|непредвид|импровиз|не по плану|перемен|перестро|нестандартн|ограниченн\S* ресурс/iu,
  },
  communication: {
    en: /communicat|explain|bad news|difficult conversation|present|listen|language barrier|misunderstand|feedback|audience|say no|expectation|translate|stakeholder/i,
    ru: /коммуник|объясн|плох\S* новост|сложн\S* разговор|презентац|выступ|слуша|недопонима|обратн\S* связ|отказать|отказ|переговор|общени|информир|договори/iu,
  },
  coaching: {
    en: /mentor|coach|train(ed|ing)|taught|teach|newcomer|onboard|new (starter|colleague|employee)|develop(ed)? (someone|a|an|people|your)|helped (a|someone).*(grow|develop|improve|learn)|junior/i,
    ru: /настав|обуч(или|ал|ени)|научили|нович|стаж[её]р|адаптаци\S* (нов|сотруд)|вырастил|развити\S* (сотруд|подчин)|молод/iu,
  },
  negotiation: {
    en: /negotiat|supplier|contract|price|deal\b|bargain|terms/i,
    ru: /переговор|поставщик|торг|цен[аыу]|скидк|контракт|договорил|условия/iu,
  },
};

export const COMPETENCIES: readonly string[] = Object.keys(ASKED);

/** Competencies that a question of the corpus asks for, by its words. */
export function askedFor(question: string, language: LanguageCode): readonly string[] {
  const text = question.toLowerCase().replaceAll('ё', 'е');
  return COMPETENCIES.filter((name) => ASKED[name]?.[language]?.test(text));
}
