package io.github.alimsg.core.intercept;

import io.github.alimsg.core.retry.Effect;

/**
 * Which call is under way.
 *
 * @param product the product's code, such as {@code cams}
 * @param version the API's version, such as {@code 2020-06-06}
 * @param operation the operation as the service names it
 * @param effect what the operation does to the world
 */
public record CallInfo(String product, String version, String operation, Effect effect) {}
