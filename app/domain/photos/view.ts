/** How the list of photos is cut: nobody looked at them for the public yet; public; looked at and kept inside. */
export const photoViews = ["waiting", "public", "inside"] as const;
export type PhotoView = (typeof photoViews)[number];
