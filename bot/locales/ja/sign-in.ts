import type { signIn as english } from "../en/sign-in";
import { toPoliteName } from "./polite-name";

export const signIn: typeof english = {
  signIn: {
    ask: "Rendezvous はあなたの名前で会議を作成するため、先にサインインが必要です。15 分以内にサインインすると、依頼した内容が自動的に実行されます。",
    button: "サインイン",
    waiting: ({ name }) =>
      `先に ${toPoliteName(name)}のサインインが必要です。その後、ここに回答を表示します。`,
    unreachable: ({ name }) =>
      `${toPoliteName(name)}、ここではサインインのボタンを表示できなかったため、まだ何も実行していません。Rendezvous との個人チャットで「サインイン」と入力してから、ここでもう一度依頼してください。`,
    signedIn: "サインインしています。",
    signedInWithNothingToDo:
      "サインインしました。前に依頼したことがある場合は、もう一度入力してください。",
    answered: "サインインしました。回答は、依頼した会話に表示されます。",
    notNeeded: "ここではサインインは不要です。Rendezvous はサインインなしで会議を作成します。",
    signedOut:
      "サインアウトしました。Rendezvous はあなたのサインインを破棄しました。あなたが開催する会議はそのまま残ります。",
    notSignedIn: "サインインしていなかったため、破棄するものはありませんでした。",
    tooLate:
      "依頼から 15 分以上過ぎてサインインされたため、何も実行していません。もう一度入力してください。",
    notCompleted:
      "サインインが完了しなかったため、まだ何も実行していません。もう一度「サインイン」を押すか、「@Rendezvous サインイン」と入力してください。",
    failures: {
      notInstalled:
        "Rendezvous が個人用に追加されていないため、Teams でサインインできませんでした。まだ何も実行していません。Teams の「アプリ」で Rendezvous を追加してから、「サインイン」を押してください。",
      notAccepted:
        "Rendezvous のサインイン要求を Teams が受け付けません。まだ何も実行していません。「サインイン」を押してください。解決しない場合は、Teams の管理者がアプリの登録を確認する必要があります（「API の公開」のアプリケーション ID URI がアプリ パッケージのものと一致していること）。",
      other:
        "Teams で自動的にサインインできませんでした。まだ何も実行していません。「サインイン」を押すか、1 分ほどしてから「@Rendezvous サインイン」と入力してください。",
    },
  },
};
