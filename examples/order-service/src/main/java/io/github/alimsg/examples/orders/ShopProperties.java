package io.github.alimsg.examples.orders;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What messages are sent with.
 *
 * @param whatsappSpace the space of the WhatsApp number
 * @param whatsappFrom the WhatsApp number
 * @param shippedTemplate the template of the message about a shipped order
 */
@ConfigurationProperties("shop")
record ShopProperties(String whatsappSpace, String whatsappFrom, String shippedTemplate) {}
