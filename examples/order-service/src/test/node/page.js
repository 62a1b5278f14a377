'use strict';

// Uses the page as a person would. Arguments: the page's address, the browser's executable, a folder for its profile and
// one for pictures. Writes "deliver" when receipts may be delivered, and goes on when it reads a line.

const assert = require('node:assert/strict');
const readline = require('node:readline');
const path = require('node:path');
const { chromium } = require('playwright-core');

const [address, executablePath, profile, pictures] = process.argv.slice(2);
const input = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function deliver() {
  console.log('deliver');
  await input.next();
}

async function main() {
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync',
      '--disable-quic', '--disable-component-update'],
    viewport: { width: 1040, height: 560 },
    locale: 'en',
  });
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));

  const row = (item) => page.locator('#orders tr', { hasText: item });
  const state = (item, column) => row(item).locator('td').nth(column);
  const [ORDER, WHATSAPP, SMS] = [3, 4, 5];

  async function place(item, phone) {
    await page.getByLabel('Item').fill(item);
    await page.getByLabel('Phone').fill(phone);
    await page.getByRole('button', { name: 'Place order' }).click();
    await row(item).waitFor();
  }

  async function shows(item, column, text) {
    await state(item, column).getByText(text, { exact: true }).waitFor();
  }

  async function ship(item) {
    await row(item).getByRole('button', { name: 'Ship' }).click();
  }

  await page.goto(address);
  await page.getByText('live', { exact: true }).waitFor();

  await place('Coffee beans, 1 kg', '+62 812-3456-7831');
  assert.equal(await state('Coffee beans', 2).textContent(), '…831');
  await ship('Coffee beans');
  await shows('Coffee beans', WHATSAPP, 'accepted');
  await deliver();
  await shows('Coffee beans', ORDER, 'read');

  await place('Tea, 250 g', '+62 812-3456-7832'); // not on WhatsApp
  await ship('Tea');
  await shows('Tea', WHATSAPP, 'accepted');
  await deliver();
  await shows('Tea', WHATSAPP, 'failed');
  await shows('Tea', SMS, 'delivered');
  await shows('Tea', ORDER, 'informed');

  await place('Filter papers, 100', '+62 812-3456-7833'); // refused
  await ship('Filter papers');
  await shows('Filter papers', WHATSAPP, 'refused');
  await shows('Filter papers', SMS, 'accepted');

  await place('Grinder', '+62 812-3456-7834'); // the reply is lost
  await ship('Grinder');
  await shows('Grinder', WHATSAPP, 'unknown');
  await page.waitForFunction(() => document.querySelectorAll('#orders button').length === 0);
  assert.equal(await state('Grinder', SMS).textContent(), '');

  await place('Cup', '+62 812-3456-7835');
  await page.reload();
  await shows('Grinder', WHATSAPP, 'unknown');
  await page.screenshot({ path: path.join(pictures, 'order-service.png') });
  assert.deepEqual(problems.splice(0), []);

  await place('<img src=x onerror=alert(1)>', '+62 812-3456-7836');
  assert.equal(await page.locator('#orders img').count(), 0);
  await page.getByLabel('Phone').fill('0812');
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.getByRole('alert').getByText('phone number').waitFor();
  assert.deepEqual(problems.splice(0).filter((text) => !text.includes('400')), []);

  const names = ['alimsg_call_seconds', 'alimsg_receipts_handled_seconds', 'alimsg_receipts_handled_total'];
  await page.goto(`${address}actuator/prometheus?includedNames=${names.join(',')}`);
  assert.match(await page.textContent('body'), /alimsg_call_seconds_count\{.*outcome="success"/);
  await page.screenshot({ path: path.join(pictures, 'order-service-metrics.png') });

  assert.deepEqual(problems, []);
  await browser.close();
  console.log('done');
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
