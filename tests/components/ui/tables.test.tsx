import { expect, test } from "vitest";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { render, textOf } from "../render.tsx";

const columns = [{ label: "物资" }, { label: "现有", numeric: true }];

test("a ledger scrolls in a focusable region named by its caption", () => {
  const html = render(
    <Ledger caption="库存" columns={columns} empty={<Empty title="没有货" />}>
      <tr>
        <th scope="row">口罩</th>
        <td className="num">3 只</td>
      </tr>
    </Ledger>,
  );
  const [, id] = /<caption id="([^"]+)"/.exec(html) ?? [];
  expect(html).toContain(`role="region" aria-labelledby="${id}" tabindex="0"`);
  expect(html).toContain('<th scope="col" class="num">现有</th>');
});

test("a ledger without rows says what will be there", () => {
  const html = render(
    <Ledger
      caption="隔离区"
      columns={columns}
      empty={<Empty title="没有待检的货">退回的箱子会先放在这里。</Empty>}
    >
      {[]}
    </Ledger>,
  );
  expect(textOf(html)).toBe("没有待检的货 退回的箱子会先放在这里。");
});

test("a pager is links that keep the other parameters", () => {
  const html = render(<Pager page={2} pages={3} rows={61} />, { address: "/desk/gifts?donor=7&page=2" });
  expect(html).toMatch(/rel="prev"[^>]*href="\/desk\/gifts\?donor=7&amp;page=1"/);
  expect(html).toMatch(/rel="next"[^>]*href="\/desk\/gifts\?donor=7&amp;page=3"/);
  expect(textOf(html)).toContain("第 2 页，共 3 页 · 共 61 条");
});

test("the first page has no way back, the last none on", () => {
  expect(render(<Pager page={1} pages={1} />)).not.toContain("<a");
});

test("tabs mark the page they are on", () => {
  const tabs = [
    { href: "/desk/gifts", label: "捐款" },
    { href: "/desk/gifts?kind=goods", label: "捐物" },
  ];
  const html = render(<Tabs label="账" tabs={tabs} />, { address: "/desk/gifts?kind=goods" });
  expect(html).toMatch(/aria-current="page"[^>]*>捐物/);
  expect(html).not.toMatch(/aria-current="page"[^>]*>捐款/);
});

test("a verdict is an icon and a word", () => {
  expect(render(<Tag tone="bad">少 8 桶</Tag>)).toMatch(
    /^<span class="tag tag-bad"><svg.*aria-hidden="true".*少 8 桶<\/span>$/,
  );
});

test("progress says its numbers in words", () => {
  const html = render(<Progress label="写入" done={96} all={159} />);
  expect(html).toContain('aria-valuenow="96" aria-valuetext="96 / 159"');
});
