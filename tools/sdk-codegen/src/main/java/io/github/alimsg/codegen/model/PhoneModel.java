package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.PhoneStyle;
import org.jspecify.annotations.Nullable;

/**
 * How a field wants phone numbers written.
 *
 * @param style what the customization says
 * @param ownForm the simple name of the class for the product's own form; null when the style is one of the engine's
 * @param ownPackage its package
 */
public record PhoneModel(PhoneStyle style, @Nullable String ownForm, String ownPackage) {}
