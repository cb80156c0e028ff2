import { useMessages } from "#app/i18n/provider.tsx";
import { paths } from "./paths.ts";
import { Link } from "./router.ts";

/** The mark: a sum's first line in white, what it comes to in yellow. */
export function Brand({ href = paths.home }: { href?: string }) {
  const { product, tagline } = useMessages().common;
  return (
    <Link className="brand" to={href}>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <rect width="28" height="28" rx="4" fill="#123a6b" />
        <path d="M7 9h14" stroke="#fff" strokeWidth="2.6" />
        <path d="M7 15.5h14M7 20h14" stroke="#ffd84d" strokeWidth="2.2" />
      </svg>
      <span>
        {product} <small>{tagline}</small>
      </span>
    </Link>
  );
}
