package io.github.alimsg.codegen.output;

/** Writes {@code package-info.java}: javapoet supports only classes. */
final class PackageInfo {
    private PackageInfo() {}

    /**
     * Returns the source for a package.
     *
     * @param name the package
     * @param words its description, as javadoc
     * @return its source
     */
    static String source(String name, String words) {
        return "/** " + words + " */\n@NullMarked\npackage " + name
                + ";\n\nimport org.jspecify.annotations.NullMarked;\n";
    }
}
