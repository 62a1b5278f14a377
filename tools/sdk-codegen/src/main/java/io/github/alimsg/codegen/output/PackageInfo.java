package io.github.alimsg.codegen.output;

/** Writes {@code package-info.java}: javapoet knows classes only. */
final class PackageInfo {
    private PackageInfo() {}

    /**
     * The file of a package.
     *
     * @param name the package
     * @param words what is in it, as javadoc
     * @return its source
     */
    static String source(String name, String words) {
        return "/** " + words + " */\n@NullMarked\npackage " + name
                + ";\n\nimport org.jspecify.annotations.NullMarked;\n";
    }
}
