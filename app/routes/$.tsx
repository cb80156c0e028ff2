/** Any address without a page: the not-found page, with the site around it and the right status. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
