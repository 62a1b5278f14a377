/** Channels and states: their names, and what a phone shows for them. */

import { plain } from './markup.mjs';

export const CHANNELS = {
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  viber: 'Viber',
  messenger: 'Messenger',
  instagram: 'Instagram',
};

export function channelName(channel) {
  return CHANNELS[channel] ?? channel ?? 'Message';
}

/** States in the order in which a message goes through them; failed ends it. */
export const STATES = ['accepted', 'sent', 'delivered', 'read'];

/** Whether the text is marked up, as in WhatsApp and its like. */
export function isMarkedUp(channel) {
  return channel !== 'sms';
}

/** The signature in front of an SMS, unless the text has it already. */
export function signature(message) {
  const { signName, text } = message;
  if (message.channel !== 'sms' || !signName || message.direction === 'in') {
    return null;
  }
  const starts = text != null && [`[${signName}]`, `【${signName}】`].some((form) => text.startsWith(form));
  return starts ? null : `[${signName}]`;
}

/** The number that a message's conversation is about: the phone's. */
export function numberOf(message) {
  return message.number ?? message.to ?? '';
}

/** One line for lists. */
export function summary(message) {
  const { parts } = message;
  const text = message.text ?? parts?.body ?? parts?.header?.text ?? parts?.media?.caption;
  if (text) {
    const sign = signature(message);
    return (sign ? `${sign} ` : '') + (isMarkedUp(message.channel) ? plain(text) : text);
  }
  if (parts?.location) {
    return `Location: ${parts.location.name ?? parts.location.address ?? 'on the map'}`;
  }
  const media = parts?.media?.type ?? parts?.header?.type;
  if (media && media !== 'text') {
    return mediaName(media);
  }
  return message.template ? `Template ${message.template}` : channelName(message.channel);
}

export function mediaName(type) {
  return { image: 'Picture', video: 'Video', document: 'Document', audio: 'Audio', sticker: 'Sticker', location: 'Location' }[type] ?? 'Attachment';
}
