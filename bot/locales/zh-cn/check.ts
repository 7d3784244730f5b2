import { plural } from "../plural";
import type { check as english } from "../en/check";

export const check: typeof english = {
  check: {
    title: "Rendezvous 的设置",
    sound: "Rendezvous 运行正常：已检查的各项均无问题。",
    unsound:
      "设置中有项目不正常，Rendezvous 可能无法工作。请告知你的组织中负责 Rendezvous 的人员或 Teams 管理员：在与 Rendezvous 的单独聊天中键入“检查”，即可看到原因。",
    detailsElsewhere: "在与 Rendezvous 的单独聊天中键入“检查”，即可看到详细信息。",
    allInOrder: "已检查的各项均无问题。",
    notInOrder: plural("zh-CN", "{count, plural, other {有 # 项不正常。}}"),
    copy: "供复制",
    open: "打开页面",
    again: "再次检查",
    names: {
      settings: "配置项",
      "bot-credential": "机器人的凭据",
      "graph-token": "Graph 的令牌",
      "graph-permission": "Graph 的权限",
      organizer: "策略和许可证",
      "graph-beta": "Graph 的 beta 版",
      store: "记录的存储",
      "public-url": "公开地址",
      "app-package": "应用包",
    },
    ok: {
      settings: "全部齐全，格式正确。",
      secret: "Entra 接受该客户端密码。",
      certificate: ({ date }) => `Entra 接受该证书，有效期至 ${date}。`,
      federation: "Entra 接受托管标识作为该应用的凭据。",
      managedIdentity: "托管标识可以获得令牌。",
      botUnauthenticated: "不需要：这是仅供本机使用的演示。",
      graphToken: "Entra 已向该应用颁发令牌。",
      permission: "已授予 OnlineMeetings.ReadWrite.All。",
      permissionNotNeeded: "不需要：每个人自行登录，会议以本人的名义创建。",
      organizer: ({ user }) => `能够以 ${user} 的名义创建会议。`,
      beta: "有响应，因此会议会关联到各自的频道。",
      store: ({ store }) => `${store} 可以写入，同时写入也不会冲突。`,
      publicUrl: ({ url }) => `${url} 指向 Rendezvous。`,
      appPackage: ({ file, version }) => `${file} 的版本与程序相同：${version}。`,
    },
    wrong: {
      settingsWrong: {
        is: "有配置项缺失或不正确，因此 Rendezvous 无法启动。",
        fix: "请在服务器运行的环境中设置以下各项（env/README.md 中有全部说明）：",
      },
      secretWrong: {
        is: "Entra 不接受该客户端密码。",
        fix: "请在此新建一个，将 BOT_PASSWORD 设为它的值（而不是 ID），然后重新启动 Rendezvous：",
      },
      secretExpired: {
        is: "客户端密码已过期。",
        fix: "请在此新建一个，将 BOT_PASSWORD 设为它的值（而不是 ID），然后重新启动 Rendezvous：",
      },
      certificateExpired: {
        is: ({ date }) => `证书已于 ${date} 过期。`,
        fix: "请新建一个证书，在此上传其公开部分，将两部分写入 BOT_CERTIFICATE，然后重新启动 Rendezvous：",
      },
      certificateUnknown: {
        is: "Entra 不认识该证书。",
        fix: "请在此上传 BOT_CERTIFICATE 的公开部分：",
      },
      tenantUnknown: {
        is: ({ tenantId }) => `Entra 中没有租户 ${tenantId}。`,
        fix: "请将 TENANT_ID 设为此处显示的 ID，或将 CLOUD 设为该租户所在的云，然后重新启动 Rendezvous：",
      },
      appElsewhere: {
        is: ({ appId, tenantId }) => `租户 ${tenantId} 中没有应用 ${appId}。`,
        fix: "请将 BOT_ID 和 TENANT_ID 设为应用注册概述页上的两个 ID，然后重新启动 Rendezvous。其他租户中的注册不能使用：",
      },
      appDisabled: {
        is: ({ appId }) => `应用 ${appId} 在该租户中已被禁用。`,
        fix: "请在此启用：",
      },
      federationMismatch: {
        is: "该应用没有针对服务器托管标识的联合凭据。",
        fix: "请在“Certificates & secrets > Federated credentials”下添加，使用以下值：",
      },
      managedIdentityMissing: {
        is: "服务器无法提供其托管标识的令牌。",
        fix: "请将该标识分配给服务器，然后重新启动 Rendezvous：",
      },
      accessBlocked: {
        is: "条件访问策略阻止了该应用。",
        fix: "请从策略中排除该应用，或在其中允许服务器的地址：",
      },
      entraRefused: {
        is: ({ code }) => `Entra 拒绝了请求：AADSTS${code}。`,
        fix: "请按照 Microsoft 对此编号的说明处理：",
      },
      entraUnreachable: {
        is: ({ host }) => `无法连接到 ${host}。`,
        fix: "请让服务器能够通过防火墙和代理以 https 连接到它。",
      },
      permissionMissing: {
        is: "未授予 OnlineMeetings.ReadWrite.All。",
        fix: "请在此将其添加为应用程序权限，并授予管理员同意：",
      },
      roleMissing: {
        is: "未向机器人的托管标识授予 OnlineMeetings.ReadWrite.All。",
        fix: "请由可以代表组织同意的人员在 bash 中使用 Azure CLI 运行以下命令，然后重新启动 Rendezvous。可能需要数小时才能生效：",
      },
      policyMissing: {
        is: ({ user }) => `没有应用程序访问策略允许 Rendezvous 以 ${user} 的名义创建会议。`,
        fix: "请以 Teams 管理员身份在 PowerShell 中，于 Connect-MicrosoftTeams 之后运行以下命令。如果已有同名策略，只需第二条；若要让所有可以主持的人都适用，请在其中用“-Global”代替“-Identity”和 ID。最多需要 30 分钟生效：",
      },
      userRefused: {
        is: ({ user }) => `此租户中没有拥有 Teams 许可证的帐户 ${user}。`,
        fix: "请在此为该帐户分配包含 Microsoft Teams 的许可证：",
      },
      consentMissing: {
        is: ({ user }) => `尚未同意以 ${user} 的名义创建会议。`,
        fix: "请在与 Rendezvous 的单独聊天中键入“登录”，并同意。",
      },
      graphRefused: {
        is: ({ status, code }) => `Graph 拒绝了请求：${status} ${code}。`,
        fix: "最近一小时内授予的权限可能尚未生效，请稍后再次检查。如果问题仍然存在，请将请求的 ID 告知 Microsoft 支持人员。",
      },
      graphBusy: {
        is: "Graph 正忙，请稍候。",
        fix: "请在一分钟后再次检查。",
      },
      graphUnreachable: {
        is: ({ host }) => `无法连接到 ${host}。`,
        fix: "请让服务器能够通过防火墙和代理以 https 连接到它。",
      },
      meetingLeft: {
        is: ({ user }) => `以 ${user} 的名义试建的会议无法删除。`,
        fix: "它没有邀请任何人，也不在任何日历中，可以不管。请在一分钟后再次检查。",
      },
      folderReadOnly: {
        is: ({ store, reason }) => `无法写入 ${store}（${reason}）。`,
        fix: "请授予运行 Rendezvous 的帐户写入权限，并且磁盘不得以只读方式装载：",
      },
      tableReadOnly: {
        is: ({ store, reason }) => `无法写入 ${store}（${reason}）。`,
        fix: "请为服务器的托管标识分配角色 Storage Table Data Contributor：",
      },
      storeUnreachable: {
        is: ({ store, reason }) => `无法使用 ${store}（${reason}）。`,
        fix: "请解决该问题，或将 STORE 设为服务器可以访问且有可用空间的存储，然后重新启动 Rendezvous。",
      },
      storeNotAtomic: {
        is: ({ store }) => `${store} 会让两个同时的写入都成功。`,
        fix: "请将 STORE 设为本机磁盘上的文件夹（不能是网络驱动器）或 Azure Tables，然后重新启动 Rendezvous。",
      },
      hostUnknown: {
        is: ({ host }) => `主机 ${host} 不存在。`,
        fix: "请为它创建指向服务器的 DNS 记录，或更正 BOT_DOMAIN。",
      },
      hostSilent: {
        is: ({ url, code }) => `${url} 没有响应（${code}）。`,
        fix: "请让服务器或其前面的代理在该处侦听 https，并在防火墙中开放该端口。",
      },
      hostUntrusted: {
        is: ({ host, code }) => `${host} 的 https 证书不可信（${code}）。`,
        fix: "请为主机配置由公共机构颁发、包含其名称、仍在有效期内且证书链完整的证书。",
      },
      addressElsewhere: {
        is: ({ url, location }) => `${url} 会重定向到 ${location}。`,
        fix: "Teams 不会跟随重定向：请在此地址本身提供 Rendezvous，或更正 BOT_DOMAIN。",
      },
      addressRefuses: {
        is: ({ url, status }) => `${url} 的响应为 ${status}。`,
        fix: "请让代理将所有路径转发给 Rendezvous，并且不要求另行登录。",
      },
      serverDown: {
        is: ({ url, status }) => `${url} 的响应为 ${status}：其后的 Rendezvous 未运行或正在停止。`,
        fix: "请启动 Rendezvous，并让代理指向它的 HOST 和 PORT。",
      },
      anotherProgram: {
        is: ({ url }) => `${url} 指向 Rendezvous 以外的程序。`,
        fix: "请让该主机名指向此服务器，或更正 BOT_DOMAIN。",
      },
      packageOld: {
        is: ({ file, foundVersion, version }) =>
          `${file} 的版本是 ${foundVersion}，而程序的版本是 ${version}。`,
        fix: "请重新打包，并在 Teams 管理中心的“管理应用”中上传：",
      },
      packageUnreadable: {
        is: ({ file }) => `${file} 不是应用包。`,
        fix: "请重新打包，并在 Teams 管理中心的“管理应用”中上传：",
      },
      noAnswer: {
        is: ({ seconds }) => `${seconds} 秒内没有响应。`,
        fix: "请在一分钟后再次检查。如果问题仍然存在，请检查途中的网络、防火墙、代理和磁盘。",
      },
      unexpected: {
        is: ({ reason }) => `无法检查（${reason}）。`,
        fix: "请在服务器的日志中查找此项检查。",
      },
    },
    left: {
      noGround: ({ ground }) => `需要先解决：${ground}。`,
      nobodyNamed: "未指定以谁的名义尝试。请用“--user”加上创建会议者的对象 ID，或设置 ADMINS。",
      notSignedIn: "这里每个人自行登录。请在与 Rendezvous 的单独聊天中键入“登录”，然后再次检查。",
      onlyForAdmins: "仅在管理员检查时尝试。",
      noBeta: "此云中没有 beta 版，因此会议不会关联到频道。无需处理。",
      notPacked: "此处未曾打包。如需比较，请在代码所在之处运行“npm run pack”。",
    },
  },
};
