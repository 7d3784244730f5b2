import { createMemoryTable } from "../../src/storage/memory-store";
import { describeRecordStore } from "../contracts/record-store";
import { openUnderTest } from "./open-under-test";

describeRecordStore("the memory store", async () => openUnderTest(createMemoryTable()));
