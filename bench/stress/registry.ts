import { crash } from "./crash";
import { fuzz } from "./fuzz";
import { race } from "./race";
import { soak } from "./soak";
import type { StressTest } from "./stress-test";

export const STRESS_TESTS: readonly StressTest[] = [race, crash, fuzz, soak];
