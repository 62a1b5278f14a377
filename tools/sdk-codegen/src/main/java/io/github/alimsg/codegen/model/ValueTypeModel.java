package io.github.alimsg.codegen.model;

import java.util.List;

/**
 * An open value type.
 *
 * @param name its class
 * @param doc what it is
 * @param constants its documented values
 * @param inUpperCase whether some fields want it in upper case
 * @param isNumbered whether all documented values are whole numbers
 */
public record ValueTypeModel(
        String name, String doc, List<Constant> constants, boolean inUpperCase, boolean isNumbered) {
    /**
     * A documented value.
     *
     * @param name the constant
     * @param wire the text on the wire
     * @param text what it means
     */
    public record Constant(String name, String wire, String text) {}
}
