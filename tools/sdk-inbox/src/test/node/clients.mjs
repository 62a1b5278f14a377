/** Clients of the service that know nothing of this SDK: the vendor's for Node, and a signed call made by hand. */

import { createHmac, randomUUID } from 'node:crypto';
import http from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The vendor's client for SMS in mainland China. */
export function vendorClient(health) {
  const { default: Client, SendSmsRequest } = require('@alicloud/dysmsapi20170525');
  const { $OpenApiUtil } = require('@alicloud/openapi-core');
  const { RuntimeOptions } = require('@darabonba/typescript');
  const client = new Client(new $OpenApiUtil.Config({
    accessKeyId: health.accessKeyId,
    accessKeySecret: health.accessKeySecret,
    endpoint: new URL(health.apiUrl).host,
    protocol: 'http',
  }));
  const options = new RuntimeOptions({ readTimeout: 1500, connectTimeout: 1500, autoretry: false, maxAttempts: 1 });
  return {
    /** @returns {Promise<string>} OK, the error's code, or what happened to the connection */
    async send(number, template, values, ownId) {
      const request = new SendSmsRequest({
        phoneNumbers: number, signName: 'Acme', templateCode: template, templateParam: JSON.stringify(values), outId: ownId,
      });
      try {
        return (await client.sendSmsWithOptions(request, options)).body.code;
      } catch (error) {
        return String(error.code ?? error.name ?? error.message);
      }
    },
  };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

/** A call in the RPC style, signed with HMAC-SHA1. @returns {Promise<object>} the reply */
export async function call(health, version, action, parameters, secret = health.accessKeySecret) {
  const all = {
    ...parameters,
    AccessKeyId: health.accessKeyId,
    Action: action,
    Format: 'JSON',
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: randomUUID(),
    SignatureVersion: '1.0',
    Timestamp: new Date().toISOString().replace(/\.\d+Z/, 'Z'),
    Version: version,
  };
  const query = Object.keys(all).sort().map((name) => `${encoded(name)}=${encoded(all[name])}`).join('&');
  const signature = createHmac('sha1', `${secret}&`).update(`POST&%2F&${encoded(query)}`).digest('base64');
  return JSON.parse(await post(health.apiUrl, `${query}&Signature=${encoded(signature)}`));
}

export function chat(health, parameters) {
  return call(health, '2020-06-06', 'SendChatappMessage', { ChannelType: 'whatsapp', CustSpaceId: 'cams-1', From: '6580001234', Type: 'message', ...parameters });
}

export function international(health, to, message) {
  return call(health, '2018-05-01', 'SendMessageToGlobe', { To: to, Message: message, From: 'Acme' });
}

function encoded(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function post(address, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(address, {
      method: 'POST', agent, headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) },
    }, (response) => {
      let text = '';
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => resolve(text));
    });
    request.on('error', reject);
    request.end(body);
  });
}
