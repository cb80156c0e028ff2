import { Box, House } from "lucide-react";
import { expect, test } from "vitest";
import { currentEntry } from "#app/components/layout/current.ts";
import { DeskLayout } from "#app/components/layout/desk-layout.tsx";
import { ErrorPage } from "#app/components/layout/error-page.tsx";
import { PhoneLayout } from "#app/components/layout/phone-layout.tsx";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { render, textOf } from "../render.tsx";

test("the public masthead marks its page and offers the other language as a form", () => {
  const html = render(<PublicLayout>正文</PublicLayout>, { address: "/reports/22?page=2" });
  expect(html).toMatch(/aria-current="page"[^>]*href="\/reports"/);
  expect(html).toContain('action="/locale"');
  expect(html).toContain('name="returnTo" value="/reports/22?page=2"');
  expect(html).toMatch(/name="locale"[^>]*value="en"[^>]*>English|value="en"[^>]*>English/);
  expect(html).toContain('href="#main"');
});

test("the issue bar says which report, version, and as of when", () => {
  const issue = {
    number: 22,
    version: 2,
    corrected: true,
    asOf: new Date("2022-06-30T07:00:00Z"),
    href: "/reports/22",
  };
  expect(textOf(render(<PublicLayout issue={issue}>正文</PublicLayout>))).toContain(
    "公示第 22 期 · 第 2 版 (有更正说明) 数字截至 2022年6月30日 15:00",
  );
});

test("the desk shows the menu with its badges, the person, and a way out", () => {
  const menu = [
    {
      label: "日常",
      items: [
        { href: "/desk", label: "总览", icon: House },
        { href: "/desk/stock", label: "仓库", icon: Box, badge: { count: 3, tone: "warn" as const } },
      ],
    },
  ];
  const html = render(
    <DeskLayout menu={menu} organization="示例基金会" person="周老师">
      正文
    </DeskLayout>,
    { address: "/desk/stock/42" },
  );
  expect(html).toMatch(/<a class="nav-item" aria-current="page"[^>]*href="\/desk\/stock"/);
  expect(html).not.toMatch(/aria-current="page"[^>]*href="\/desk"/);
  expect(textOf(html)).toContain("周老师 · 示例基金会");
  expect(html).toMatch(/<form[^>]*method="post"[^>]*action="\/sign-out"/);
  expect(html).toContain("<details");
});

test("the phone page offers larger text without script", () => {
  const html = render(
    <PhoneLayout largeText={false} overline="接力" head={<h1>示例花园小区</h1>}>
      正文
    </PhoneLayout>,
    { address: "/q/7K4M2QXD9" },
  );
  expect(html).toContain('action="/text-size"');
  expect(html).toContain('name="returnTo" value="/q/7K4M2QXD9"');
  expect(textOf(html)).toContain("字再大些");
});

test.each([
  ["/", ["/", "/reports"], "/"],
  ["/reports", ["/", "/reports"], "/reports"],
  ["/reports/22", ["/", "/reports"], "/reports"],
  ["/reportsx", ["/", "/reports"], undefined],
  ["/desk/gifts/new", ["/desk", "/desk/gifts"], "/desk/gifts"],
])("the entry for %s among %j is %s", (pathname, hrefs, entry) => {
  expect(currentEntry(pathname, hrefs)).toBe(entry);
});

test("an unknown error shows what is safe, what to do, and the reference", () => {
  const text = textOf(render(<ErrorPage error={new Error("secret")} reference="E-4F2K" />));
  expect(text).toContain("已经记下的账没有动");
  expect(text).toContain("编号 E-4F2K");
  expect(text).not.toContain("secret");
});

test.each([
  [404, "没有找到这一页"],
  [403, "这里您不能看"],
  [410, "这个链接过期了"],
  [429, "试得太快了"],
  [503, "暂时连不上账本"],
  [500, "没办成"],
])("a thrown answer of %s reads %s", (status, title) => {
  const html = render(<ErrorPage error={{ status, data: null }} />);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(textOf(html)).toContain(title);
});

test("a thrown answer may bring its own sentence and reference", () => {
  const error = { status: 503, data: { message: "没存上。", reference: "E-9" } };
  const text = textOf(render(<ErrorPage error={error} reference="E-1" />));
  expect(text).toContain("没存上。");
  expect(text).toContain("编号 E-9");
});

test("whoever must sign in comes back to the page", () => {
  const html = render(<ErrorPage error={{ status: 401 }} />, { address: "/desk/gifts?page=2" });
  expect(html).toContain('href="/sign-in?next=%2Fdesk%2Fgifts%3Fpage%3D2"');
});

test("without an answer from the network the page says so", () => {
  expect(textOf(render(<ErrorPage error={new TypeError("Failed to fetch")} />, { locale: "en" }))).toContain(
    "No connection",
  );
});
