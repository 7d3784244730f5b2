import { ADA, BO, startCloud, stopClouds } from "./cloud";

const BODY = { externalId: "x" };
const YEAR_LATER = "2021-09-11T06:30:18.061Z";

describe("settings for undocumented behavior", () => {
  afterEach(stopClouds);

  test.each([
    ["same" as const, 200, true],
    ["new" as const, 201, false],
    ["404" as const, 404, false],
  ])("afterDelete %s: createOrGet returns %i", async (afterDelete, status, isSame) => {
    const cloud = await startCloud({ afterDelete });
    const first = await cloud.meet(BODY);
    const token = await cloud.appToken();
    const path = `/v1.0/users/${ADA}/onlineMeetings/${encodeURIComponent(first.body.id)}`;
    expect((await cloud.call("DELETE", path, { token })).status).toBe(204);
    expect((await cloud.call("GET", path, { token })).status).toBe(404);
    const second = await cloud.meet(BODY);
    expect(second.status).toBe(status);
    expect(second.body.id === first.body.id).toBe(isSame);
    const third = await cloud.meet(BODY);
    expect(third.status).toBe(status === 404 ? 404 : 200);
    expect(third.body.id).toBe(second.body.id);
    expect((await cloud.call("GET", path, { token })).status).toBe(isSame ? 200 : 404);
  });

  test.each([
    ["same" as const, 200, 200],
    ["new" as const, 201, 404],
    ["404" as const, 404, 404],
  ])(
    "afterExpiry %s: createOrGet returns %i and GET %i",
    async (afterExpiry, status, getStatus) => {
      const cloud = await startCloud({ afterExpiry });
      const first = await cloud.meet(BODY);
      cloud.setNow(YEAR_LATER);
      const token = await cloud.appToken();
      const path = `/v1.0/users/${ADA}/onlineMeetings/${encodeURIComponent(first.body.id)}`;
      expect((await cloud.call("GET", path, { token })).status).toBe(getStatus);
      expect((await cloud.meet(BODY)).status).toBe(status);
    },
  );

  test("a link expires 60 days after the meeting's end or last change", async () => {
    const cloud = await startCloud({ afterExpiry: "404" });
    const { body } = await cloud.meet(BODY);
    expect(body.expiryDateTime).toBe("2020-11-10T07:30:18.0610000Z");
    const path = `/v1.0/users/${ADA}/onlineMeetings/${encodeURIComponent(body.id)}`;
    cloud.setNow("2020-11-10T07:30:18.060Z");
    const token = await cloud.appToken();
    const patched = await cloud.call("PATCH", path, { token, body: { subject: "Alive" } });
    expect(patched.body.expiryDateTime).toBe("2021-01-09T07:30:18.0600000Z");
    cloud.setNow("2021-01-09T07:30:18.060Z");
    expect((await cloud.meet(BODY)).status).toBe(404);
    expect(cloud.meetings()).toEqual([]);
  });

  test("a meeting whose end is long past expires 60 days after its creation", async () => {
    const cloud = await startCloud();
    const times = { startDateTime: "2001-01-01T00:00:00Z", endDateTime: "2001-01-01T01:00:00Z" };
    await cloud.meet({ ...BODY, ...times });
    expect((await cloud.meet(BODY)).status).toBe(200);
  });

  test("racingCreates two: overlapping first calls create two meetings, and later calls get the first", async () => {
    const waiting: (() => void)[] = [];
    const sleep = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) waiting.forEach((wake) => wake());
      });
    const cloud = await startCloud({ racingCreates: "two" }, { sleep });
    const [one, two] = await Promise.all([cloud.meet(BODY), cloud.meet(BODY)]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.id).not.toBe(two.body.id);
    const later = await cloud.meet(BODY);
    expect(later.status).toBe(200);
    expect(later.body.id).toBe(cloud.meetings()[0]?.id);
    expect(
      cloud
        .meetings()
        .map((meeting) => meeting.id)
        .toSorted(),
    ).toEqual([one.body.id, two.body.id].toSorted());
  });

  test("racingCreates two: sequential calls create one meeting", async () => {
    const cloud = await startCloud({ racingCreates: "two", racingGapMs: 0 });
    const first = await cloud.meet(BODY);
    const second = await cloud.meet(BODY);
    expect([first.status, second.status]).toEqual([201, 200]);
  });

  test("appliesSecondCall: changes only the properties in the second body", async () => {
    const cloud = await startCloud({ appliesSecondCall: true });
    const attendees = [{ upn: "a@contoso.com" }];
    const first = await cloud.meet({ ...BODY, subject: "One", participants: { attendees } });
    const named = await cloud.meet({ ...BODY, subject: "Two" });
    expect(named.status).toBe(200);
    expect(named.body.subject).toBe("Two");
    expect(named.body.participants).toEqual(first.body.participants);
    expect(named.body.startDateTime).toBe(first.body.startDateTime);
    const moved = await cloud.meet({ ...BODY, startDateTime: "2020-10-01T09:00:00Z" });
    expect(moved.body).toMatchObject({
      subject: "Two",
      startDateTime: "2020-10-01T09:00:00.0000000Z",
      endDateTime: "2020-10-01T10:00:00.0000000Z",
    });
  });

  test("coOrganizers refused: PATCH rejects the role coorganizer only", async () => {
    const cloud = await startCloud({ coOrganizers: "refused" });
    const { body } = await cloud.meet(BODY);
    const path = `/v1.0/users/${ADA}/onlineMeetings/${encodeURIComponent(body.id)}`;
    const token = await cloud.appToken();
    const patch = (role: string) => {
      const attendees = [{ upn: "eve@contoso.com" }, { identity: { user: { id: BO } }, role }];
      return cloud.call("PATCH", path, { token, body: { participants: { attendees } } });
    };
    const refused = await patch("coorganizer");
    expect([refused.status, refused.body.error.code]).toEqual([400, "BadRequest"]);
    expect((await cloud.call("GET", path, { token })).body).toEqual(body);
    for (const role of ["attendee", "presenter", "producer"])
      expect((await patch(role)).status).toBe(200);
  });

  test("coOrganizers refused: createOrGet rejects them too, and creates no meeting", async () => {
    const cloud = await startCloud({ coOrganizers: "refused" });
    const attendees = [{ identity: { user: { id: BO } }, role: "coorganizer" }];
    const { status } = await cloud.meet({ ...BODY, participants: { attendees } });
    expect([status, cloud.meetings()]).toEqual([400, []]);
  });

  test.each([
    [0, "2020-09-11T07:30:18.0610000Z"],
    [3, "2020-09-14T07:30:18.0610000Z"],
  ])("expiresInDays %i: a link expires that long after the end", async (expiresInDays, expiry) => {
    const cloud = await startCloud({ expiresInDays });
    const { body } = await cloud.meet(BODY);
    expect(body.expiryDateTime).toBe(expiry);
    cloud.setNow(expiry);
    expect((await cloud.meet(BODY)).status).toBe(201);
  });

  test("expiresInDays null: there is no expiry date, and nothing expires", async () => {
    const cloud = await startCloud({ expiresInDays: null });
    const { body } = await cloud.meet(BODY);
    expect(body.expiryDateTime).toBeNull();
    cloud.setNow(YEAR_LATER);
    expect((await cloud.meet(BODY)).status).toBe(200);
    expect(cloud.meetings()).toMatchObject([{ expiryDateTime: null }]);
  });
});
