import { expect, test } from "vitest";
import { PhotoPanel } from "#app/components/photos/photo-panel.tsx";
import { RedactionEditor } from "#app/components/photos/redaction-editor.tsx";
import type { Photo } from "#app/domain/photos/get.server.ts";
import { PHOTO_LIMITS } from "#app/domain/photos/limits.ts";
import { render, textOf } from "../render.tsx";

const subject = { subjectKind: "case", subjectId: "018f2b5e-7c4a-7d21-9f0e-3b6a5c2d1e01" } as const;
const photo = (n: number, more: Partial<Photo> = {}): Photo => ({
  id: `018f2b5e-7c4a-7d21-9f0e-3b6a5c2d1e1${n}`,
  ...subject,
  number: "CY-2022-000001",
  deliveryId: null,
  organization: "某机构",
  lineN: null,
  bytes: 1000,
  width: 1600,
  height: 1200,
  redactions: null,
  publicFile: null,
  publishedBy: null,
  publishedAt: null,
  takenBy: null,
  createdAt: new Date("2022-05-13T07:00:00Z"),
  ...more,
});

const panel = (photos: Photo[], mayAdd: boolean, address = "/desk/cases/1") =>
  render(<PhotoPanel subject={subject} what="差异单" photos={photos} mayAdd={mayAdd} requestId="r" />, {
    address,
  });

test("without script photos are added by a plain form to an address of their own", () => {
  const html = panel([], true);
  expect(textOf(html)).toContain("还没有照片");
  expect(html).toContain(`action="/desk/photos/new?kind=case&amp;id=${subject.subjectId}"`);
  expect(html).toContain('encType="multipart/form-data"');
  expect(html).toMatch(/<input[^>]*type="file"[^>]*accept="image\/\*"/);
});

test("each photo says whether the public sees it and leads to its page; who may not add is offered nothing", () => {
  const nothing = { x: 1, y: 1, width: 9, height: 9 };
  const photos = [
    photo(1),
    photo(2, { redactions: [nothing], publicFile: "a.jpg" }),
    photo(3, { redactions: [] }),
  ];
  const html = panel(photos, false);
  expect(html.match(/href="\/desk\/photos\/[^"]+"/g)).toHaveLength(3);
  expect(html.match(/alt="差异单的照片，第 \d 张"/g)).toHaveLength(3);
  expect(textOf(html)).toMatch(/等人看 .*已公开 .*不公开/);
  expect(html).not.toContain("<form");
});

test("the eighth is the last, and what was just kept is said", () => {
  const eight = Array.from({ length: PHOTO_LIMITS.perSubject }, (_, n) => photo(n));
  expect(panel(eight, true)).not.toContain("<form");
  expect(textOf(panel(eight, true))).toContain("已经有 8 张，不能再加");
  expect(textOf(panel([photo(1)], true, "/desk/cases/1?photo=kept"))).toContain("照片存好了");
});

test("without script parts are written in fields, two blank ones besides, with what is wrong tied to its field", () => {
  const parts = [{ key: 0, x: "800", y: "1", width: "300", height: "9" }];
  const errors = { fields: { "redactions.0.width": "outside_picture" }, values: {} };
  const html = render(<RedactionEditor photo={photo(1)} alt="一张照片" parts={parts} errors={errors} />);
  expect(html.match(/<fieldset/g)).toHaveLength(3);
  expect(html).toMatch(
    /name="redactions.0.width"[^>]*aria-invalid="true"[^>]*aria-describedby="cover-redactions-0-width-error"/,
  );
  expect(html).toContain('href="#cover-redactions-0-width"');
  expect(html).toContain('method="get"');
  expect(html).toMatch(/<button[^>]*name="more"/);
});
