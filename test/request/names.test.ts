import { CONTEXTS, list, read, type Language } from "./typed";

/** Names that contain numbers, months, weekdays and other words of time, but no time. */
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: list(
    "Q3 planning|Release 1.5.3 retro|Party at 101,194 points|We may ship|Ship at 6.5 kilograms|24/7 support",
    "May planning|Sunday Times review|Marching band|Second opinion|Catch 22|Route 66|Section 8 housing|Half-life 3",
    "Top 10 bugs|Sprint 15 demo|Room 12 setup|Version 2.0|5 whys|Python 3.12 upgrade|Quarter pounder|Third time lucky",
    "ISO 27001 audit|First aid|March madness|Monday blues|One on one|Around the world|High noon|Past and future|To be or not to be",
  ),
  fr: list(
    "Cet été à la mer|Point à 360 degrés|Réunion à trois|Mardi gras|Plan de mars|Bilan 2026|Revue du T3|Budget à 5 ans",
    "Le quart de finale|Demi-finale|Salle 12|Atelier numéro 3|Premier tour|Mi-temps|Vers la qualité|Dix sur dix|Le tour du monde en 80 jours",
    "Équipe de nuit|Canal du Midi|Comité des 12 sages|Point d'étape",
  ),
  ru: list(
    "Этим летом на море|Обзор за 2026 год|Релиз 2.5|План на год|Час пик|Половина команды|Первый этап|Третий квартал",
    "Группа 15|Комната 12|Рабочая среда|Пятница на даче|Двадцать вопросов|Раз в неделю|До свидания|Проект 2030|Около дела",
    "Итоги второго квартала|Среда разработки|Минута славы",
  ),
  ja: list(
    "夏の合宿|第3回定例|一時停止の検討|五分咲き|Q3計画|1対1|三点リーダーの件|バージョン2.0|10周年企画|月次報告|日次レビュー",
    "前期の振り返り|後半戦の準備|半期レビュー|5か年計画|十分な議論|今後の方針|夜会の企画|朝会の改善|2026年度計画|第二営業部",
  ),
  zh: list(
    "今年夏天去海边|第三季度规划|双十一复盘|三点建议|一点想法|要点汇总|五年计划|版本2.0|第3次例会|二十四节气",
    "周报讨论|月度总结|半年回顾|早期用户访谈|十点方案|十分满意|后天免疫|下午茶安排|晚会筹备|日程管理|时间管理培训|前后端对齐",
  ),
};

/** Names with words that end a text to say when, and that are asked about there. */
const NEAR_MISSES: Readonly<Record<Language, readonly string[]>> = {
  en: list(
    "End of day report template|Close of business process|After lunch quiz rules|Half past human|Now, next, later",
    "Christmas in July|April in Paris|June bugs|Planning for next week|Planning for June|Plan the week|Song of the month",
    "Aspect ratio 16/9|Part 3/12|Hindsight is 20/20|Quarterly business review|Annual report|Weekly digest|Casual Friday policy",
    "Second Monday blues|First Friday art walk|Fri tools|Chat with Thu|Frida Kahlo exhibit|Domain 101|Sundae bar|In ten words",
    "Yearly goals|Twice as nice|Every second counts|Support Mon-Fri",
    "Buy now, pay later|Sooner or later|Coming soon|Workshop 1/2|Rated 9/10|Remembering 9/11|Python 3.12|Ubuntu 24.04|Version 1.15",
    "Before Sunrise|Life after Tuesday people|Due diligence|Until dawn|Up to date|Ticket 0930|Phase 2 - planning|In 10 words|Christmas party",
  ),
  fr: list(
    "Mars en mai|Le mardi gras à Nice|Fin de semaine difficile|Format 16/9|Domaine public|Plus tard dans la vie",
    "Comité des neuf|Équipe de 9|Avant-première|Tôt ou tard|Marché de Noël|Atelier 1/2|Soirée jeux",
    "Planning de la semaine prochaine|Bilan de fin de mois|Deux fois plus vite|L'heure du code|Après-midi jeux|Réunion de mi-parcours",
  ),
  ru: list(
    "Завтрак с командой|Субботник во дворе|План работ на неделю|Отчёт за неделю|Позже напишу|Дважды два|Первый блин",
    "Скоро лето|Подготовка к 5 этапу|Путь к успеху|До и после|Перед релизом|Тихий час|Версия 2.15|День сурка",
    "Вторник без встреч|Час кода|Неделя моды|Бородино в 1812",
  ),
  ja: list(
    "夜間バッチの件|午後の紅茶企画|来週の予定|月末締め処理|週末の過ごし方|一時帰国の件|後でやること|千夜一夜物語|四半期決算",
    "楽しい週末|週末プロジェクト|年末調整の件|バージョン1.15|三日坊主|半日研修|当面の課題|いつもの件|クリスマス会",
    "月曜病対策|朝活の案内|チームランチ|チームでお昼",
  ),
  zh: list(
    "周末愉快|下周计划|月底盘点方案|三分之二多数|五月天演唱会|星期五乐队|一会儿见的设计|一周年庆典|晚点名制度",
    "快乐周末|年底总结|版本1.15|三点共识|十点建议|半天假|整天培训|老时间老地方|晚点通知|马上办",
    "季度复盘|二月河作品",
  ),
};

describe.each([
  ["an ordinary name", NAMES],
  ["a name with words that could say when", NEAR_MISSES],
] as const)("%s stays silent", (_kind, names) => {
  const rows = Object.entries(names).flatMap(([language, texts]) =>
    texts.map((text) => [language as Language, text] as const),
  );
  test.each(rows)("%s: %s", (language, name) => {
    const request = read(name, CONTEXTS[language]);
    expect(request).toMatchObject({ topic: name, people: [] });
    expect(request.time).toBeUndefined();
  });
});
