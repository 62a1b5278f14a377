package io.github.alimsg.codegen.input;

/**
 * Where something stands in the input.
 *
 * @param file the file, as it is shown to people
 * @param line its line, from 1; 0 when only the file is known
 */
public record SourcePosition(String file, int line) {
    /**
     * A file as a whole.
     *
     * @param file the file, as it is shown to people
     * @return the place
     */
    public static SourcePosition of(String file) {
        return new SourcePosition(file, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
