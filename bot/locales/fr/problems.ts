import type { problems as english } from "../en/problems";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const problems: Incomplete<typeof english> = {
  problems: {
    past: { title: "Cette heure est déjà passée", text: "Choisissez une heure à venir." },
    "no-clock-time": {
      today: "À quelle heure aujourd’hui ?",
      tomorrow: "À quelle heure demain ?",
      day: ({ day }) => `À quelle heure le ${day} ?`,
      todayIn: {
        morning: "À quelle heure ce matin ?",
        midday: "À quelle heure ce midi ?",
        afternoon: "À quelle heure cet après-midi ?",
        evening: "À quelle heure ce soir ?",
      },
      tomorrowIn: {
        morning: "À quelle heure demain matin ?",
        midday: "À quelle heure demain midi ?",
        afternoon: "À quelle heure demain après-midi ?",
        evening: "À quelle heure demain soir ?",
      },
      dayIn: {
        morning: ({ day }) => `À quelle heure le matin (${day}) ?`,
        midday: ({ day }) => `À quelle heure le midi (${day}) ?`,
        afternoon: ({ day }) => `À quelle heure l’après-midi (${day}) ?`,
        evening: ({ day }) => `À quelle heure le soir (${day}) ?`,
      },
      text: ({ example }) => `Par exemple, ${example}.`,
    },
    "time-in-name": {
      title: "Quand a lieu la réunion ?",
      text: ({ words, name }) =>
        `« ${words} » ressemble à un horaire. Choisissez-en un, ou gardez le nom « ${name} ».`,
    },
    "end-before-start": {
      title: "La fin est avant le début",
      text: ({ start, end }) => `Début : ${start}. Fin : ${end}.`,
    },
    "end-without-start": {
      title: "Quand commence la réunion ?",
      text: ({ end }) => `Fin : ${end}.`,
    },
    "no-length": { title: "Quelle durée ?", text: "Une réunion dure au moins une minute." },
    "no-rule": {
      title: "Quelle est la périodicité ?",
      text: ({ example }) => `Entrez une règle, par exemple « ${example} ».`,
    },
    "no-name": { title: "Entrez un nom", text: "Une réunion doit avoir un nom." },
    "time-needed": {
      title: "Quand a lieu la réunion ?",
      text: "Une réunion planifiée doit garder un horaire. Choisissez une date et une heure.",
    },
    "too-long": {
      title: "C’est trop long",
      text: plural(
        "fr",
        "Une réunion peut durer jusqu’à {count, plural, one {# heure} other {# heures}}.",
      ),
    },
    "nonexistent-time": {
      title: "Cette heure n’existe pas",
      text: ({ time, suggestion }) =>
        `Changement d’heure : ${time} n’existe pas. Pourquoi pas ${suggestion} ?`,
    },
    "doubled-time": {
      title: "Cette heure revient deux fois",
      text: ({ time, suggestion }) =>
        `Changement d’heure : ${time} revient deux fois. Pourquoi pas ${suggestion} ?`,
    },
    "two-times": {
      title: "À quelle heure ?",
      text: ({ first, second }) => `Vous avez indiqué deux heures : « ${first} » et « ${second} ».`,
    },
    "two-lengths": {
      title: "Quelle durée ?",
      text: ({ first, second }) => `Vous avez indiqué deux durées : « ${first} » et « ${second} ».`,
    },
    "vague-day": {
      title: "Quel jour ?",
      text: ({ day }) => `« ${day} » peut désigner plusieurs jours.`,
    },
    "no-such-day": {
      title: "Quel jour ?",
      text: ({ day }) => `« ${day} » n’existe pas.`,
    },
    "stray-day": {
      title: "Quand a lieu la réunion ?",
      text: ({ day, time }) => `Vous avez indiqué « ${day} » et « ${time} ».`,
    },
    "unknown-zone": {
      title: "Quel fuseau horaire ?",
      text: ({ zone }) => `« ${zone} » est ambigu. Choisissez l’heure dans votre fuseau horaire.`,
    },
    "room-unreadable": {
      title: "Ce nom de salle ne convient pas",
      text: "Utilisez des lettres, des chiffres, « - » et « _ », par exemple #design.",
    },
    "no-address": {
      title: ({ typed }) => `« ${typed} » n’est pas une adresse e-mail`,
      text: "Entrez des adresses complètes, comme bo@contoso.com, séparées par des virgules.",
    },
    "room-too-long": {
      title: "Ce nom de salle est trop long",
      text: plural(
        "fr",
        "Il peut comporter jusqu’à {count, plural, one {# caractère} other {# caractères}}.",
      ),
    },
    "two-rooms": {
      title: "Quelle salle ?",
      text: ({ first, second }) => `Vous avez indiqué #${first} et #${second}.`,
    },
    "room-and-here": {
      title: "Salle ou fil ?",
      text: ({ room }) => `Vous avez indiqué #${room} et ce fil.`,
    },
    "too-many-people": {
      title: "Trop de personnes à la fois",
      text: plural(
        "fr",
        "Vous pouvez inviter jusqu’à {count, plural, one {# personne} other {# personnes}} à la fois. Les autres peuvent rejoindre la réunion avec le lien.",
      ),
    },
  },
  solve: {
    day: "Date",
    time: "Heure",
    minutes: "Durée",
    setTime: "Définir l’heure",
    setLength: "Définir la durée",
    withoutTime: "Sans horaire",
    useName: "Créer avec ce nom",
    thread: "Ce fil",
    room: ({ name }) => `Utiliser #${name}`,
    firstPeople: plural(
      "fr",
      "{count, plural, one {Inviter la première} other {Inviter les # premières}}",
    ),
  },
  rename: {
    title: ({ subject }) => `Quel nouveau nom pour « ${subject} » ?`,
    text: "Entrez le nom de la réunion.",
    name: "Nom",
    button: "Renommer",
  },
  move: {
    title: ({ subject }) => `Quel nouvel horaire pour « ${subject} » ?`,
    text: "Choisissez une date et une heure.",
    button: "Déplacer",
  },
  thread: {
    title: "Ce n’est pas un fil",
    none: "Répondez dans un fil pour utiliser « ici ».",
    noneInChat: "Seuls les canaux ont des fils.",
    meet: { channel: "Réunion dans ce canal", chat: "Réunion dans cette conversation" },
    use: {
      channel: "Utiliser la réunion du canal",
      chat: "Utiliser la réunion de la conversation",
    },
  },
};
