import { z } from "zod";
import type { Query } from "#app/domain/query.ts";
import { permissions } from "#app/domain/permissions.ts";
import { queries } from "#app/domain/queries.server.ts";
import type { Verb } from "#app/domain/verb.ts";
import { verbs } from "#app/domain/verbs.server.ts";
import { ConfirmMany } from "./confirm-many.server.ts";
import { examples } from "./examples.ts";

type Json = Record<string, unknown>;

let known: Json | undefined;

/** The OpenAPI 3.1 description of the API, made from the lists it is served from. Texts are Chinese, then English. */
export function openApi(): Json {
  known ??= {
    openapi: "3.1.0",
    info: {
      title: "接力 Jieli API",
      version: "1",
      description: `${introduction["zh-CN"]}\n\n${introduction.en}`,
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "jieli_… (/desk/tokens)" },
        session: { type: "apiKey", in: "cookie", name: "session" },
      },
      parameters: { requestId, language },
      schemas: { Error: errorSchema },
      responses: {
        Refused: {
          description: "拒绝，附原因 · Refused, with the reason",
          content: jsonOf({ $ref: "#/components/schemas/Error" }),
        },
      },
    },
  };
  return known;
}

const introduction = {
  "zh-CN":
    "每个动作是一个 POST，名字与权限表一致；同一个请求编号重发，得到第一次的答复。金额以元为单位的文字填写，答复里以分为单位的文字给出；数量都以基本单位的文字给出。",
  en: "Each verb is a POST, named as in the permission table; a request that is sent again with the same id gets its first answer. Money is written as text in yuan and answered as text in fen; quantities are text, in base units.",
};

function paths(): Record<string, Json> {
  const all: Record<string, Json> = {};
  for (const query of queries) all[`/${query.path.replace(/:(\w+)/g, "{$1}")}`] = { get: reading(query) };
  for (const verb of verbs) all[`/${verb.name.replace(".", "/")}`] = { post: acting(verb) };
  all["/delivery/confirm-many"] = { post: confirmingMany };
  return all;
}

function acting({ name, action, asks, schema, answer, summary }: Verb): Json {
  return {
    operationId: name,
    tags: [name.split(".")[0]],
    summary: bilingual(summary),
    ...(asks === "anyone" ? { security: [{}] } : asks === "user" ? { security: [{ session: [] }] } : {}),
    ...(action in permissions && {
      "x-roles": Object.entries(permissions).find(([key]) => key === action)?.[1],
    }),
    parameters: [{ $ref: "#/components/parameters/requestId" }, { $ref: "#/components/parameters/language" }],
    requestBody: { required: true, content: jsonOf(schemaOf(schema, "input"), examples[name]) },
    responses: responses(schemaOf(answer, "output")),
  };
}

function reading({ path, asks, summary, filter }: Query): Json {
  const keys = [...path.matchAll(/:(\w+)/g)].map(([, key]) => key);
  return {
    operationId: `${path.replace(/\W+/g, ".")}.${keys.length > 0 ? "get" : "list"}`,
    tags: [path.split("/")[0]],
    summary: bilingual(summary),
    ...(asks === "anyone" && { security: [{}] }),
    parameters: [
      ...keys.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...Object.entries(filter.shape).map(([name, part]) => ({
        name,
        in: "query",
        schema: schemaOf(part, "input"),
      })),
      { $ref: "#/components/parameters/language" },
    ],
    responses: responses({}),
  };
}

const confirmingMany: Json = {
  operationId: "delivery.confirm-many",
  tags: ["delivery"],
  summary: bilingual({
    "zh-CN": "离线签收一次送回，最多 200 笔，各有各的结果",
    en: "Send confirmations kept offline, up to 200, each with its own outcome",
  }),
  security: [{}],
  parameters: [{ $ref: "#/components/parameters/language" }],
  requestBody: {
    required: true,
    content: jsonOf(schemaOf(ConfirmMany, "input"), examples["delivery.confirm-many"]),
  },
  responses: responses({
    type: "object",
    required: ["results"],
    properties: {
      results: {
        type: "array",
        items: {
          type: "object",
          required: ["requestId", "ok"],
          properties: {
            requestId: { type: "string", format: "uuid" },
            ok: { type: "boolean" },
            result: { type: "object" },
            error: { $ref: "#/components/schemas/Error/properties/error" },
          },
        },
      },
    },
  }),
};

const requestId = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "请求编号，UUID；也可写在内容的 requestId 里 · A UUID made by the client; or `requestId` in the body",
  schema: { type: "string", format: "uuid" },
  example: '"018f2b5e-7c4a-7d21-9f0e-3b6a5c2d1e00"',
};

const language = {
  name: "Accept-Language",
  in: "header",
  description: "错误信息的语言 · The language of messages",
  schema: { type: "string", enum: ["zh-CN", "en"], default: "zh-CN" },
};

const errorSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "params", "message"],
      properties: {
        code: { type: "string", examples: ["insufficient_stock"] },
        params: { type: "object" },
        message: { type: "string", description: "给人看的一句话 · A sentence for people" },
        fields: {
          type: "object",
          description: "invalid：每一项错在哪里 · For `invalid`: what is wrong with each field, by path",
          additionalProperties: { type: "string" },
        },
      },
    },
  },
};

function responses(schema: Json): Json {
  return {
    "200": { description: "办好了 · Done", content: jsonOf(schema) },
    default: { $ref: "#/components/responses/Refused" },
  };
}

function bilingual(texts: Verb["summary"]): string {
  return `${texts["zh-CN"]} · ${texts.en}`;
}

function jsonOf(schema: Json, example?: unknown): Json {
  return { "application/json": { schema, ...(example !== undefined && { example }) } };
}

/** A schema as JSON Schema 2020-12; what JSON cannot carry (a bigint beside text and number) is left out of a choice. */
function schemaOf(schema: z.ZodType | z.core.$ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      jsonSchema.anyOf = jsonSchema.anyOf?.filter((choice) => Object.keys(choice).length > 0);
      if (jsonSchema.anyOf === undefined) delete jsonSchema.anyOf;
    },
  });
  return described;
}
