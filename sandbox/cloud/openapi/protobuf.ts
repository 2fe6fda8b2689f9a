import * as protobuf from 'protobufjs'
import * as v from 'valibot'

/** The messages in which wx-server-sdk 4.0.2 sends and receives cloud.openapi.* (field numbers as in its code). */
const schema = protobuf.parse(`
  syntax = "proto3";
  message Pair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated Pair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp {
    bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4;
  }
`).root

const Request = schema.lookupType('CommApiData')
const Response = schema.lookupType('CommOpenApiResp')

const Decoded = v.object({
  openapiData: v.optional(
    v.object({
      pairs: v.optional(
        v.array(
          v.object({ key: v.string(), value: v.optional(v.instance(Uint8Array)), contenttype: v.optional(v.string()) }),
        ),
        [],
      ),
    }),
    {},
  ),
})

/** Parameters of an openapi call by name: JSON values; files only as their bytes. */
export function decodeOpenApiRequest(bytes: Uint8Array): Record<string, unknown> {
  const message = v.parse(Decoded, Request.toObject(Request.decode(bytes)))
  const pairs = message.openapiData.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value = new Uint8Array(), contenttype }): [string, unknown] => [
      key,
      contenttype ? value : (JSON.parse(Buffer.from(value).toString('utf8')) as unknown),
    ]),
  )
}

/** WeChat's own answer: {errcode, errmsg, …}. */
export const encodeOpenApiAnswer = (answer: object): Uint8Array =>
  Response.encode(
    Response.create({
      respData: Buffer.from(JSON.stringify(answer)),
      contentType: 'application/json',
      errorCode: 0,
      httpCode: 200,
    }),
  ).finish()

/** A refusal before WeChat was reached, e.g. -604101 without permission. */
export const encodeOpenApiRefusal = (errorCode: number): Uint8Array =>
  Response.encode(Response.create({ errorCode, httpCode: 200 })).finish()
