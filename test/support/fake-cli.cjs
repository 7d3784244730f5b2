// Plays az and atk as the real ones answer: what they print, where, and with which exit code. Their state is a file.
const { appendFileSync, readFileSync, writeFileSync } = require("node:fs");

const [program, ...args] = process.argv.slice(2);
const folder = process.env.FAKE_CLI;
const call = [program, ...args].join(" ");
appendFileSync(`${folder}/calls.txt`, `${call}\n`);
const world = JSON.parse(readFileSync(`${folder}/world.json`, "utf8"));
const fault = world.faults.find((one) => call.startsWith(one.call));

if (fault) playFault(fault);
else if (program === "az") playAz();
else playToolkit();

function playFault({ how, text = "" }) {
  if (how === "hang") return void setInterval(() => {}, 60_000);
  if (how === "work") {
    process.on("SIGTERM", () => {
      appendFileSync(`${folder}/calls.txt`, `ended ${call}\n`);
      process.exit(1);
    });
    appendFileSync(`${folder}/calls.txt`, `working ${call}\n`);
    return void setInterval(() => {}, 60_000);
  }
  if (how === "ask") {
    process.stdout.write("Are you sure? (y/n): ");
    process.stdin.on("end", () => fail("ERROR: EOF when reading a line")).resume();
    return;
  }
  if (how === "print") return print(text);
  return fail(text);
}

function playAz() {
  if (call.startsWith("az account show")) return printJson(world.account);
  if (call.startsWith("az ad signed-in-user show")) return print(world.userAadId);
  if (/^az rest --method GET --url \/subscriptions\/.*\/deployments\?/.test(call)) {
    return printJson({ value: world.deployments.map((properties) => ({ properties })) });
  }
  if (call.startsWith("az webapp config appsettings list")) return printJson(world.settings);
  if (call.startsWith("az ad app federated-credential list")) return printJson(world.credentials);
  if (/^az ad app federated-credential (create|update)/.test(call)) {
    const given = JSON.parse(readFileSync(valueOf("--parameters"), "utf8"));
    const isTaken = world.credentials.some(({ name }) => name === given.name);
    if (args.includes("create") && isTaken)
      return fail("ERROR: FederatedIdentityCredential with name rendezvous already exists.");
    return save({ credentials: [{ id: "f1", ...given }] });
  }
  if (call.startsWith("az ad app permission admin-consent")) {
    if (world.lateBy > 0) {
      save({ lateBy: world.lateBy - 1 });
      return fail("ERROR: Bad Request: Consent validation has failed");
    }
    const isDelegated = readSetting("GRAPH_AUTH") === "delegated";
    return save(isDelegated ? { isConsented: true } : { hasRole: true });
  }
  if (/^az rest --method GET .*\/oauth2PermissionGrants/.test(call)) {
    const grant = { consentType: "AllPrincipals", scope: "openid OnlineMeetings.ReadWrite" };
    return printJson({ value: world.isConsented ? [grant] : [] });
  }
  if (/^az rest --method GET .*\/appRoleAssignments/.test(call)) {
    const appRoleId = "b8bb2037-6e08-44ac-a4ea-4674e010e2a4";
    const role = { id: "a1", principalId: "p1", appRoleId };
    return printJson({ value: world.hasRole ? [role] : [] });
  }
  return fail(`ERROR: '${args.join(" ")}' is misspelled or not recognized by the system.`);
}

function playToolkit() {
  if (call === "atk auth list") return print(world.accounts.join("\n"));
  if (call.startsWith("atk provision")) {
    const path = `env/.env.${valueOf("--env")}`;
    let text = readFileSync(path, "utf8");
    for (const [name, value] of Object.entries(world.created)) {
      text = text.replace(new RegExp(`^${name}=.*$`, "m"), `${name}=${value}`);
    }
    writeFileSync(path, text);
    const settings = ["GRAPH_AUTH", "LIVE_STATUS", "ADMINS"].map((name) => ({
      name,
      value: readSetting(name),
    }));
    return save({ settings });
  }
  if (call.startsWith("atk deploy")) {
    const deployments = [{ active: true, status: 4 }];
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    return save({ deployments, serverVersion: world.isBroken ? undefined : version });
  }
  return fail(`(×) Error: Unknown command: ${call}`);
}

function readSetting(name) {
  return new RegExp(`^${name}=(.*)$`, "m").exec(readFileSync("env/.env.dev", "utf8"))?.[1];
}

function valueOf(option) {
  return args[args.indexOf(option) + 1];
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

function printJson(value) {
  print(JSON.stringify(value, undefined, 2));
}

function save(changes) {
  writeFileSync(`${folder}/world.json`, JSON.stringify({ ...world, ...changes }));
}

function fail(text) {
  process.stderr.write(`WARNING: A newer version is available.\n${text}\nmore about it\n`);
  process.exitCode = 1;
}
