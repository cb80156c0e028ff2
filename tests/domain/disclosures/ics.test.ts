import { expect, test } from "vitest";
import { calendarFeed } from "#app/domain/disclosures/ics.ts";

const event = {
  uid: "018f2b5e@jieli",
  on: "2022-04-02",
  title: "公开募捐：款物接收情况；至少每五日公开一次，节假日不顺延，请在这一天以前公布第十二期",
  text: "慈善法 第七十二条\n还剩 3 天, 去做",
  url: "http://localhost:3000/desk/disclosures",
  remindDays: 2,
};

const feed = calendarFeed("公示期限", [event], new Date("2022-03-30T00:00:00Z"));

/** Property lines after unfolding. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("every line ends in CRLF and has at most 75 octets", () => {
  const lines = feed.split("\r\n");
  expect(lines.at(-1)).toBe("");
  expect(feed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test("folding cuts no character, and unfolding gives the text back, escaped", () => {
  expect(feed).not.toContain("\ufffd");
  expect(unfolded(feed)).toContain(`SUMMARY:${event.title}`);
  expect(unfolded(feed)).toContain("DESCRIPTION:慈善法 第七十二条\\n还剩 3 天\\, 去做");
});

test("an event is a whole day with a reminder", () => {
  expect(unfolded(feed)).toEqual(
    expect.arrayContaining([
      "DTSTART;VALUE=DATE:20220402",
      "DTSTAMP:20220330T000000Z",
      "UID:018f2b5e@jieli",
      "TRIGGER:-P2D",
    ]),
  );
  expect(unfolded(feed).filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "BEGIN:VALARM",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
});
