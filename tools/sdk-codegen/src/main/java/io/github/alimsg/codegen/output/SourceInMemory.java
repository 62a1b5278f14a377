package io.github.alimsg.codegen.output;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A generated source that the compiler reads from memory. */
public final class SourceInMemory extends SimpleJavaFileObject {
    private final String text;

    /**
     * Creates a source.
     *
     * @param path its path, as in a folder of sources
     * @param text its text
     */
    public SourceInMemory(String path, String text) {
        super(URI.create("memory:///" + path), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
