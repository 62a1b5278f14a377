package io.github.alimsg.codegen.golden.post;

import io.github.alimsg.core.spi.ClientCore;
import java.util.List;

/** What a product adds by hand: gets the client and the engine, and makes several calls of one. */
public final class Stamps {
    private final PostClient post;

    Stamps(PostClient post, ClientCore core) {
        this.post = post;
    }

    /**
     * Looks every letter up.
     *
     * @param ids the letters
     */
    public void lookUp(List<String> ids) {
        ids.forEach(id -> post.getLetter(m -> m.letterId(id)));
    }
}
