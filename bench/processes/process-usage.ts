import { readFileSync } from "node:fs";

/** Linux counts CPU time in hundredths of a second: sysconf(_SC_CLK_TCK). */
const TICKS_PER_SECOND = 100;

/** The CPU time of a process with all its threads, user and system. See proc_pid_stat(5). */
export function readCpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The program's name, in parentheses, may contain spaces. Then `state` is the third field.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** The memory of a process that is in RAM now. */
export function readResidentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
