package io.github.alimsg.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of operations.
 *
 * @param type the interface that has them; null when the client itself has them
 * @param title its name for people
 * @param operations its operations, in display order
 */
public record AreaModel(@Nullable String type, String title, List<String> operations) {}
