'use strict';

// Consumes a queue by the vendor's own client. Reads one call a line from standard input, as JSON, and writes one line
// for each, in order: {"code": …, "body": …} with what the client returned, or {"error": …} with the name of what it threw.
//
// {"endpoint": "http://127.0.0.1:8080", "key": [id, secret, token], "method": "receiveMessage", "arguments": ["queue", 10]}

const readline = require('readline');

const Mns = require('@alicloud/mns');

async function outcome(line) {
  const call = JSON.parse(line);
  const [accessKeyId, accessKeySecret, securityToken] = call.key;
  const client = new Mns('1', { endpoint: call.endpoint, accessKeyId, accessKeySecret, securityToken });
  try {
    const { code, body } = await client[call.method](...call.arguments);
    return { code, body };
  } catch (e) {
    return { error: e.name };
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await outcome(line)));
  }
})();
