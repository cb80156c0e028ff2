/**
 * All that components know of the framework: links, forms, and where the reader is. Everything else in
 * `app/components` imports from here, so that the framework can change in one line.
 */
export { Form, Link, useLocation, useNavigation, useRevalidator, useSubmit } from "@remix-run/react";
