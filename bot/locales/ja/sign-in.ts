import type { signIn as english } from "../en/sign-in";
import type { Incomplete } from "../messages";
import { toPoliteName } from "./polite-name";

export const signIn: Incomplete<typeof english> = {
  signIn: {
    ask: "サインインすると、Rendezvous がユーザーに代わって会議を作成できるようになります。15 分以内にサインインすると、依頼の処理が自動的に続行されます。",
    button: "サインイン",
    waiting: ({ name }) => `${toPoliteName(name)}のサインインを待っています。`,
    unreachable: ({ name }) =>
      `${toPoliteName(name)}のサインインが必要です。Rendezvous との 1 対 1 のチャットで「サインイン」と送信してから、もう一度依頼してください。`,
    signedIn: "サインインしています。",
    signedInWithNothingToDo:
      "サインインしました。以前の依頼がある場合は、もう一度送信してください。",
    answered: "サインインしました。結果は、依頼したチャネルまたはチャットに表示されます。",
    notNeeded:
      "サインインは必要ありません。この組織の Rendezvous は、サインインなしで使用できます。",
    signedOut: "サインアウトしました。自分が開催者の会議は変わりません。",
    notSignedIn: "サインインしていません。",
    tooLate: "15 分が経過したため、依頼の有効期限が切れました。もう一度送信してください。",
    notCompleted: "サインインが完了していません。もう一度 [サインイン] を選択してください。",
    failures: {
      notInstalled:
        "Rendezvous アプリが追加されていないため、Teams でサインインできませんでした。Teams の [アプリ] で Rendezvous を追加してから、[サインイン] を選択してください。",
      notAccepted:
        "Teams でサインインできませんでした。もう一度 [サインイン] を選択してください。問題が解決しない場合は、[API の公開] のアプリケーション ID URI を確認するよう管理者に依頼してください。",
      other: "Teams で自動的にサインインできませんでした。[サインイン] を選択してください。",
    },
  },
  signInPage: {
    close: "閉じる",
    working: {
      title: "サインインしています…",
      text: "しばらくお待ちください。",
      next: "1 分待っても何も起こらない場合は、このウィンドウを閉じて、Teams でもう一度 [サインイン] を選択してください。",
    },
    done: {
      title: "サインインしました",
      text: "Teams で、Rendezvous が依頼の処理を続行します。",
      next: "このウィンドウは閉じてかまいません。",
    },
    outside: {
      title: "このページは Teams から開いてください",
      text: "Rendezvous には Teams からのみサインインできます。",
      next: "このウィンドウを閉じてください。次に、Teams で Rendezvous に「サインイン」と送信し、[サインイン] を選択してください。",
    },
    unheard: {
      title: "Teams が応答していません",
      text: "Microsoft へのサインインは完了しましたが、結果を Teams に伝えられませんでした。",
      next: "このウィンドウを閉じてください。次に、Teams で Rendezvous に「サインイン」と送信し、もう一度 [サインイン] を選択してください。",
    },
    declined: {
      title: "サインインはキャンセルされました",
      text: "Rendezvous がユーザーに代わって会議を作成するには、アクセス許可が必要です。",
      next: "やり直すには、このウィンドウを閉じ、Teams で [サインイン] を選択して承諾してください。",
    },
    approval: {
      title: "管理者の承認が必要です",
      text: "この組織では、Rendezvous にこのアクセス許可を付与できるのは管理者のみです。",
      next: "Rendezvous のアクセス許可を承認するよう管理者に依頼してください。その後、Teams でもう一度 [サインイン] を選択してください。",
    },
    mismatch: {
      title: "このサインインは無効です",
      text: "別のウィンドウで開始されたか、既に完了しています。",
      next: "このウィンドウを閉じて、Teams でもう一度 [サインイン] を選択してください。",
    },
    refused: {
      title: "Microsoft にサインインできませんでした",
      text: "Microsoft のサインイン ページでエラーが発生しました。",
      next: "このウィンドウを閉じて、Teams でもう一度 [サインイン] を選択してください。問題が解決しない場合は、次のコードを管理者に伝えてください。",
    },
    broken: {
      title: "このブラウザーではサインインできません",
      text: "安全なサインインに必要なデータの保存が、ブラウザーによってブロックされています。",
      next: "このサイトにデータの保存を許可するか、別のブラウザーまたは Teams アプリを使用してください。その後、もう一度 [サインイン] を選択してください。",
    },
    scriptless: {
      title: "サインインするには JavaScript を有効にしてください",
      text: "このブラウザーでは JavaScript が無効になっています。",
      next: "このサイトで JavaScript を許可し、このウィンドウを閉じて、Teams でもう一度 [サインイン] を選択してください。",
    },
  },
};
