import { Phone } from "lucide-react";
import { useMessages } from "#app/i18n/provider.tsx";

/** The sender's telephone, large enough for a thumb; nothing when it is not known. */
export function CallSender({ hotline }: { hotline: string | null }) {
  const words = useMessages().receipt;
  if (hotline === null) return null;
  return (
    <a className="btn btn-mid" href={`tel:${hotline.replace(/[^\d+]/g, "")}`}>
      <Phone aria-hidden />
      {words.call(hotline)}
    </a>
  );
}
