/**
 * Frequent function words, by which languages are told apart. A language that cannot be read is here so
 * that it is not taken for one that can. Words that two languages share count for both.
 */
export const LATIN_SCRIPT: Readonly<Record<string, string>> = {
  en: `the and to of a in was i we it that for on with my they he she had is were this be as at by from but our
     have not so their them an his her me which would who when what about after before because then us up out
     did do been are you could if all there no into how more than one two will can just i'm i'd i've didn't
     don't wasn't couldn't it's that's its im ive dont didnt now first also only every some any over until
     while why has where or your got get went made said told asked`,
  de: `der die das und ich nicht ein eine einen wir mit war hatte den dem zu auf für ist im sich es dass von
     habe haben wurde auch aber nach bei als mein unser unsere sie er aus hat sind wie oder kunden einer`,
  fr: `le la les et je nous un une des du de que qui dans pour pas avec était avais avons sur ce il elle est au
     aux mon ma mes notre j'ai plus mais par ai été c'était n'a d'un d'une l'équipe client`,
  es: `el la los las y yo que de en un una con por para no era fue mi nuestro se lo del al como pero más había
     hice cuando este esta muy su sus cliente equipo estaba tuve`,
  it: `il la gli e io che di un una con per non era è mi nostro si del della al come ma più ho abbiamo ha quando
     questo sono nel cliente i le lo da alla anche stato`,
  pt: `o a os as e eu que de em um uma com por para não era foi meu nosso se do da no na como mas mais tinha
     quando este muito seu ao cliente equipe fiz estava`,
  nl: `de het een en ik niet wij we met was had van op voor is in dat die zijn mijn onze er maar ook bij als
     naar om te klant hebben heb werd aan`,
  pl: `i w na z do nie się że to jest był była ja my o za od po jak ale dla co klient klienta w moim byłem byłam
     przez przy oraz`,
  cs: 'a v na s do ne se že to je byl byla já my o za od po jak ale pro co jsem jsme klient který ve',
  ro: 'și în pe cu de la nu să că este a fost eu noi o un din pentru am care mai dar client sa si',
  sv: 'och jag inte en ett vi med var hade den det till på för är som att av om från kund men så',
  fi: 'ja minä ei on oli me että se ovat olin kun mutta niin asiakas kanssa oli ollut',
  tr: 've bir bu için ben biz ile de da çok daha olarak olan müşteri sonra ama gibi kadar',
  id: 'dan yang di saya kami untuk dengan tidak ini itu dari ke pada adalah telah akan sebagai',
  /** Russian typed in Latin letters. */
  translit:
    'ya my chto ne na v dlya bylo byl byla kogda potom on ona oni eto kak i s nas menya mne klient posle bilo',
};

export const CYRILLIC_SCRIPT: Readonly<Record<string, string>> = {
  ru: `и в не на я что с мы по у как он она они это за к но из все был была было были для от мне меня нас нам
     его ее их так же то до после когда потом уже бы чтобы только если или о об при со ему ей который без про да ну вот там тут ли под над нет есть`,
  uk: `і в у не на я що з ми по як він вона вони це за до але із всі був була було були для від мені мене нас
     нам його її їх так же та після коли потім вже щоб тільки якщо або про при зі йому й`,
  be: 'і ў не на я што з мы па як ён яна яны гэта за да але быў была было былі для ад мяне нас яго',
  bg: `и в не на аз че с ние по как той тя те това за към но от всички беше бях бяха са съм се да ще си го му
     ги им след когато или ли при със във който която които един една много сме`,
  sr: 'и у не на ја што са ми по како он она они то за до али из био била било сам смо је су се да',
};
