import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useMessages } from "#app/i18n/provider.tsx";
import { type Part, partBetween, partMoved, placeOf } from "./parts.ts";
import { wholeWidth } from "./whole-photo.tsx";

type Point = { x: number; y: number };

/**
 * The photo with what will be covered. With script parts are drawn by pressing and dragging, and each is a button that
 * the arrow keys move; the fields beside it do the same without either.
 */
export function RedactionCanvas(props: {
  photo: { id: string; width: number; height: number };
  alt: string;
  parts: readonly Part[];
  draws: boolean;
  onDraw: (part: Omit<Part, "key">) => void;
  onChange: (part: Part) => void;
  onRemove: (key: number) => void;
}) {
  const { photo, parts, draws, onDraw, onChange, onRemove } = props;
  const { cover: words } = useMessages().photos;
  const canvas = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null);

  function pointOf({ clientX, clientY }: PointerEvent): Point {
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return {
      x: ((clientX - box.left) / box.width) * 1000,
      y: ((clientY - box.top) / box.height) * 1000,
    };
  }

  function press(event: PointerEvent<HTMLDivElement>) {
    if (!draws || event.button !== 0 || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    setDrawn({ from, to: from });
  }

  function release(event: PointerEvent<HTMLDivElement>) {
    if (!drawn) return;
    setDrawn(null);
    const part = partBetween(drawn.from, pointOf(event));
    if (part) onDraw(part);
  }

  function pressKey(event: KeyboardEvent, part: Part) {
    if (event.key === "Delete" || event.key === "Backspace") return onRemove(part.key);
    const moved = partMoved(part, event.key, event.shiftKey);
    if (!moved) return;
    event.preventDefault();
    onChange(moved);
  }

  const drawing = drawn && partBetween(drawn.from, drawn.to);
  return (
    <div
      ref={canvas}
      className={draws ? "photo-canvas draws" : "photo-canvas"}
      style={{ width: wholeWidth(photo) }}
      onPointerDown={press}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: pointOf(event) })}
      onPointerUp={release}
      onPointerCancel={() => setDrawn(null)}
    >
      <img
        className="photo-whole"
        src={`/photos/${photo.id}`}
        alt={props.alt}
        width={photo.width}
        height={photo.height}
        draggable={false}
      />
      {parts.map((part, index) => (
        <button
          key={part.key}
          type="button"
          className="photo-part"
          style={placeOf(part)}
          aria-label={words.part(index + 1)}
          onKeyDown={(event) => pressKey(event, part)}
        >
          {index + 1}
        </button>
      ))}
      {drawing && <div className="photo-part" style={placeOf(drawing)} />}
    </div>
  );
}
