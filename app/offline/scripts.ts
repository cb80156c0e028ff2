/** The addresses of what Vite builds beside the pages, in the browser's build and in the server's alike. */
export { default as doorScript } from "./door.ts?worker&url";
export { default as serviceWorker } from "./sw.ts?worker&url";
