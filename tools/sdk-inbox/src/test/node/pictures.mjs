/** A small story, and pictures of it for the docs. */

import path from 'node:path';

const TEMPLATES = [
  { product: 'sms-mainland', code: 'SMS_1001', text: 'Your sign-in code is ${code}. It is valid for ${minutes} minutes.' },
  { product: 'sms-mainland', code: 'SMS_1002', text: 'Dear ${name}, your parcel ${parcel} arrives today between 14:00 and 16:00.' },
];

export async function pictures({ send, page, health, address, folder, chat, call, international, vendor, put, see }) {
  await send('DELETE', '/messages');
  await put('/templates', { templates: TEMPLATES });
  await international(health, '491512345678', 'Your table for two is booked: Friday, 19:30.');
  await vendor.send('8613912345678', 'SMS_1002', { name: 'Li', parcel: '4711' }, 'order-4711');
  await vendor.send('8613912345678', 'SMS_1002', { name: 'Li', parcel: '4711' }, 'order-4711');
  await chat(health, { To: '6281234567890', MessageType: 'text', Content: JSON.stringify({ text: 'Hello *Dewi*, your order `4712` has been shipped.' }) });
  await chat(health, {
    To: '6281234567890',
    MessageType: 'interactive',
    Content: JSON.stringify({
      type: 'button',
      header: { type: 'image', image: { link: 'https://cdn.acme.example/parcel.jpg' } },
      body: { text: 'It arrives ~Friday~ *Thursday*. Is somebody at home?' },
      footer: { text: 'Acme, orders and deliveries' },
      action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }, { type: 'reply', reply: { id: 'other-day', title: 'Another day' } }] },
    }),
  });
  await vendor.send('8613800138000', 'SMS_1001', { code: '481203' }, 'sign-in-6');
  await call(health, '2017-05-25', 'SendSms', { PhoneNumbers: '8613800138000', SignName: 'Acme', TemplateCode: 'SMS_1001' }, 'another-secret');
  await vendor.send('8613800138000', 'SMS_1001', { code: '730551', minutes: '5' }, 'sign-in-7');

  const { messages } = await (await fetch(new URL('/_inbox/api/messages', address))).json();
  for (const [index, state] of ['delivered', 'delivered', 'failed', 'read', 'delivered', 'failed', 'delivered'].entries()) {
    await send('POST', `/messages/${messages[index].id}/receipts`, { state });
  }
  await put('/webhooks', { cams: 'http://127.0.0.1:8080/receipts', smsMainland: 'http://127.0.0.1:8080/receipts' });

  const shoot = async (name, { view, width, height, colorScheme = 'light', details, open }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('about:blank');
    await see(view);
    if (details) {
      await page.locator('.bubble', { hasText: details }).last().getByRole('button', { name: 'Details' }).click();
      await page.locator('.signature-check').waitFor();
    }
    await open?.();
    await page.evaluate(() => document.activeElement.blur());
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  };
  await shoot('inbox', { view: 'messages/8613800138000', width: 1240, height: 800, details: '730551' });
  await put('/faults', { faults: [{ kind: 'throttle', operation: 'SendSms', probability: 0.3 }] });
  await shoot('inbox-dark', { view: 'messages/6281234567890', width: 1000, height: 760, colorScheme: 'dark' });
  await put('/faults', { faults: [] });
  if (process.env.ALL_PICTURES) {
    await everything(shoot, page, send);
  }
}

/** For looking at; not in the docs. */
async function everything(shoot, page, send) {
  const click = (name, role = 'button') => page.getByRole(role, { name, exact: true }).first().click();
  const pictures = {
    list: { view: 'messages' },
    sms: { view: 'messages/8613800138000' },
    chat: { view: 'messages/6281234567890' },
    twice: { view: 'messages/8613912345678' },
    details: { view: 'messages/8613800138000', details: '730551' },
    location: { view: 'messages/6281234567890', open: () => click('Location') },
    search: { view: 'messages?q=parcel' },
    nothing: { view: 'messages?q=zebra' },
    calls: { view: 'calls' },
    refused: { view: 'calls', open: () => page.locator('.call-row.bad').first().click() },
    faults: { view: 'faults', open: () => click('Throttle', 'switch') },
    connect: { view: 'connect' },
    webhooks: { view: 'deliveries' },
    templates: { view: 'templates', open: () => click('Edit') },
    help: { view: 'messages', open: () => click('Help and keys') },
  };
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 768, 1440]) {
      const shape = { width, height: width === 360 ? 740 : 900, colorScheme };
      for (const [name, picture] of Object.entries(pictures)) {
        await shoot(`all-${name}-${width}-${colorScheme}`, { ...picture, ...shape });
      }
      await send('PUT', '/faults', { faults: [] });
    }
  }
  await send('DELETE', '/messages');
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 768, 1440]) {
      for (const view of ['messages', 'calls', 'deliveries']) {
        await shoot(`all-empty-${view}-${width}-${colorScheme}`, { view, width, height: width === 360 ? 740 : 900, colorScheme });
      }
    }
  }
}
