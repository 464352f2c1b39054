import { describe, expect, test } from 'vitest';
import { recogniseLanguage } from '../../src/text/language.js';

describe('recogniseLanguage', () => {
  test.each([
    ['ru', 'Клиент ушёл, я позвонила.'],
    ['ru', 'да'],
    ['ru', 'Позвонил'],
    ['ru', 'Настроил SLA, CSAT и NPS в Zendesk и Jira Service Management'],
    ['ru', 'Перенёс CRM на Dynamics 365, потом на Salesforce Service Cloud'],
    ['ru', 'да никак, сказали переделать значит переделать'],
    ['ru', 'Да, помогал неоднократно, оказывал практическую помощь.'],
    ['ru', 'сократил отток с 12 до 9 %'],
    ['ru', 'и\u0306од и\u0306огурт'],
    ['en', 'The client left and I called them.'],
    ['en', 'Called'],
    ['en', 'so its like monday 8am and this regular comes in'],
    ['en', 'Cut churn by 12%, trained 5 agents, rolled out macros'],
    ['en', 'I worked with «Привет» and other Russian brands at the time'],
    ['en', 'Reduced response time. Built onboarding. Automated reports. Migrated tickets. Hired engineers.'],
    ['en', 'My résumé says café manager, which I was'],
    [null, ''],
    [null, '123 456 — 78 %!'],
    [null, '🙂🙂🙂'],
    [null, 'Ich habe den Kunden angerufen und wir haben eine Lösung gefunden.'],
    [null, "J'ai appelé le client et nous avons trouvé une solution."],
    [null, 'Llamé al cliente y encontramos una solución para el equipo.'],
    [null, 'Ho chiamato il cliente e abbiamo trovato una soluzione.'],
    [null, 'Liguei para o cliente e encontramos uma solução.'],
    [null, 'Ik heb de klant gebeld en we hebben een oplossing gevonden.'],
    [null, 'Zadzwoniłem do klienta i znaleźliśmy rozwiązanie, bo nie było czasu.'],
    [null, 'Zavolal jsem klienta a našli jsme řešení, ale bylo to těžké.'],
    [null, 'Müşteriyi aradım ve bir çözüm bulduk, ama çok zordu.'],
    [null, 'Я зателефонував клієнту, і ми знайшли рішення.'],
    [null, 'Обадих се на клиента и намерихме решение, защото беше спешно.'],
    [null, 'Я патэлефанаваў кліенту, і мы знайшлі рашэнне.'],
    [null, 'Позвао сам клијента и нашли смо решење.'],
    [null, 'Мен клиентке қоңырау шалдым, біз шешім таптық.'],
    [null, '我给客户打了电话，我们找到了解决办法。'],
    [null, '顧客に電話して、解決策を見つけました。'],
    [null, 'اتصلت بالعميل ووجدنا حلا'],
    [null, 'Τηλεφώνησα στον πελάτη και βρήκαμε λύση'],
    [null, 'ya pozvonil klientu, potom my sdelali vse kak nado i on ne ushel'],
    [null, 'bcdf ghjk lmnp'],
  ])('%s: %s', (language, text) => {
    expect(recogniseLanguage(text)).toBe(language);
  });
});
