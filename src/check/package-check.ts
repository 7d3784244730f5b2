import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readProgramVersion, readVersion } from "./program-version";
import { toFault, toOk, toSkipped, type Check } from "./check";
import { FAULTS, LABELS, OK, SKIPPED } from "./check-words";

const PACK = { label: LABELS.bash, value: "npm run pack" };
const FOLDER = "artifacts/app-package";

/**
 * Checks whether the app packages built here have this program's version.
 *
 * @param programFolder Where package.json is; absent if there is nothing to compare with.
 * @param environment Whose package to check; absent for all.
 */
export function createPackageCheck(programFolder: string | undefined, environment?: string): Check {
  return {
    id: "app-package",
    run() {
      const files = programFolder === undefined ? [] : listPackages(programFolder, environment);
      if (programFolder === undefined || files.length === 0) return toSkipped(SKIPPED.notPacked);
      const version = readProgramVersion(programFolder);
      for (const file of files) {
        const copy = [PACK, { label: LABELS.file, value: file }];
        const foundVersion = readPackageVersion(join(programFolder, file));
        if (foundVersion === undefined) return toFault(FAULTS.packageUnreadable, { copy });
        if (foundVersion !== version)
          return toFault(FAULTS.packageOld({ foundVersion, version }), { copy });
      }
      return toOk(OK.appPackage({ version }));
    },
  };
}

function listPackages(programFolder: string, environment: string | undefined): string[] {
  const end = environment === undefined ? ".zip" : `.${environment}.zip`;
  try {
    const names = readdirSync(join(programFolder, FOLDER)).filter((name) => name.endsWith(end));
    return names.toSorted().map((name) => `${FOLDER}/${name}`);
  } catch {
    return []; // no package was ever built here
  }
}

function readPackageVersion(path: string): string | undefined {
  try {
    const files = unzipSync(readFileSync(path), { filter: ({ name }) => name === "manifest.json" });
    return readVersion(strFromU8(files["manifest.json"] ?? new Uint8Array()));
  } catch {
    return undefined; // not a zip, or without a manifest
  }
}
