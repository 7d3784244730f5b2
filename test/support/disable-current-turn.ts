import { currentTurn } from "../../src/async/current-turn";

// Jest loads the module for each test file, and enabled instances of earlier files slow down every promise.
afterAll(() => currentTurn.disable());
