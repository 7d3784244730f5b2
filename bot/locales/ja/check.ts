import { plural } from "../plural";
import type { check as english } from "../en/check";

export const check: typeof english = {
  check: {
    title: "Rendezvous のセットアップ",
    sound: "Rendezvous は動作しています。確認した項目はすべて正常です。",
    unsound:
      "セットアップに正常でない項目があるため、Rendezvous が動作しないことがあります。組織で Rendezvous を管理している人か Teams の管理者に伝えてください。Rendezvous との個人チャットで「チェック」と入力すると、内容が表示されます。",
    detailsElsewhere: "Rendezvous との個人チャットで「チェック」と入力すると、詳細が表示されます。",
    allInOrder: "確認した項目はすべて正常です。",
    notInOrder: plural("ja", "{count, plural, other {正常でない項目が # 件あります。}}"),
    copy: "コピーするもの",
    open: "ページを開く",
    again: "もう一度確認",
    names: {
      settings: "設定",
      "bot-credential": "ボットの資格情報",
      "graph-token": "Graph のトークン",
      "graph-permission": "Graph のアクセス許可",
      organizer: "ポリシーとライセンス",
      "graph-beta": "Graph のベータ版",
      store: "記録の保存先",
      "public-url": "公開アドレス",
      "app-package": "アプリ パッケージ",
    },
    ok: {
      settings: "すべてそろい、形式も正しく設定されています。",
      secret: "Entra はクライアント シークレットを受け付けています。",
      certificate: ({ date }) => `Entra は証明書を受け付けています（有効期限：${date}）。`,
      federation: "Entra はマネージド ID をアプリとして受け付けています。",
      managedIdentity: "マネージド ID でトークンを取得できます。",
      botUnauthenticated: "不要です。これは、このコンピューターだけのデモです。",
      graphToken: "Entra はアプリにトークンを発行しています。",
      permission: "OnlineMeetings.ReadWrite.All が付与されています。",
      permissionNotNeeded: "不要です。各自がサインインし、会議は本人の名前で作成されます。",
      organizer: ({ user }) => `${user} の名前で会議を作成できます。`,
      beta: "応答しています。会議はチャネルに関連付けられます。",
      store: ({ store }) => `${store} に書き込めます。同時に書き込んでも矛盾しません。`,
      publicUrl: ({ url }) => `${url} は Rendezvous につながっています。`,
      appPackage: ({ file, version }) => `${file} のバージョンはプログラムと同じ ${version} です。`,
    },
    wrong: {
      settingsWrong: {
        is: "足りない設定か誤った設定があるため、Rendezvous は起動しません。",
        fix: "サーバーを実行する環境で次を設定してください（env/README.md にすべての説明があります）。",
      },
      secretWrong: {
        is: "Entra がクライアント シークレットを受け付けません。",
        fix: "ここで新しいシークレットを作成し、その値（ID ではありません）を BOT_PASSWORD に設定して、Rendezvous を再起動してください。",
      },
      secretExpired: {
        is: "クライアント シークレットの有効期限が切れています。",
        fix: "ここで新しいシークレットを作成し、その値（ID ではありません）を BOT_PASSWORD に設定して、Rendezvous を再起動してください。",
      },
      certificateExpired: {
        is: ({ date }) => `証明書の有効期限が ${date} に切れました。`,
        fix: "新しい証明書を作成し、公開部分をここにアップロードして、両方を BOT_CERTIFICATE に設定し、Rendezvous を再起動してください。",
      },
      certificateUnknown: {
        is: "Entra に登録されていない証明書です。",
        fix: "BOT_CERTIFICATE の公開部分をここにアップロードしてください。",
      },
      tenantUnknown: {
        is: ({ tenantId }) => `Entra にテナント ${tenantId} がありません。`,
        fix: "ここに表示される ID を TENANT_ID に設定するか、そのテナントのクラウドを CLOUD に設定し、Rendezvous を再起動してください。",
      },
      appElsewhere: {
        is: ({ appId, tenantId }) => `テナント ${tenantId} にアプリ ${appId} がありません。`,
        fix: "登録の概要に表示される 2 つの ID を BOT_ID と TENANT_ID に設定し、Rendezvous を再起動してください。別のテナントの登録は使えません。",
      },
      appDisabled: {
        is: ({ appId }) => `アプリ ${appId} はテナントで無効になっています。`,
        fix: "ここで有効にしてください。",
      },
      federationMismatch: {
        is: "サーバーのマネージド ID に対するフェデレーション資格情報がアプリにありません。",
        fix: "「Certificates & secrets > Federated credentials」で、次の値の資格情報を追加してください。",
      },
      managedIdentityMissing: {
        is: "サーバーのマネージド ID のトークンを取得できません。",
        fix: "この ID をサーバーに割り当て、Rendezvous を再起動してください。",
      },
      accessBlocked: {
        is: "条件付きアクセス ポリシーがアプリをブロックしています。",
        fix: "ポリシーからアプリを除外するか、サーバーのアドレスを許可してください。",
      },
      entraRefused: {
        is: ({ code }) => `Entra に AADSTS${code} で拒否されました。`,
        fix: "この番号について Microsoft が説明している対処を行ってください。",
      },
      entraUnreachable: {
        is: ({ host }) => `${host} に接続できません。`,
        fix: "ファイアウォールとプロキシを越えて、サーバーから https で接続できるようにしてください。",
      },
      permissionMissing: {
        is: "OnlineMeetings.ReadWrite.All が付与されていません。",
        fix: "ここでアプリケーションの許可として追加し、管理者の同意を与えてください。",
      },
      roleMissing: {
        is: "ボットのマネージド ID に OnlineMeetings.ReadWrite.All が付与されていません。",
        fix: "組織に代わって同意できる人が、bash で Azure CLI を使って次を実行し、Rendezvous を再起動してください。有効になるまで数時間かかることがあります。",
      },
      policyMissing: {
        is: ({ user }) =>
          `${user} の名前で会議を作成することを Rendezvous に許可するアプリケーション アクセス ポリシーがありません。`,
        fix: "Teams の管理者として、PowerShell で Connect-MicrosoftTeams の後に次を実行してください。同じ名前のポリシーが既にある場合は 2 つ目だけで十分です。主催できる全員を対象にするには、「-Identity」と ID の代わりに「-Global」と書いてください。有効になるまで最大 30 分かかります。",
      },
      userRefused: {
        is: ({ user }) =>
          `このテナントに、Teams のライセンスを持つアカウント ${user} がありません。`,
        fix: "Microsoft Teams を含むライセンスを、ここでこのアカウントに割り当ててください。",
      },
      consentMissing: {
        is: ({ user }) => `${user} の名前で会議を作成することへの同意がありません。`,
        fix: "Rendezvous との個人チャットで「サインイン」と入力し、同意してください。",
      },
      graphRefused: {
        is: ({ status, code }) => `Graph に拒否されました（${status} ${code}）。`,
        fix: "1 時間以内に許可したものは、まだ有効でないことがあります。その後でもう一度確認してください。解決しない場合は、要求の ID を Microsoft のサポートに伝えてください。",
      },
      graphBusy: {
        is: "Graph が混み合っています。",
        fix: "1 分ほど待ってから、もう一度確認してください。",
      },
      graphUnreachable: {
        is: ({ host }) => `${host} に接続できません。`,
        fix: "ファイアウォールとプロキシを越えて、サーバーから https で接続できるようにしてください。",
      },
      meetingLeft: {
        is: ({ user }) => `${user} の名前で試しに作成した会議を削除できませんでした。`,
        fix: "誰も招待されておらず、どの予定表にもないので、そのままで問題ありません。1 分ほど待ってから、もう一度確認してください。",
      },
      folderReadOnly: {
        is: ({ store, reason }) => `${store} に書き込めません（${reason}）。`,
        fix: "Rendezvous を実行するアカウントに書き込みの権限を与えてください。ディスクは読み取り専用でマウントしないでください。",
      },
      tableReadOnly: {
        is: ({ store, reason }) => `${store} に書き込めません（${reason}）。`,
        fix: "サーバーのマネージド ID にロール Storage Table Data Contributor を付与してください。",
      },
      storeUnreachable: {
        is: ({ store, reason }) => `${store} を使用できません（${reason}）。`,
        fix: "それを直すか、サーバーから到達でき、空きのある保存先を STORE に設定し、Rendezvous を再起動してください。",
      },
      storeNotAtomic: {
        is: ({ store }) => `${store} では、同時の書き込みが両方とも成功します。`,
        fix: "このコンピューターのディスク上のフォルダー（ネットワーク ドライブは不可）か Azure Tables を STORE に設定し、Rendezvous を再起動してください。",
      },
      hostUnknown: {
        is: ({ host }) => `ホスト ${host} がありません。`,
        fix: "サーバーを指す DNS レコードを作成するか、BOT_DOMAIN を修正してください。",
      },
      hostSilent: {
        is: ({ url, code }) => `${url} が応答しません（${code}）。`,
        fix: "サーバーかその前のプロキシで https を待ち受け、そのポートをファイアウォールで開いてください。",
      },
      hostUntrusted: {
        is: ({ host, code }) => `${host} の https 証明書は信頼できません（${code}）。`,
        fix: "ホスト名を含み、期限内で、公的な認証局までのチェーンがすべてそろった証明書を設定してください。",
      },
      addressElsewhere: {
        is: ({ url, location }) => `${url} は ${location} に転送されます。`,
        fix: "Teams は転送に従いません。このアドレス自体で Rendezvous を公開するか、BOT_DOMAIN を修正してください。",
      },
      addressRefuses: {
        is: ({ url, status }) => `${url} の応答は ${status} です。`,
        fix: "プロキシがすべてのパスを Rendezvous に渡し、独自のサインインを求めないようにしてください。",
      },
      serverDown: {
        is: ({ url, status }) =>
          `${url} の応答は ${status} です。その先で Rendezvous が動作していないか、停止中です。`,
        fix: "Rendezvous を起動し、プロキシの転送先を HOST と PORT に合わせてください。",
      },
      anotherProgram: {
        is: ({ url }) => `${url} は Rendezvous ではない別のプログラムにつながっています。`,
        fix: "このホスト名がこのサーバーを指すようにするか、BOT_DOMAIN を修正してください。",
      },
      packageOld: {
        is: ({ file, foundVersion, version }) =>
          `${file} のバージョンは ${foundVersion} で、プログラムは ${version} です。`,
        fix: "作り直し、Teams 管理センターの［アプリの管理］でアップロードしてください。",
      },
      packageUnreadable: {
        is: ({ file }) => `${file} はアプリ パッケージではありません。`,
        fix: "作り直し、Teams 管理センターの［アプリの管理］でアップロードしてください。",
      },
      noAnswer: {
        is: ({ seconds }) => `${seconds} 秒以内に応答がありませんでした。`,
        fix: "1 分ほど待ってから、もう一度確認してください。解決しない場合は、経路（ネットワーク、ファイアウォール、プロキシ、ディスク）を調べてください。",
      },
      unexpected: {
        is: ({ reason }) => `確認できませんでした（${reason}）。`,
        fix: "サーバーのログでこの確認を探してください。",
      },
    },
    left: {
      noGround: ({ ground }) => `先に次の項目が必要です：${ground}。`,
      nobodyNamed:
        "誰の名前で試すかが指定されていません。会議を作成する人のオブジェクト ID を「--user」で指定するか、ADMINS を設定してください。",
      notSignedIn:
        "ここでは各自がサインインします。Rendezvous との個人チャットで「サインイン」と入力してから、もう一度確認してください。",
      onlyForAdmins: "管理者が確認したときだけ試されます。",
      noBeta: "このクラウドにはないため、会議はチャネルに関連付けられません。対処は不要です。",
      notPacked:
        "ここでは作成されていません。比較するには、コードのある場所で「npm run pack」を実行してください。",
    },
  },
};
