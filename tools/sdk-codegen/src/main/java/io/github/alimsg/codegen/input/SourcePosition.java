package io.github.alimsg.codegen.input;

/**
 * A position in the input.
 *
 * @param file the file's name in messages
 * @param line its line, from 1; 0 when only the file is known
 */
public record SourcePosition(String file, int line) {
    /**
     * Returns the position of a whole file.
     *
     * @param file the file's name in messages
     * @return the position
     */
    public static SourcePosition of(String file) {
        return new SourcePosition(file, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
