package io.github.alimsg.core.intercept;

import io.github.alimsg.core.retry.Effect;

/**
 * Describes the call under way.
 *
 * @param product the product's code, such as {@code cams}; both products of SMS have {@code Dysmsapi}
 * @param productName what people call the product, such as {@code International SMS}
 * @param version the API's version, such as {@code 2020-06-06}
 * @param operation the operation as the service names it
 * @param effect what the operation does to the world
 */
public record CallInfo(String product, String productName, String version, String operation, Effect effect) {}
