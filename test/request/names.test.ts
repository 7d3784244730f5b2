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

describe.each(Object.entries(NAMES))("%s: an ordinary name stays silent", (language, names) => {
  test.each(names)("%s", (name) => {
    const request = read(name, CONTEXTS[language as Language]);
    expect(request).toMatchObject({ topic: name, people: [] });
    expect(request.time).toBeUndefined();
  });
});
