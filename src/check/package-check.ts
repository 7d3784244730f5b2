import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { CheckOutcome } from "../meetings/ports/check-report";
import { toFault, type Check } from "./check";
import { readProgramVersion, readVersion } from "./program-version";

const PACK = ["npm run pack"];
const FOLDER = "artifacts/app-package";

/**
 * Whether the app packages that were built here are of this program's version.
 *
 * @param programFolder Where package.json lies; absent, where there is none to compare with.
 */
export function createPackageCheck(programFolder: string | undefined): Check {
  return {
    id: "app-package",
    look(): CheckOutcome {
      const files = programFolder === undefined ? [] : listPackages(programFolder);
      if (programFolder === undefined || files.length === 0) {
        return { status: "skipped", code: "notPacked" };
      }
      const version = readProgramVersion(programFolder);
      for (const file of files) {
        const found = readPackageVersion(join(programFolder, file));
        if (found === undefined) return toFault("packageUnreadable", { file }, PACK);
        if (found === version) continue;
        return toFault("packageOld", { file, foundVersion: found, version }, PACK);
      }
      return {
        status: "ok",
        code: "appPackage",
        values: { file: files.join(", "), version },
      };
    },
  };
}

function listPackages(programFolder: string): string[] {
  try {
    const names = readdirSync(join(programFolder, FOLDER)).filter((name) => name.endsWith(".zip"));
    return names.toSorted().map((name) => `${FOLDER}/${name}`);
  } catch {
    return []; // nothing was ever packed here
  }
}

function readPackageVersion(path: string): string | undefined {
  try {
    const files = unzipSync(readFileSync(path), { filter: ({ name }) => name === "manifest.json" });
    return readVersion(strFromU8(files["manifest.json"] ?? new Uint8Array()));
  } catch {
    return undefined; // no zip, or no manifest in it
  }
}
