'use strict';

// Calls a service by the vendor's own clients. Reads one call a line from standard input, as JSON, and writes one line
// for each, in order: {"body": …} with what the client returned, or {"code": …, "status": …} with what it threw.
//
// {"client": "pop-core" | "dysmsapi" | "cams", "endpoint": "127.0.0.1:8080", "key": [id, secret, token],
//  "signature": "RPC" | "ACS3", "method": "POST" | "GET", "action": "SendSms", "version": "2017-05-25",
//  "parameters": {…}, "form": {…}, "nonce": null | "…", "timestamp": null | "…"}

const readline = require('readline');

const PopCore = require('@alicloud/pop-core').RPCClient;
const Dysmsapi = require('@alicloud/dysmsapi20170525');
const Cams = require('@alicloud/cams20200606');

// Each product's client comes with its own generation of the vendor's runtime.
const dara = require('@darabonba/typescript');
const openapiCore = require('@alicloud/openapi-core');
const openapiClient = require('@alicloud/openapi-client');
const teaUtil = require('@alicloud/tea-util');

/** Values that take the place of those that the client makes up. */
function given(pairs) {
  return Object.fromEntries(Object.entries(pairs).filter(([, value]) => value != null));
}

async function byPopCore(call) {
  const [accessKeyId, accessKeySecret, securityToken] = call.key;
  const client = new PopCore({
    endpoint: 'http://' + call.endpoint,
    apiVersion: call.version,
    accessKeyId,
    accessKeySecret,
    securityToken: securityToken || undefined,
  });
  const parameters = { ...call.parameters, ...call.form };
  Object.assign(parameters, given({ SignatureNonce: call.nonce, Timestamp: call.timestamp }));
  return client.request(call.action, parameters, { method: call.method });
}

function configured(call, Config, GlobalParameters) {
  const [accessKeyId, accessKeySecret, securityToken] = call.key;
  const fixed = call.signature === 'RPC'
    ? { queries: given({ SignatureNonce: call.nonce, Timestamp: call.timestamp }) }
    : { headers: given({ 'x-acs-signature-nonce': call.nonce, 'x-acs-date': call.timestamp }) };
  return new Config({
    accessKeyId,
    accessKeySecret,
    securityToken: securityToken || undefined,
    endpoint: call.endpoint,
    protocol: 'HTTP',
    signatureAlgorithm: call.signature === 'RPC' ? 'v2' : undefined,
    globalParameters: new GlobalParameters(fixed),
  });
}

/** By the operation's own method where it can be, which is a POST; otherwise by the method underneath. */
async function byProduct(call, client, models, runtime, underneath) {
  const method = call.action[0].toLowerCase() + call.action.slice(1);
  const Request = models[call.action + 'Request'];
  if (call.method === 'POST' && Request && client[method + 'WithOptions']) {
    const fields = {};
    for (const [name, value] of Object.entries({ ...call.parameters, ...call.form })) {
      fields[name[0].toLowerCase() + name.slice(1)] = value;
    }
    return (await client[method + 'WithOptions'](new Request(fields), runtime)).body;
  }
  const params = new underneath.Params({
    action: call.action,
    version: call.version,
    protocol: 'HTTP',
    pathname: '/',
    method: call.method,
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const hasForm = Object.keys(call.form || {}).length > 0;
  const request = new underneath.OpenApiRequest({ query: call.parameters, body: hasForm ? call.form : undefined });
  return (await client.callApi(params, request, runtime)).body;
}

async function made(call) {
  switch (call.client) {
    case 'pop-core':
      return byPopCore(call);
    case 'dysmsapi': {
      const { Config, Params, OpenApiRequest, GlobalParameters } = openapiCore.$OpenApiUtil;
      const client = new Dysmsapi.default(configured(call, Config, GlobalParameters));
      return byProduct(call, client, Dysmsapi, new dara.RuntimeOptions({}), { Params, OpenApiRequest });
    }
    case 'cams': {
      const { Config, Params, OpenApiRequest, GlobalParameters } = openapiClient;
      const client = new Cams.default(configured(call, Config, GlobalParameters));
      return byProduct(call, client, Cams, new teaUtil.RuntimeOptions({}), { Params, OpenApiRequest });
    }
    default:
      throw new Error('no client ' + call.client);
  }
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const call = JSON.parse(line);
    let outcome;
    try {
      outcome = { body: await made(call) };
    } catch (e) {
      const status = e.statusCode || (e.data && e.data.statusCode) || (e.entry && e.entry.response.statusCode);
      outcome = { code: e.code, status, message: e.message };
    }
    console.log(JSON.stringify(outcome));
  }
  process.exit(0); // the clients keep connections open
}

main();
