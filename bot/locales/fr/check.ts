import { plural } from "../plural";
import type { check as english } from "../en/check";

export const check: typeof english = {
  check: {
    title: "Configuration de Rendezvous",
    sound: "Rendezvous fonctionne : tout ce qui a été vérifié est en ordre.",
    unsound:
      "Quelque chose n’est pas en ordre dans la configuration, et Rendezvous risque de ne pas fonctionner. Prévenez la personne qui s’en occupe dans votre organisation, ou votre administrateur Teams : le détail s’affiche en tapant « vérifier » en tête-à-tête avec Rendezvous.",
    detailsElsewhere:
      "Le détail s’affiche lorsque vous tapez « vérifier » en tête-à-tête avec Rendezvous.",
    allInOrder: "Tout ce qui a été vérifié est en ordre.",
    notInOrder: plural(
      "fr",
      "{count, plural, one {# point n’est pas en ordre.} other {# points ne sont pas en ordre.}}",
    ),
    copy: "À copier",
    open: "Ouvrir la page",
    again: "Vérifier à nouveau",
    names: {
      settings: "Paramètres",
      "bot-credential": "Informations d’identification du bot",
      "graph-token": "Jeton pour Graph",
      "graph-permission": "Autorisation dans Graph",
      organizer: "Stratégie et licence",
      "graph-beta": "Version bêta de Graph",
      store: "Données enregistrées",
      "public-url": "Adresse publique",
      "app-package": "Package de l’application",
    },
    ok: {
      settings: "Tous présents et bien formés.",
      secret: "Entra accepte la clé secrète client.",
      certificate: ({ date }) => `Entra accepte le certificat, valable jusqu’au ${date}.`,
      federation: "Entra accepte l’identité managée pour l’application.",
      managedIdentity: "L’identité managée obtient des jetons.",
      botUnauthenticated: "Inutile : ceci est la démonstration, réservée à cette machine.",
      graphToken: "Entra en donne un à l’application.",
      permission: "OnlineMeetings.ReadWrite.All est accordée.",
      permissionNotNeeded:
        "Inutile : chacun se connecte, et les réunions sont créées au nom des personnes elles-mêmes.",
      organizer: ({ user }) => `Des réunions peuvent être créées au nom de ${user}.`,
      beta: "Elle répond : les réunions sont donc rattachées à leur canal.",
      store: ({ store }) =>
        `L’écriture dans ${store} fonctionne, même quand deux écritures coïncident.`,
      publicUrl: ({ url }) => `${url} mène à Rendezvous.`,
      appPackage: ({ file, version }) => `${file} a la version du programme, ${version}.`,
    },
    wrong: {
      settingsWrong: {
        is: "Certains manquent ou sont incorrects : Rendezvous ne démarre pas.",
        fix: "Définissez-les là où le serveur s’exécute ; env/README.md les décrit tous :",
      },
      secretWrong: {
        is: "Entra refuse la clé secrète client.",
        fix: "Créez-en une ici, donnez sa valeur (et non son ID) à BOT_PASSWORD, puis redémarrez Rendezvous :",
      },
      secretExpired: {
        is: "La clé secrète client a expiré.",
        fix: "Créez-en une ici, donnez sa valeur (et non son ID) à BOT_PASSWORD, puis redémarrez Rendezvous :",
      },
      certificateExpired: {
        is: ({ date }) => `Le certificat a expiré le ${date}.`,
        fix: "Créez-en un autre, chargez sa partie publique ici, donnez les deux parties à BOT_CERTIFICATE, puis redémarrez Rendezvous :",
      },
      certificateUnknown: {
        is: "Entra ne connaît pas le certificat.",
        fix: "Chargez ici la partie publique de BOT_CERTIFICATE :",
      },
      tenantUnknown: {
        is: ({ tenantId }) => `Entra n’a pas de locataire ${tenantId}.`,
        fix: "Donnez à TENANT_ID l’ID affiché ici, ou à CLOUD le cloud de ce locataire, puis redémarrez Rendezvous :",
      },
      appElsewhere: {
        is: ({ appId, tenantId }) =>
          `Il n’y a pas d’application ${appId} dans le locataire ${tenantId}.`,
        fix: "Donnez à BOT_ID et à TENANT_ID les deux ID affichés dans la vue d’ensemble de l’inscription, puis redémarrez Rendezvous. L’inscription d’un autre locataire ne convient pas :",
      },
      appDisabled: {
        is: ({ appId }) => `L’application ${appId} est désactivée dans le locataire.`,
        fix: "Activez-la ici :",
      },
      federationMismatch: {
        is: "L’application n’a pas d’informations d’identification fédérées pour l’identité managée du serveur.",
        fix: "Ajoutez-en sous « Certificates & secrets > Federated credentials », avec ces valeurs :",
      },
      managedIdentityMissing: {
        is: "Le serveur ne donne pas de jeton pour son identité managée.",
        fix: "Attribuez cette identité au serveur, puis redémarrez Rendezvous :",
      },
      accessBlocked: {
        is: "Une stratégie d’accès conditionnel bloque l’application.",
        fix: "Excluez l’application de la stratégie, ou autorisez-y l’adresse du serveur :",
      },
      entraRefused: {
        is: ({ code }) => `Entra refuse, avec AADSTS${code}.`,
        fix: "Suivez ce que Microsoft indique pour ce numéro :",
      },
      entraUnreachable: {
        is: ({ host }) => `${host} est injoignable.`,
        fix: "Permettez au serveur de s’y connecter en https, à travers pare-feu et proxy.",
      },
      permissionMissing: {
        is: "OnlineMeetings.ReadWrite.All n’est pas accordée.",
        fix: "Ajoutez-la comme autorisation d’application et accordez-lui le consentement administrateur ici :",
      },
      roleMissing: {
        is: "OnlineMeetings.ReadWrite.All n’est pas accordée à l’identité managée du bot.",
        fix: "Exécutez ceci dans bash, avec Azure CLI, en tant que personne autorisée à consentir pour l’organisation, puis redémarrez Rendezvous. L’effet peut prendre quelques heures :",
      },
      policyMissing: {
        is: ({ user }) =>
          `Aucune stratégie d’accès aux applications ne permet à Rendezvous de créer des réunions au nom de ${user}.`,
        fix: "En tant qu’administrateur Teams, exécutez ces commandes dans PowerShell, après Connect-MicrosoftTeams. Si une stratégie de ce nom existe déjà, la seconde suffit ; pour toutes les personnes qui peuvent organiser, mettez-y « -Global » à la place de « -Identity » et de l’identifiant. Elles prennent effet en 30 minutes au plus :",
      },
      userRefused: {
        is: ({ user }) =>
          `Teams ne connaît dans ce locataire aucun compte ${user} doté d’une licence Teams.`,
        fix: "Attribuez ici à ce compte une licence qui comprend Microsoft Teams :",
      },
      consentMissing: {
        is: ({ user }) => `Personne n’a consenti à la création de réunions au nom de ${user}.`,
        fix: "Tapez « connexion » en tête-à-tête avec Rendezvous, et donnez votre consentement.",
      },
      graphRefused: {
        is: ({ status, code }) => `Graph refuse, avec ${status} ${code}.`,
        fix: "Ce qui a été accordé il y a moins d’une heure n’a peut-être pas encore pris effet : vérifiez alors à nouveau. Si cela persiste, l’assistance de Microsoft peut vous aider grâce à l’ID de la requête.",
      },
      graphBusy: {
        is: "Graph est surchargé et demande de patienter.",
        fix: "Vérifiez à nouveau dans une minute.",
      },
      graphUnreachable: {
        is: ({ host }) => `${host} est injoignable.`,
        fix: "Permettez au serveur de s’y connecter en https, à travers pare-feu et proxy.",
      },
      meetingLeft: {
        is: ({ user }) =>
          `Une réunion d’essai, créée au nom de ${user}, n’a pas pu être supprimée.`,
        fix: "Personne n’y est invité et aucun calendrier ne la contient : vous pouvez la laisser. Vérifiez à nouveau dans une minute.",
      },
      folderReadOnly: {
        is: ({ store, reason }) => `L’écriture dans ${store} est impossible (${reason}).`,
        fix: "Donnez au compte qui exécute Rendezvous le droit d’y écrire, sur un disque qui n’est pas monté en lecture seule :",
      },
      tableReadOnly: {
        is: ({ store, reason }) => `L’écriture dans ${store} est impossible (${reason}).`,
        fix: "Donnez à l’identité managée du serveur le rôle Storage Table Data Contributor :",
      },
      storeUnreachable: {
        is: ({ store, reason }) => `${store} est inutilisable (${reason}).`,
        fix: "Corrigez cela, ou indiquez dans STORE un emplacement accessible au serveur et qui a de la place, puis redémarrez Rendezvous.",
      },
      storeNotAtomic: {
        is: ({ store }) => `${store} laisse aboutir deux écritures simultanées.`,
        fix: "Indiquez dans STORE un dossier sur un disque de cette machine (pas un lecteur réseau) ou Azure Tables, puis redémarrez Rendezvous.",
      },
      hostUnknown: {
        is: ({ host }) => `L’hôte ${host} n’existe pas.`,
        fix: "Créez pour lui un enregistrement DNS qui pointe vers le serveur, ou corrigez BOT_DOMAIN.",
      },
      hostSilent: {
        is: ({ url, code }) => `${url} ne répond pas (${code}).`,
        fix: "Faites-y écouter en https le serveur, ou le proxy placé devant lui, et ouvrez ce port dans le pare-feu.",
      },
      hostUntrusted: {
        is: ({ host, code }) => `Le certificat https de ${host} n’est pas fiable (${code}).`,
        fix: "Donnez à l’hôte un certificat à son nom, encore valable, avec toute sa chaîne et d’une autorité publique.",
      },
      addressElsewhere: {
        is: ({ url, location }) => `${url} renvoie vers ${location}.`,
        fix: "Teams ne suit aucune redirection : servez Rendezvous à cette adresse même, ou corrigez BOT_DOMAIN.",
      },
      addressRefuses: {
        is: ({ url, status }) => `${url} répond ${status}.`,
        fix: "Faites transmettre tous les chemins à Rendezvous par le proxy, sans demander de connexion.",
      },
      serverDown: {
        is: ({ url, status }) =>
          `${url} répond ${status} : derrière, Rendezvous ne s’exécute pas ou est en train de s’arrêter.`,
        fix: "Démarrez Rendezvous, et dirigez le proxy vers ses HOST et PORT.",
      },
      anotherProgram: {
        is: ({ url }) => `${url} mène à un autre programme que Rendezvous.`,
        fix: "Faites pointer ce nom d’hôte vers ce serveur, ou corrigez BOT_DOMAIN.",
      },
      packageOld: {
        is: ({ file, foundVersion, version }) =>
          `${file} a la version ${foundVersion}, et le programme la version ${version}.`,
        fix: "Recréez-le, puis chargez-le dans le centre d’administration Teams > Gérer les applications :",
      },
      packageUnreadable: {
        is: ({ file }) => `${file} n’est pas un package d’application.`,
        fix: "Recréez-le, puis chargez-le dans le centre d’administration Teams > Gérer les applications :",
      },
      noAnswer: {
        is: ({ seconds }) => `Pas de réponse en ${seconds} s.`,
        fix: "Vérifiez à nouveau dans une minute. Si cela persiste, examinez le chemin : réseau, pare-feu, proxy, disque.",
      },
      unexpected: {
        is: ({ reason }) => `La vérification a échoué (${reason}).`,
        fix: "Cherchez cette vérification dans le journal du serveur.",
      },
    },
    left: {
      noGround: ({ ground }) => `Il faut d’abord ceci : ${ground}.`,
      nobodyNamed:
        "Personne n’est désigné pour l’essai. Ajoutez « --user » et l’ID d’objet d’une personne qui crée des réunions, ou définissez ADMINS.",
      notSignedIn:
        "Ici, chacun se connecte. Tapez « connexion » en tête-à-tête avec Rendezvous, puis vérifiez à nouveau.",
      onlyForAdmins: "L’essai est réservé aux administrateurs.",
      noBeta:
        "Ce cloud n’en a pas : les réunions n’y sont pas rattachées aux canaux. Rien à faire.",
      notPacked:
        "Aucun n’a été créé ici. Pour le faire comparer, exécutez « npm run pack » là où se trouve le code.",
    },
  },
};
