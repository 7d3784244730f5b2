import { turnId } from "../../src/async/turn-id";

// Jest loads the module again for each test file, and the instances of earlier files would slow every promise of later ones.
afterAll(() => turnId.disable());
