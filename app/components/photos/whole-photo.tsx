import "./photos.css";

interface Size {
  width: number;
  height: number;
}

/** As wide as the column and no higher than the window lets one see at once; known before the picture has come. */
export const wholeWidth = ({ width, height }: Size): string => `min(100%, ${(75 * width) / height}vh)`;

/** A whole photo at its own place in the page. */
export function WholePhoto({ photo, src, alt }: { photo: Size; src: string; alt: string }) {
  const { width, height } = photo;
  return (
    <img
      className="photo-whole"
      src={src}
      alt={alt}
      width={width}
      height={height}
      style={{ width: wholeWidth(photo) }}
    />
  );
}
