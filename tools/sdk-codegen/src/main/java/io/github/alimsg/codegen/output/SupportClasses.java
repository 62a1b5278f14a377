package io.github.alimsg.codegen.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The two small classes that the models of a package share. They are the same everywhere, so they come from templates.
 */
final class SupportClasses {
    /** Copies and checks. */
    static final String VALUES = "ModelValues";
    /** The text of {@code toString}. */
    static final String SHOWN = "Shown";

    private SupportClasses() {}

    /**
     * Returns the source of one of the classes.
     *
     * @param name its name
     * @param modelPackage the package of the models
     * @return its source
     */
    static String source(String name, String modelPackage) {
        try (InputStream in = SupportClasses.class.getResourceAsStream(name + ".template")) {
            if (in == null) {
                throw new IllegalStateException("the template of " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${package}", modelPackage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
