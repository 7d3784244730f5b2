import type { signIn as english } from "../en/sign-in";
import type { Incomplete } from "../messages";
import { toPoliteName } from "./polite-name";

export const signIn: Incomplete<typeof english> = {
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
  signInPage: {
    close: "閉じる",
    working: {
      title: "お待ちください",
      text: "Microsoft でサインインしています。",
      next: "1 分待っても何も起こらない場合は、このウィンドウを閉じて、Teams でもう一度「サインイン」を押してください。",
    },
    done: {
      title: "サインインしました",
      text: "Teams に伝えました。依頼した内容の処理が続きます。",
      next: "このウィンドウを閉じてかまいません。",
    },
    outside: {
      title: "このページは Teams から開いてください",
      text: "Rendezvous にサインインするためのページです。Teams が開いたときにだけ動作します。",
      next: "このウィンドウを閉じ、Teams で Rendezvous に「サインイン」と入力して、「サインイン」を押してください。",
    },
    unheard: {
      title: "Teams が応答しません",
      text: "Microsoft でのサインインは済みましたが、結果を受け取る Teams がこのウィンドウに応答しません。",
      next: "このウィンドウを閉じ、Teams で Rendezvous に「サインイン」と入力して、もう一度「サインイン」を押してください。",
    },
    declined: {
      title: "サインインしていません",
      text: "あなたの名前で会議を作成することが許可されなかったため、何も実行していません。",
      next: "続ける場合は、このウィンドウを閉じ、Teams でもう一度「サインイン」を押して、承諾してください。",
    },
    approval: {
      title: "先に管理者の同意が必要です",
      text: "あなたの組織では、ユーザー自身がこの許可を与えることはできません。あなたの名前では何も実行していません。",
      next: "Teams の管理者に Rendezvous のアクセス許可への同意を依頼してから、Teams でもう一度「サインイン」を押してください。",
    },
    mismatch: {
      title: "このサインインは別のウィンドウのものです",
      text: "別の場所で始められたか、すでに終わっているため、使用しませんでした。",
      next: "このウィンドウを閉じて、Teams でもう一度「サインイン」を押してください。",
    },
    refused: {
      title: "Microsoft でサインインできませんでした",
      text: "サインイン ページでエラーが発生したため、あなたの名前では何も実行していません。",
      next: "このウィンドウを閉じて、Teams でもう一度「サインイン」を押してください。解決しない場合は、次の番号を Teams の管理者に伝えてください。",
    },
    broken: {
      title: "このブラウザーではサインインできません",
      text: "安全なサインインに必要な情報を、Microsoft から戻るまで保持することが許可されていません。",
      next: "このサイトにデータの保存を許可するか、別のブラウザーまたは Teams アプリを使い、もう一度「サインイン」を押してください。",
    },
    scriptless: {
      title: "サインインには JavaScript が必要です",
      text: "このブラウザーでは無効になっているため、何も実行していません。",
      next: "このサイトで JavaScript を許可し、このウィンドウを閉じて、Teams でもう一度「サインイン」を押してください。",
    },
  },
};
