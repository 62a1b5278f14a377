// npm install @alicloud/dysmsapi20170525 @alicloud/openapi-core
const { default: Client, SendSmsRequest } = require('@alicloud/dysmsapi20170525');
const { $OpenApiUtil } = require('@alicloud/openapi-core');

const client = new Client(new $OpenApiUtil.Config({
  accessKeyId: 'inbox-key',
  accessKeySecret: 'inbox-secret',
  protocol: 'HTTP',
  endpoint: '127.0.0.1:8025',
}));

client.sendSms(new SendSmsRequest({
  phoneNumbers: '13800001111',
  signName: 'Acme',
  templateCode: 'SMS_1',
  templateParam: JSON.stringify({ code: '482913' }),
})).then((response) => console.log(response.body.code));
