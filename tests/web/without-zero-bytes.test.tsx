import { text } from "node:stream/consumers";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutZeroBytes } from "#app/web/without-zero-bytes.ts";

// Moved by a byte each time, so that a Chinese character lies across the end of React's buffer in some of them.
test.each([0, 1, 2])("a long Chinese page is streamed as it is, %i bytes further on", async (further) => {
  const page = (
    <form>
      <p>{"x".repeat(further)}</p>
      {Array.from({ length: 300 }, (_, n) => (
        <input key={n} placeholder="扫码，或输入编号、捐赠人、小区" />
      ))}
    </form>
  );
  const body = withoutZeroBytes();
  const { pipe } = renderToPipeableStream(page, { onAllReady: () => void pipe(body) });
  expect(await text(body)).toBe(renderToString(page));
});
