import { turnId } from "../../src/async/turn-id";

// Jest loads the module for each test file, and enabled instances of earlier files slow down every promise.
afterAll(() => turnId.disable());
